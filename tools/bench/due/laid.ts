import { calendarOf } from '#modules/commitments/server/index.ts';
import { callersFor } from '#modules/follow-ups/server/callers.ts';
import { callingHoursOf } from '#modules/follow-ups/server/index.ts';
import { type EditionRow, editionsEverywhere } from '#modules/follow-ups/server/queries-rules.ts';
import { followUpRules, ruleFrom } from '#modules/follow-ups/server/rules.ts';
import { ruleFor } from '#modules/follow-ups/server/rules-service.ts';
import { type Anchor, planWindow } from '#modules/follow-ups/server/windows.ts';
import { settingsOf } from '#modules/reminders/server/rules.ts';
import type { Work } from '#platform/work.ts';
import { openingsOn } from '#shared/business-calendar.ts';
import { addDays, daysBetween } from '#shared/dates.ts';
import { type Laid, milestonesGiven, type Step } from './bare.ts';

export interface Unit {
  id: string;
  path: string;
}

const anchors = { firstService: 'firstRegistered', longUnseen: 'lastVisit' } as const;

/** What the bare statements of a night and its morning are given: which rule holds where, and the days of each. */
export async function laidOut(work: Work, units: readonly Unit[], on: string) {
  const business = await calendarOf(work, units[0]!.path);
  const calling = await callingHoursOf(work, units[0]!.path, business);
  const given = { today: on, now: work.now };
  const agents = (await callersFor(work, followUpRules.longUnseen, units[0]!.path)).map(
    ({ id }) => id,
  );
  const laid: Laid[] = [];
  for (const occasion of ['firstService', 'longUnseen'] as const) {
    const rows = await editionsEverywhere(work, occasion);
    laid.push(...rows.map((row) => laidFor(row, rows, occasion)));
  }

  function laidFor(row: EditionRow, all: readonly EditionRow[], occasion: Laid['occasion']): Laid {
    const rule = ruleFrom(row);
    const nearest = ({ path }: Unit) =>
      all
        .filter(({ orgPath }) => path.startsWith(orgPath))
        .toSorted((one, other) => other.orgPath.length - one.orgPath.length)[0];
    const [fromOn, untilOn] = [addDays(on, -rule.latestDays), addDays(on, -rule.earliestDays)];
    const days = Array.from({ length: daysBetween(fromOn, untilOn) + 1 }, (_, at) => {
      const anchorOn = addDays(fromOn, at);
      const { earliestOn, latestOn, why: sum } = windowOf({ anchor: anchors[occasion], anchorOn });
      return { anchorOn, earliestOn, latestOn, sum };
    });
    function windowOf(anchor: Anchor) {
      return planWindow(rule, anchor, business, calling);
    }
    return {
      ...{ editionId: row.id, orgPath: row.orgPath, occasion, days, fromOn, untilOn },
      places: units.filter((unit) => nearest(unit)?.id === row.id).map(({ path }) => path),
      kinds: rule.conditions.customerKinds ?? [],
    };
  }

  const unseen = (['firstService', 'longUnseen'] as const).map((occasion): Step => {
    const rules = laid.filter((one) => one.occasion === occasion);
    const days = rules.flatMap(({ fromOn, untilOn }) => [fromOn, untilOn]).toSorted();
    const span = { fromOn: days[0] ?? on, untilOn: days.at(-1) ?? on };
    return [occasion, { ...given, ...span, agents, rules: JSON.stringify(rules) }];
  });
  const morning: Step[] = [];
  for (const unit of units) {
    const rule = await ruleFor(work, 'reminder', unit.path);
    const { quietDays, perDay } = await settingsOf(work, unit.path);
    const anchor: Anchor = { anchor: 'dueList', anchorOn: on };
    const { earliestOn, latestOn, why } = planWindow(rule, anchor, business, calling);
    const place = { unitId: unit.id, path: unit.path, editionId: rule.editionId };
    const terms = { quietDays, perDay, earliestOn, latestOn, sum: JSON.stringify(why) };
    morning.push(['morning', { ...given, ...place, ...terms }]);
  }
  const proposals: Step[] = [['proposals', { ...given, ...milestonesGiven }]];
  return { unseen, proposals, morning };
}

/** The next day on which the house works: on a closed one nobody is put on a list. */
export async function workingDay(work: Work, path: string, from: string): Promise<string> {
  const business = await calendarOf(work, path);
  let on = from;
  while (openingsOn(business, on).length === 0) on = addDays(on, 1);
  return on;
}
