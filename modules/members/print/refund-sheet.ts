import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { amountInWords } from '#shared/amount-in-words.ts';
import { formatFen } from '#shared/money.ts';
import type { RefundStep } from '../contract-record.ts';
import type { RefundGround } from '../lifecycle.ts';
import { groundWord, stepSentence } from '../locales/words-refund.ts';
import { type RefundSheetWords, refundSheetWords } from './words.ts';

/** A refund as it is signed by both sides: how it was worked out, line by line. */
export interface RefundSheet {
  readonly number: string;
  readonly customer: string;
  readonly member: string;
  readonly ground: RefundGround;
  readonly reason: string;
  readonly steps: readonly RefundStep[];
  readonly totalFen: number;
  readonly source: string;
  readonly askedBy: string;
  readonly decidedBy: string;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./refund-sheet.typ', import.meta.url));

/** The computation of a refund as A4 PDF. */
export function printRefund(frame: FormFrame, sheet: RefundSheet): Promise<Printed> {
  const language = frame.locale ?? 'zh-CN';
  const words = refundSheetWords[language];
  const heading = { title: words.title, number: sheet.number, formNumber: 'MB-01' };
  return printForm(template, frame, heading, bodyOf(words, language, sheet));
}

function bodyOf(words: RefundSheetWords, language: 'zh-CN' | 'en', sheet: RefundSheet) {
  return {
    words,
    customer: sheet.customer,
    member: sheet.member,
    ground: groundWord(language, sheet.ground),
    reason: sheet.reason,
    steps: sheet.steps.map((step) => [
      stepSentence(language, step),
      step.fen === null ? '' : formatFen(step.fen),
    ]),
    total: `¥${formatFen(sheet.totalFen)}`,
    inWords: amountInWords(sheet.totalFen),
    source: sheet.source,
    askedBy: sheet.askedBy,
    decidedBy: sheet.decidedBy,
  };
}
