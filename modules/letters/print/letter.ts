import { type FormFrame, formData } from '#platform/print/form.ts';
import { type PrintTemplate, printDocument, printTemplate } from '#platform/print/print.ts';
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
interface OneLetter {
  frame: ReturnType<typeof formData>['data']['frame'];
  letter: ReturnType<typeof bodyOf>;
}
const template: PrintTemplate<{ letters: readonly OneLetter[] }> = printTemplate(
  new URL('./letter.typ', import.meta.url),
);

/** A letter as A4 PDF, in its own language: letterhead, number, words, who signs. */
export const printLetter = (frame: FormFrame, sheet: LetterSheet): Promise<Printed> =>
  printLetters([{ frame, sheet }]);

/** Several letters as one A4 PDF: each begins on a sheet of its own, also where both sides are printed. */
export function printLetters(
  letters: readonly { frame: FormFrame; sheet: LetterSheet }[],
): Promise<Printed> {
  const made = letters.map(({ frame, sheet }) => {
    const title = letterSheetWords[frame.locale ?? 'zh-CN'][sheet.kind];
    const heading = { title, number: sheet.number, formNumber: 'KF-05' };
    return formData(frame, heading, bodyOf(frame, sheet));
  });
  const codes = made.map(({ images }, at) => [`qr${at}`, images.qr ?? '']);
  return printDocument(
    template,
    { letters: made.map(({ data: { frame, body } }) => ({ frame, letter: body })) },
    { ...made[0]?.images, ...Object.fromEntries(codes) },
  );
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
