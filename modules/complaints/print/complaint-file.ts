import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { type ComplaintPrintWords, complaintPrintWords } from './words.ts';

type Pairs = readonly (readonly [label: string, value: string])[];
type Rows = readonly (readonly string[])[];

/** A complaint with all that belongs to it, as it is to be read; instants are written out already. */
export interface ComplaintFileSheet {
  readonly number: string;
  readonly facts: Pairs;
  readonly content: string;
  /** Promise, source, due, settled. */
  readonly clocks: Rows;
  readonly cause: Pairs;
  /** Point, class, finding, cause, responsibility. */
  readonly points: Rows;
  /** Version, offer, amount, state, answer. */
  readonly solutions: Rows;
  /** Kind, what, owner, due, state, result. */
  readonly tasks: Rows;
  /** File, filed, hash. */
  readonly evidence: Rows;
  /** What other modules have to say: rows under a heading. */
  readonly sections: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: Rows;
  }[];
  readonly outcome: Pairs;
  readonly gate: readonly (readonly [text: string, isDone: boolean])[];
  /** When, by, step, record. */
  readonly timeline: Rows;
}

type Body = ComplaintFileSheet & { words: ComplaintPrintWords };
const template: FormTemplate<Body> = printTemplate(
  new URL('./complaint-file.typ', import.meta.url),
);

/** The whole file of a complaint (CMP-11) as A4 PDF. */
export function printComplaintFile(frame: FormFrame, sheet: ComplaintFileSheet): Promise<Printed> {
  const words = complaintPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.file, number: sheet.number, formNumber: 'TS-01' };
  return printForm(template, frame, heading, { ...sheet, words });
}

/** What was agreed with a customer, to be signed. */
export interface AgreementSheet {
  readonly number: string;
  readonly facts: Pairs;
  readonly content: string;
  readonly offer: string;
  /** Kind, what, amount, done by. */
  readonly remedies: Rows;
  readonly total: string;
}

type AgreementBody = AgreementSheet & { words: ComplaintPrintWords };
const agreementTemplate: FormTemplate<AgreementBody> = printTemplate(
  new URL('./agreement.typ', import.meta.url),
);

/** A version of what is offered as an agreement (CMP-07), A4. */
export function printAgreement(frame: FormFrame, sheet: AgreementSheet): Promise<Printed> {
  const words = complaintPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.agreement, number: sheet.number, formNumber: 'TS-02' };
  return printForm(agreementTemplate, frame, heading, { ...sheet, words });
}
