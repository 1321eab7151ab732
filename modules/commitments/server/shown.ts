import { type Actor, can } from '#platform/actor.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type { CommitmentDetail, CommitmentShown } from '../contract.ts';
import { commitmentLife } from '../lifecycle.ts';
import { rowsAbout, type ShownRow } from './queries.ts';
import { ruleOf, supervisionOf } from './rules.ts';

/** A subject without the person whom it names behind its number. */
export const numberIn = ({ subject }: Pick<ShownRow, 'subject'>): string => subject.split(' ')[0]!;
/** Whether somebody stands above a place of the tree. */
export const isAbove = (unitPath: string, orgPath: string): boolean =>
  unitPath !== orgPath && orgPath.startsWith(unitPath);

/** The same for who reads the list of promises: one of a tier above, who does not owe it, is told of no person. */
export function shownTo(actor: Actor, row: ShownRow): ShownRow {
  if (!ruleOf(row.rule)?.namesPerson || actor.kind === 'system') return row;
  if (row.ownerId === actor.id || !isAbove(actor.unitPath, row.orgPath)) return row;
  return { ...row, subject: numberIn(row) };
}

/** A row as it goes out: names beside ids, the rule's source beside its key, the sum whole. */
export function shownCommitment(row: ShownRow): CommitmentShown {
  const { id, rule, aboutType, aboutId, subject, ownerId, ownerName, state, level } = row;
  const { startedAt, warnAt, dueAt, settledAt } = wire(row);
  return {
    id,
    rule,
    source: ruleOf(rule)?.source ?? rule,
    aboutType,
    aboutId,
    subject,
    ownerId,
    ownerName,
    startedAt,
    warnAt,
    dueAt,
    state,
    level,
    settledAt,
    pauses: row.pauses as CommitmentShown['pauses'],
    sum: row.sum as CommitmentShown['sum'],
  };
}

export const shownDetail = (work: Work, row: ShownRow): CommitmentDetail => ({
  ...shownCommitment(shownTo(work.actor, row)),
  version: row.version,
  steps: stepsOf(work, row),
});

function stepsOf(work: Work, row: ShownRow): StepState[] {
  const allowed = commitmentLife.allowed(row.state);
  const maySupervise = can(work.actor, supervisionOf(ruleOf(row.rule)), row.orgPath);
  return (['pause', 'resume'] as const).map((step) => {
    if (!maySupervise) return { step, allowed: false, reason: 'supervision_only' };
    return allowed.includes(step)
      ? { step, allowed: true }
      : { step, allowed: false, reason: `while_${row.state}` };
  });
}

/** The promises about each of the things, the first due first; for the records that show them. */
export async function commitmentsAbout(
  work: Work,
  aboutType: string,
  ids: readonly string[],
): Promise<Map<string, CommitmentShown[]>> {
  const byThing = new Map<string, CommitmentShown[]>();
  if (ids.length === 0) return byThing;
  for (const row of await rowsAbout(work, aboutType, ids)) {
    byThing.set(row.aboutId, [...(byThing.get(row.aboutId) ?? []), shownCommitment(row)]);
  }
  return byThing;
}
