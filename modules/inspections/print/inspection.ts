import {
  type FormFrame,
  type FormTemplate,
  printedInstant,
  printedMileage,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { type PlateColour, plateParts } from '#shared/plates.ts';
import { type InspectionPrintWords, inspectionPrintWords } from './words.ts';

/** An inspection sheet (进厂检验单, 出厂检验单; WSH-03, WSH-08), everything in the reader's words. */
export interface PrintedInspection {
  readonly kind: 'intake' | 'final';
  readonly number: string;
  readonly customer: string;
  readonly plate: { readonly plate: string; readonly colour: PlateColour };
  readonly model: string;
  readonly vin: string;
  readonly mileageKm: number;
  readonly grade: string;
  readonly template: string;
  readonly edition: number;
  readonly source: string;
  readonly request: string;
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly {
      readonly name: string;
      readonly method: string;
      /** `open` prints an empty field, to be written in by hand. */
      readonly light: 'open' | 'green' | 'yellow' | 'red' | 'notApplicable';
      readonly said: string;
      readonly reading: string;
      readonly limits: string;
      readonly note: string;
    }[];
  }[];
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly photos: number;
  readonly note: string;
  readonly inspector: string;
  readonly passed: boolean | null;
  readonly signedAt?: Date;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./inspection.typ', import.meta.url));

/** The sheet as A4 PDF. */
export function printInspection(frame: FormFrame, sheet: PrintedInspection): Promise<Printed> {
  const words = inspectionPrintWords[frame.locale ?? 'zh-CN'];
  const formNumber = sheet.kind === 'intake' ? 'IN-01' : 'IN-02';
  const heading = { title: words[`title_${sheet.kind}`], number: sheet.number, formNumber };
  return printForm(template, frame, heading, bodyOf(frame, words, sheet));
}

function verdictOf(words: InspectionPrintWords, { kind, passed }: PrintedInspection): string {
  if (passed === null) return '';
  if (kind === 'intake') return words.complete;
  return passed ? words.passed : words.failed;
}

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, words: InspectionPrintWords, sheet: PrintedInspection) {
  return {
    words,
    customer: sheet.customer,
    plate: { ...plateParts(sheet.plate.plate), colour: sheet.plate.colour },
    model: sheet.model,
    vin: sheet.vin,
    mileage: printedMileage(sheet.mileageKm),
    grade: sheet.grade,
    template: `${sheet.template}（${words.edition.replace('{edition}', String(sheet.edition))}）`,
    source: sheet.source,
    request: sheet.request,
    sections: sheet.sections.map(({ title, items }) => ({
      title,
      rows: items.map(({ name, method, light, said, reading, limits, note }) => ({
        light,
        cells: [name, method, said, reading, limits, note],
      })),
    })),
    questions: sheet.questions.map(({ question, answer }) => [question, answer]),
    photos: sheet.photos > 0 ? words.photos.replace('{count}', String(sheet.photos)) : null,
    noteTitle: words[`words_${sheet.kind}`],
    note: sheet.note,
    verdict: verdictOf(words, sheet),
    isFinal: sheet.kind === 'final',
    inspector: sheet.inspector,
    signedAt: printedInstant(frame, sheet.signedAt),
  };
}
