import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { Letter } from '../contract.ts';
import { letterSheetWords } from './words.ts';

export interface LetterSheet extends Pick<Letter, 'number' | 'kind' | 'recipient' | 'subject'> {
  body: string;
  /** The day under the letter; empty while it is a draft. */
  on: string;
  isDraft: boolean;
  /** Answered by the code at its end. */
  hasCode: boolean;
}
const template: FormTemplate<ReturnType<typeof bodyOf>> = printTemplate(
  new URL('./letter.typ', import.meta.url),
);

/** A letter as A4 PDF, in its own language: letterhead, number, words, who signs. */
export function printLetter(frame: FormFrame, sheet: LetterSheet): Promise<Printed> {
  const title = letterSheetWords[frame.locale ?? 'zh-CN'][sheet.kind];
  const heading = { title, number: sheet.number, formNumber: 'KF-05' };
  return printForm(template, frame, heading, bodyOf(frame, sheet));
}

function bodyOf({ locale = 'zh-CN' }: FormFrame, { body, on, ...sheet }: LetterSheet) {
  const [year, month, day] = on.split('-').map(Number);
  const chinese = on === '' ? '' : `${year}年${month}月${day}日`;
  return {
    ...sheet,
    words: letterSheetWords[locale],
    paragraphs: body.split('\n').filter((line) => line.trim() !== ''),
    on: locale === 'en' ? on : chinese,
  };
}
