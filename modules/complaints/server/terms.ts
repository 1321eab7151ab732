import type { Rung } from '#modules/commitments/server/index.ts';
import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ComplaintTerms } from '../contract.ts';
import {
  type OwnTerms,
  type TermColumn,
  type TermKey,
  termColumns,
  termRows,
} from '../contract-terms.ts';
import { complaintRuleEvents } from '../events.ts';

const setting = 'complaints.terms';

/** Every term by severity, in the unit of its row. */
export type Terms = Record<TermKey, Record<TermColumn, number>>;

/** Told at once is a choice; a term of nothing is none. */
const ladderKeys: readonly TermKey[] = ['supervisor', 'manager'];

const merged = (own: OwnTerms): Terms =>
  Object.fromEntries(
    termRows.map(({ key, shipped }) => [key, { ...shipped, ...own[key] }]),
  ) as Terms;

/** The terms that hold at a place: what complaints are answered by, and what a shop promises in public. */
export const termsOf = async (work: Work, orgPath: string): Promise<Terms> =>
  merged(await settingOf<OwnTerms>(work, setting, orgPath, {}));

/** Who hears of a broken term, supervisor before manager, as the house has set it for a severity (CMP-04). */
export const ladderOf = ({ supervisor, manager }: Terms, severity: TermColumn): Rung[] => [
  { afterMinutes: supervisor[severity], permission: 'complaints.supervise' },
  { afterMinutes: manager[severity], permission: 'organisation.manage' },
];

const shown = (own: OwnTerms): ComplaintTerms => ({
  own,
  rows: termRows.map((row) => ({ ...row })),
});

/** As they hold at the caller's own unit. */
export const shownTerms = async (work: Work): Promise<ComplaintTerms> =>
  shown(await settingOf<OwnTerms>(work, setting, work.actor.unitPath, {}));

/**
 * For the caller's own unit and what lies below it; clocks that run keep their term. Never laxer than a source.
 * @throws Problem 422 `term_zero`, `term_laxer`, `ladder_reversed`
 */
export async function setTerms(work: Work, own: OwnTerms): Promise<ComplaintTerms> {
  for (const { key, most } of termRows) {
    for (const column of termColumns) {
      const value = own[key]?.[column];
      if (value === undefined) continue;
      const pointer = `/own/${key}/${column}`;
      if (value === 0 && !ladderKeys.includes(key)) throw ruleBroken(pointer, 'term_zero');
      if (value > most) throw ruleBroken(pointer, 'term_laxer');
    }
  }
  const terms = merged(own);
  for (const column of termColumns) {
    if (terms.manager[column] < terms.supervisor[column]) {
      throw ruleBroken(`/own/manager/${column}`, 'ladder_reversed');
    }
  }
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, setting, unitPath, own);
  await work.emit(
    complaintRuleEvents.termsSet,
    { orgUnitId: unitId },
    { type: 'complaintRule', id: unitId, orgPath: unitPath },
  );
  return shown(own);
}
