import { calendarOf } from '#modules/commitments/server/index.ts';
import { atOpenUnits, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, openingsOn } from '#shared/business-calendar.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { followUpEvents } from '../events.ts';
import { callersFor } from './callers.ts';
import { callingHoursOf } from './calling-hours.ts';
import { factsOf } from './queries-conditions.ts';
import { insertFollowUps, oneListAtATime } from './queries-reach.ts';
import { type EditionRow, editionsEverywhere } from './queries-rules.ts';
import {
  askedBack,
  type Unseen,
  type UnseenCar,
  unseenCars,
  unseenOccasions,
} from './queries-unseen.ts';
import { type FollowUpRule, ruleFrom } from './rules.ts';
import { cancelAll } from './supervision.ts';
import { unseenTask } from './tasks.ts';
import { planWindow } from './windows.ts';

const anchorOf = { firstService: 'firstRegistered', longUnseen: 'lastVisit' } as const;
/** Nobody is asked so soon after a talk why he does not come. */
const quietDays = 14;
const carsAtOnce = 500;

/** Each night: the rules that go by the calendar are gone through, one a transaction. */
export const beginUnseen = (work: Work) => {
  const on = dateIn(zoneOfTenant, work.now);
  return work.later(unseenTask, { at: 0, on }, work.now, `unseen.${on}`);
};

/** Which rule is looked at, and how far it has got. */
interface Stretch {
  at: number;
  on: string;
  after?: Reached;
}
interface Reached {
  on: string;
  id: string;
}
const beginning: Reached = { on: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

/** One rule of one unit, a stretch of cars a transaction, then the next. What is left of an earlier day is not made up for. */
export async function lookForUnseen(work: Work, { at, on, after = beginning }: Stretch) {
  if (on !== dateIn(zoneOfTenant, work.now)) return;
  const rules: EditionRow[] = [];
  for (const occasion of unseenOccasions) {
    rules.push(...(await editionsEverywhere(work, occasion)));
  }
  const row = rules[at];
  if (!row) return;
  const nearer = rules
    .filter(({ occasion, orgPath }) => occasion === row.occasion && orgPath !== row.orgPath)
    .map(({ orgPath }) => orgPath)
    .filter((orgPath) => orgPath.startsWith(row.orgPath));
  const reached = row.isOn ? await planUnseen(work, row, nearer, after) : undefined;
  const next: Stretch = reached ? { at, on, after: reached } : { at: at + 1, on };
  const key = ['unseen', on, next.at, next.after?.on, next.after?.id].filter((one) => one ?? false);
  await work.later(unseenTask, next, work.now, key.join('.'));
}

/**
 * Plans the calls that one rule makes due today, shared among who calls by it: the next so many cars. On closed days nobody
 * is put on a list.
 * @returns where it got to; nothing when the rule is through
 */
async function planUnseen(
  work: Work,
  row: EditionRow,
  nearer: readonly string[],
  after: Reached,
): Promise<Reached | undefined> {
  const occasion = row.occasion as Unseen;
  const rule = ruleFrom(row);
  const today = dateIn(zoneOfTenant, work.now);
  const business = await calendarOf(work, row.orgPath);
  if (openingsOn(business, today).length === 0) return undefined;
  const begunOn = addDays(row.startsOn, -rule.earliestDays);
  const earliest = addDays(today, -rule.latestDays);
  await oneListAtATime(work);
  const found = await unseenCars(work, occasion, {
    ...factsOf(rule.conditions),
    orgPath: row.orgPath,
    nearer,
    fromOn: begunOn > earliest ? begunOn : earliest,
    untilOn: addDays(today, -rule.earliestDays),
    quietDays,
    afterOn: after.on,
    afterId: after.id,
    size: carsAtOnce,
  });
  await planFound(work, row, rule, business, found);
  const last = found.length === carsAtOnce ? found.at(-1) : undefined;
  return last && { on: last.anchorOn, id: last.vehicleId };
}

async function planFound(
  work: Work,
  row: EditionRow,
  rule: FollowUpRule,
  business: Calendar,
  found: readonly UnseenCar[],
): Promise<void> {
  const occasion = row.occasion as Unseen;
  const today = dateIn(zoneOfTenant, work.now);
  const calling = await callingHoursOf(work, row.orgPath, business);
  const callers = await callersFor(work, rule, row.orgPath);
  const windowOf = remembered((anchorOn: string) =>
    planWindow(rule, { anchor: anchorOf[occasion], anchorOn }, business, calling),
  );
  const firsts = found.filter(({ isFirst }) => isFirst);
  const rows = (await atOpenUnits(work, firsts)).flatMap((car, index) => {
    const { isFirst: _, anchorOn, ...place } = car;
    const { earliestOn, latestOn, why: sum } = windowOf(anchorOn);
    if (latestOn < today) return [];
    const agentId = callers[index % callers.length]?.id ?? null;
    const { editionId } = rule;
    return [{ ...place, rule: occasion, editionId, agentId, earliestOn, latestOn, sum }];
  });
  if (rows.length === 0) return;
  await insertFollowUps(work, rows);
  const about = { type: 'orgUnit', id: row.orgUnitId, orgPath: row.orgPath };
  const told = { rule: occasion, count: rows.length, planId: null };
  await work.emit(followUpEvents.listPlanned, told, about);
}

/** Cars of one day share their window: it is reckoned once. */
function remembered<Value>(of: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, of(key));
    return known.get(key)!;
  };
}

/** The car came by itself: who was to ask for it need not call. */
export async function cancelForReturn(work: Work, vehicleId: string): Promise<void> {
  await cancelAll(work, await askedBack(work, vehicleId), 'cameBack');
}
