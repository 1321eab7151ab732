import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { LetterEntry } from '../contract.ts';
import { type LetterSheetWords, letterSheetWords } from './words.ts';

export interface RegisterSheet {
  fromOn: string;
  untilOn: string;
  lines: readonly LetterEntry[];
}
const template: FormTemplate<ReturnType<typeof bodyOf>> = printTemplate(
  new URL('./register.typ', import.meta.url),
);

/** 追踪服务信函登记表 as A4 PDF, with a line a letter; what was withdrawn keeps its line (FUP-07, FUP-13). */
export function printRegister(frame: FormFrame, sheet: RegisterSheet): Promise<Printed> {
  const words = letterSheetWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.register, formNumber: 'KF-04' };
  return printForm(template, frame, heading, bodyOf(words, sheet));
}

function bodyOf(words: LetterSheetWords, { fromOn, untilOn, lines }: RegisterSheet) {
  return {
    words,
    period: `${fromOn} — ${untilOn}`,
    count: words.count.replace('{count}', String(lines.length)),
    rows: lines.map((line) => [
      line.number,
      line.registeredOn ?? '',
      words[line.kind],
      line.recipient,
      line.address,
      line.subject,
      words[line.way],
      line.sentOn?.slice(5) ?? '',
      line.writtenByName ?? '',
      noteOf(words, line),
    ]),
  };
}

function noteOf(words: LetterSheetWords, { state, returnedOn, reason }: LetterEntry): string {
  if (state === 'withdrawn') return `${words.withdrawn} ${reason}`;
  if (state !== 'returned') return '';
  return `${words.returned.replace('{day}', returnedOn?.slice(5) ?? '')} ${reason}`;
}
