import { unitById } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CallCheckForm, Criterion, callCheckRuleRoutes } from '../contract.ts';
import { callCheckRuleEvents } from '../events.ts';
import { shippedCriteria, shippedPassPercent, shippedSource } from './criteria.ts';
import { editionsOf, formHolding, insertForm, oneFormAtATime } from './queries-forms.ts';
import { ownPlace } from './rules.ts';

export interface FormHeld {
  edition: number;
  criteria: readonly Criterion[];
  passPercent: number;
  source: string;
  setAt: string;
}

/** The form as it holds at a place: of the nearest unit up the tree that has one, else as shipped. */
export async function formAt(work: Work, orgPath: string): Promise<FormHeld> {
  const row = await formHolding(work, orgPath);
  if (row) {
    const { edition, criteria, passPercent, source, unitName } = row;
    return { edition, criteria, passPercent, source, setAt: unitName };
  }
  return {
    edition: 0,
    criteria: shippedCriteria,
    passPercent: shippedPassPercent,
    source: shippedSource,
    setAt: '',
  };
}

export async function ownForm(work: Work): Promise<CallCheckForm> {
  const { orgPath } = ownPlace(work);
  const held = await formAt(work, orgPath);
  const editions = await editionsOf(work, orgPath);
  return {
    ...held,
    criteria: [...held.criteria],
    ownEdition: editions[0]?.edition ?? 0,
    editions: editions.map(({ edition, byName, createdAt, criteria }) => ({
      edition,
      byName: byName ?? '',
      createdAt: createdAt.toISOString(),
      criteria: criteria.length,
    })),
  };
}

/** A new edition for the caller's own unit. @throws Problem 409 `check_form_changed`, 422 `check_keys_twice` */
export async function saveForm(
  work: Work,
  { basedOn, criteria, passPercent, source }: BodyOf<typeof callCheckRuleRoutes.saveForm>,
): Promise<CallCheckForm> {
  const place = ownPlace(work);
  if (!(await unitById(work, place.orgUnitId))) throw notFound();
  if (new Set(criteria.map(({ key }) => key)).size < criteria.length) {
    throw ruleBroken('/criteria', 'check_keys_twice');
  }
  await oneFormAtATime(work);
  const last = (await editionsOf(work, place.orgPath))[0]?.edition ?? 0;
  if (last !== basedOn) throw new Problem(409, 'check_form_changed');
  const edition = last + 1;
  const createdBy = work.actor.kind === 'user' ? work.actor.id : null;
  await insertForm(work, { ...place, edition, criteria, passPercent, source, createdBy });
  const { orgUnitId, orgPath } = place;
  const about = { type: 'callCheckRule', id: orgUnitId, orgPath };
  await work.emit(callCheckRuleEvents.formSet, { orgUnitId, edition }, about);
  return ownForm(work);
}
