import {
  type FormFrame,
  type FormTemplate,
  printedInstant,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { CasePart } from '../lifecycle.ts';
import { type TrainingCaseWord, trainingCaseWords } from '../locales/words.ts';

/** A case as it is printed. */
export type PrintedCase = Record<CasePart, string> & {
  readonly state: string;
  readonly kind: string;
  readonly causeKind: string | null;
  readonly publishedAt: Date | null;
};

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./training-case.typ', import.meta.url));

/** A training case as A4 PDF for the training room, with room to write answers. */
export function printCase(frame: FormFrame, row: PrintedCase): Promise<Printed> {
  const { sheetTitle } = trainingCaseWords[frame.locale ?? 'zh-CN'];
  return printForm(template, frame, { title: sheetTitle, formNumber: 'PX-01' }, bodyOf(frame, row));
}

const told = ['story', 'cause', 'actions', 'remedy', 'outcome', 'lesson'] as const;

function bodyOf(frame: FormFrame, row: PrintedCase) {
  const words = trainingCaseWords[frame.locale ?? 'zh-CN'];
  const say = (key: string) => words[key as TrainingCaseWord];
  return {
    title: row.title,
    facts: [
      [words.kind, say(`kind_${row.kind}`)],
      [words.causeKind, row.causeKind ? say(`cause_${row.causeKind}`) : '–'],
      [words.state, say(`state_${row.state}`)],
      [
        words.publishedAt,
        row.publishedAt ? printedInstant(frame, row.publishedAt).slice(0, 10) : '–',
      ],
    ] as const,
    parts: told.map((part) => [words[part], row[part]] as const),
    questionsTitle: words.questions,
    questions: row.questions.split('\n').filter((line) => line.trim() !== ''),
    readers: words.sheetReaders,
    name: words.sheetName,
    date: words.sheetDate,
  };
}
