import {
  type FormFrame,
  type FormTemplate,
  printedInstant,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { formatFen } from '#shared/money.ts';
import type { TillClose } from '../contract.ts';
import { cashierWords } from '../locales/words.ts';
import { closeSheetWords } from './words.ts';

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./close-sheet.typ', import.meta.url));

/** A closed day as A4 PDF: what the ledgers say beside what was counted. */
export function printClose(frame: FormFrame, close: TillClose): Promise<Printed> {
  const { title } = closeSheetWords[frame.locale ?? 'zh-CN'];
  const heading = { title, number: close.number, formNumber: 'SY-01' };
  return printForm(template, frame, heading, bodyOf(frame, close));
}

function bodyOf(frame: FormFrame, close: TillClose) {
  const language = frame.locale ?? 'zh-CN';
  const words = closeSheetWords[language];
  const at = (instant: string) => printedInstant(frame, new Date(instant));
  return {
    words,
    day: close.dayOn,
    cashier: close.cashierName,
    corrects: close.correctsNumber ?? '',
    since: at(close.sinceAt),
    until: at(close.untilAt),
    sums: [
      ...close.sums.map(({ method, inFen, outFen, count }) => [
        cashierWords[language][`method_${method}`],
        formatFen(inFen),
        formatFen(outFen),
        String(count),
        formatFen(inFen - outFen),
      ]),
      [words.total, '', '', '', formatFen(close.totalFen)],
    ],
    counted: close.counted.map(({ faceFen, count }) => [
      formatFen(faceFen),
      String(count),
      formatFen(faceFen * count),
    ]),
    float: formatFen(close.floatFen),
    expected: formatFen(close.expectedFen),
    countedSum: formatFen(close.countedFen),
    difference: formatFen(close.differenceFen),
    reason: close.reason,
  };
}
