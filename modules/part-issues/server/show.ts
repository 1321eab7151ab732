import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { ListedIssue, OrderPart, OrderParts, PartIssue } from '../contract.ts';
import {
  type IssueRow,
  issuesOf,
  type ListedRow,
  type OrderRow,
  orderOf,
  type PartRow,
  partsOf,
} from './queries.ts';
import { needsOldPart, rulesAt } from './rules.ts';

/** What the workshop may get more of, and what may come back while nothing is paid. */
export const issuedIn: readonly OrderRow['state'][] = ['inWork'];
export const returnedIn: readonly OrderRow['state'][] = [
  'inWork',
  'selfChecked',
  'teamChecked',
  'ready',
];
const paidIn: readonly OrderRow['state'][] = ['settled', 'delivered'];

/** The customer's own part is not the shop's to issue. */
export const isOurs = ({ origin }: Pick<PartRow, 'origin'>): boolean => origin !== 'customer';
/** Agreed to, and neither issued in full nor waived (WSH-15). */
export const isMissing = (
  part: Pick<PartRow, 'origin' | 'issuedThousandths' | 'approvedThousandths' | 'waivedReason'>,
): boolean =>
  isOurs(part) && part.issuedThousandths < part.approvedThousandths && part.waivedReason === '';

const shownIssue = (row: IssueRow): PartIssue => {
  const { at, saidAt } = wire(row);
  return { ...row, at, saidAt };
};

/** An order with its parts; `doneId`: the movement that the request made. @throws Problem 404 */
export async function shownOrder(
  work: Work,
  orderId: string,
  doneId?: string,
): Promise<OrderParts> {
  const order = await orderOf(work, orderId);
  if (!order) throw notFound();
  const { id, orgPath, number, plate, model, state, technicianName } = order;
  const [parts, rows, rules] = [
    await partsOf(work, id),
    await issuesOf(work, id),
    await rulesAt(work, orgPath),
  ];
  const issues = rows.map(shownIssue);
  const atCounter = can(work.actor, 'parts.issue', orgPath);
  const isPaid = paidIn.includes(state);
  const present = ({ technicianId: _, ...part }: PartRow): OrderPart => ({
    ...part,
    settledThousandths: isPaid ? part.approvedThousandths : null,
    needsOldPart: isOurs(part) && needsOldPart(rules, part),
  });
  return placed(
    {
      ...{ orderId: id, number, plate, model, state, technicianName, issues },
      parts: parts.map(present),
      missing: parts.filter(isMissing).length,
      mayIssue: atCounter && issuedIn.includes(state),
      mayReturn: atCounter && returnedIn.includes(state),
      mayDecide: can(work.actor, 'parts.decide', orgPath),
      done: issues.find((issue) => issue.id === doneId) ?? null,
    },
    orgPath,
  );
}

/** One of the register, with what this person may say to it. */
export function presentListed({ actor }: Work, row: ListedRow): ListedIssue {
  const { orgPath, technicianId, ...shown } = row;
  const { at, saidAt } = wire(row);
  const isHis = actor.kind === 'user' && actor.id === technicianId;
  const isOpen = isHis && row.kind === 'issued' && row.said !== 'confirmed';
  const answers = row.said === 'asked' && can(actor, 'parts.issue', orgPath);
  const steps: ListedIssue['steps'] = [
    ...(isOpen ? (['confirm', 'ask'] as const) : []),
    ...(answers ? (['answer'] as const) : []),
  ];
  return placed({ ...shown, at, saidAt, steps }, orgPath);
}
