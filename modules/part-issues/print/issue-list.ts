import {
  type FormFrame,
  type FormTemplate,
  printedInstant,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { quantityText } from '../contract-quantity.ts';
import { type IssueListWords, issueListWords } from './words.ts';

/** The issue list of an order (领料单). */
export interface IssueList {
  readonly number: string;
  readonly plate: string;
  readonly model: string;
  readonly technician: string;
  readonly parts: readonly {
    readonly job: string;
    readonly number: string;
    readonly name: string;
    readonly unit: string;
    readonly origin: string;
    readonly approvedThousandths: number;
    readonly issuedThousandths: number;
  }[];
  readonly issues: readonly {
    readonly at: Date;
    readonly kind: 'issued' | 'returned';
    readonly number: string;
    readonly name: string;
    readonly unit: string;
    readonly quantityThousandths: number;
    readonly technicianName: string;
    readonly byName: string;
    readonly oldPart: 'notAsked' | 'handedIn' | 'excepted';
    readonly oldPartTag: string;
    readonly reason: string;
  }[];
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./issue-list.typ', import.meta.url));

/** The list as A4 PDF. */
export function printIssueList(frame: FormFrame, list: IssueList): Promise<Printed> {
  const words = issueListWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: list.number, formNumber: 'PI-01' };
  return printForm(template, frame, heading, bodyOf(frame, words, list));
}

const oldPartText = (
  words: IssueListWords,
  { oldPart, oldPartTag, reason }: IssueList['issues'][number],
) => {
  if (oldPart === 'excepted') return words.excepted.replace('{reason}', reason);
  return oldPart === 'handedIn' ? oldPartTag : reason;
};

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, words: IssueListWords, list: IssueList) {
  const { plate, model, technician } = list;
  return {
    ...{ words, plate, model, technician },
    parts: list.parts.map((part) => {
      const { job, number, name, unit, origin, approvedThousandths, issuedThousandths } = part;
      const left = approvedThousandths - issuedThousandths;
      const rest = origin === 'customer' ? words.customers : quantityText(left, unit);
      return [
        ...[job, number, name, quantityText(approvedThousandths, unit)],
        ...[quantityText(issuedThousandths, unit), left === 0 ? '—' : rest],
      ];
    }),
    issues: list.issues.map((issue) => [
      printedInstant(frame, issue.at),
      words[`kind_${issue.kind}`],
      [issue.number, issue.name].filter(Boolean).join(' '),
      quantityText(issue.quantityThousandths, issue.unit),
      issue.technicianName,
      issue.byName,
      oldPartText(words, issue),
    ]),
  };
}
