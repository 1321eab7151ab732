import { saveSetting } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { memberRuleRoutes } from '../contract-rules.ts';
import { memberRuleEvents } from '../events.ts';
import { lockUnitRow } from './queries.ts';
import { insertTerms, lastEditionOf, type TermsRow } from './queries-packages.ts';
import { saveRules } from './rules.ts';

type Body<Name extends keyof typeof memberRuleRoutes> = BodyOf<(typeof memberRuleRoutes)[Name]>;

const aboutUnit = ({ actor }: Work) => ({
  type: 'orgUnit',
  id: actor.unitId,
  orgPath: actor.unitPath,
});

export async function changeRules(work: Work, body: Body<'saveRules'>): Promise<void> {
  const names = await saveRules(work, body);
  const told = { what: names.join(' ') || 'nothing' };
  await work.emit(memberRuleEvents.changed, told, aboutUnit(work));
}

/** A new edition of the terms; what was agreed to under an earlier one stays agreed to as it was. */
export async function writeTerms(work: Work, body: Body<'writeTerms'>): Promise<TermsRow> {
  await lockUnitRow(work, work.actor.unitId);
  const edition = (await lastEditionOf(work, work.actor.unitId)) + 1;
  const row = await insertTerms(work, { ...body, edition });
  await work.emit(memberRuleEvents.termsWritten, { termsId: row.id, edition }, aboutUnit(work));
  return row;
}

/** Stops taking prepayment on major risk, or begins again (实施条例 22): who, when and why stand with it. */
export async function stopPrepayment(
  work: Work,
  { isStopped, reason }: Body<'stopPrepayment'>,
): Promise<void> {
  const stop = { isStopped, reason: reason.trim(), since: work.now, byName: work.actor.name };
  await saveSetting(work, 'members.stop', work.actor.unitPath, stop);
  const told = { isStopped, reason: stop.reason };
  await work.emit(memberRuleEvents.prepaymentStopped, told, aboutUnit(work));
}
