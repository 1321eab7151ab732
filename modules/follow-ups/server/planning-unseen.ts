import { calendarOf } from '#modules/commitments/server/index.ts';
import { atOpenUnits, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { openingsOn } from '#shared/business-calendar.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { followUpEvents } from '../events.ts';
import { callersFor } from './callers.ts';
import { callingHoursOf } from './calling-hours.ts';
import { factsOf } from './queries-conditions.ts';
import { insertFollowUps, oneListAtATime } from './queries-reach.ts';
import { type EditionRow, editionsEverywhere } from './queries-rules.ts';
import { askedBack, type Unseen, unseenCars, unseenOccasions } from './queries-unseen.ts';
import { ruleFrom } from './rules.ts';
import { cancelAll } from './supervision.ts';
import { unseenTask } from './tasks.ts';
import { planWindow } from './windows.ts';

const anchorOf = { firstService: 'firstRegistered', longUnseen: 'lastVisit' } as const;
/** Nobody is asked so soon after a talk why he does not come. */
const quietDays = 14;
const carsAtOnce = 2000;

/** Each night: the rules that go by the calendar are gone through, one a transaction. */
export const beginUnseen = (work: Work) => {
  const on = dateIn(zoneOfTenant, work.now);
  return work.later(unseenTask, { at: 0, on }, work.now, `unseen.${on}`);
};

/** One rule of one unit, then the next. What is left of an earlier day is not made up for. */
export async function lookForUnseen(work: Work, { at, on }: { at: number; on: string }) {
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
  if (row.isOn) await planUnseen(work, row, nearer);
  await work.later(unseenTask, { at: at + 1, on }, work.now, `unseen.${on}.${at + 1}`);
}

/** Plans the calls that one rule makes due today, shared among who calls by it. On closed days nobody is put on a list. */
async function planUnseen(work: Work, row: EditionRow, nearer: readonly string[]): Promise<void> {
  const occasion = row.occasion as Unseen;
  const rule = ruleFrom(row);
  const today = dateIn(zoneOfTenant, work.now);
  const business = await calendarOf(work, row.orgPath);
  if (openingsOn(business, today).length === 0) return;
  const calling = await callingHoursOf(work, row.orgPath, business);
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
    size: carsAtOnce,
  });
  const callers = await callersFor(work, rule, row.orgPath);
  const anchor = anchorOf[occasion];
  const rows = (await atOpenUnits(work, found)).flatMap(({ anchorOn, ...place }, index) => {
    const planned = planWindow(rule, { anchor, anchorOn }, business, calling);
    const { earliestOn, latestOn, why: sum } = planned;
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

/** The car came by itself: who was to ask for it need not call. */
export async function cancelForReturn(work: Work, vehicleId: string): Promise<void> {
  await cancelAll(work, await askedBack(work, vehicleId), 'cameBack');
}
