import { ruleOf } from '#modules/commitments/server/index.ts';
import {
  type Period,
  type Place,
  periodOf,
  placeOf,
  refuseFarDay,
  today,
  unitsSeen,
} from '#modules/complaint-reviews/server/index.ts';
import { seesSealed } from '#modules/surveys/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import type {
  Counted,
  Indicator,
  Indicators,
  indicatorRoutes,
  PlaceLine,
  RuleLine,
} from '../contract.ts';
import { type IndicatorKey, indicatorKeys, personalKeys } from '../lifecycle.ts';
import { earlier, lookedAt, monthsOf } from './periods.ts';
import { type Asked, type LineRow, linesOf, totalsOf } from './queries-counted.ts';

/** Whether the caller may see the figures of single people there; else his own alone. */
export const seesPeople = (work: Work, orgPath: string) =>
  can(work.actor, 'followUps.supervise', orgPath);

/** Whose work may be looked at: anybody's by who supervises, else one's own or that of the whole shop. */
export function agentAsked(work: Work, place: Place, agentId: string | undefined): string | null {
  if (agentId === undefined) return null;
  return seesPeople(work, place.path) ? agentId : work.actor.id;
}

/** The page of indicators: a period, a unit, perhaps one person (ASM-01, FUP-11). @throws Problem 422 `day_too_far` */
export async function indicatorsOf(
  work: Work,
  { grain = 'month', on, orgUnitId, agentId }: QueryOf<typeof indicatorRoutes.show>,
): Promise<Indicators> {
  refuseFarDay('?on', on);
  const units = await unitsSeen(work);
  const own = orgUnitId ?? units.find(({ id }) => id === work.actor.unitId)?.id ?? units[0]?.id;
  const place = await placeOf(work, own);
  const period = periodOf(grain, on ?? today(work));
  const asked = {
    place: place.path,
    agentId: agentAsked(work, place, agentId),
    seesAll: seesSealed(work.actor),
  };
  const sees = seesPeople(work, place.path);
  const shown = await countedIn(work, place, period, asked);
  return {
    grain,
    ...period,
    orgUnitId: place.id,
    unitName: place.name,
    agentId: asked.agentId,
    ...shown,
    agents: sees ? shown.agents : shown.agents.filter(({ id }) => id === work.actor.id),
    seesPeople: sees,
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
  };
}

/** All that is counted of a period at a place: against the period before and the year before, by rule, shop and person. */
export async function countedIn(work: Work, place: Place, period: Period, asked: Asked) {
  const compared = [period, earlier(period, monthsOf(period)), earlier(period, 12)];
  const [now, before, yearAgo] = await totalsOf(work, compared.map(lookedAt), asked);
  const rows = await linesOf(work, lookedAt(period), asked);
  const behind = recordsOf(place, period, asked.agentId);
  const keys = asked.agentId === null ? indicatorKeys : personalKeys;
  const figures = keys.map(
    (key): Indicator => ({
      key,
      now: shareOf(now!.get(key)),
      before: shareOf(before!.get(key)),
      yearAgo: shareOf(yearAgo!.get(key)),
      records: behind({ figure: key }),
    }),
  );
  return {
    figures,
    rules: ruleLines(rows, behind),
    shops: placeLines(rows, 'shop', (shop, key) => behind({ figure: key, orgUnitId: shop })),
    agents: placeLines(rows, 'agent', (agent, key) => behind({ figure: key, agentId: agent })),
  };
}

export const shareOf = (row: { value: number; of: number } | undefined): Counted => {
  const { value, of } = row ?? { value: 0, of: 0 };
  return { value, of, share: of === 0 ? null : value / of };
};

type Behind = (more: Record<string, string>) => string;
/** The query that lists what is behind a number. */
const recordsOf =
  (place: Place, { fromOn, untilOn }: Period, agentId: string | null): Behind =>
  (more) =>
    new URLSearchParams({
      ...{ fromOn, untilOn, orgUnitId: place.id },
      ...(agentId && { agentId }),
      ...more,
    }).toString();

const mostRules = 40;
const ruleLines = (rows: readonly LineRow[], behind: Behind): RuleLine[] =>
  rows
    .filter(({ dimension }) => dimension === 'rule')
    .slice(0, mostRules)
    .map((row) => ({
      rule: row.which,
      source: ruleOf(row.which)?.source ?? row.which,
      now: shareOf(row),
      records: behind({ figure: 'promises', rule: row.which }),
    }));

const mostLines = 300;
function placeLines(
  rows: readonly LineRow[],
  dimension: 'shop' | 'agent',
  behind: (which: string, key: IndicatorKey) => string,
): PlaceLine[] {
  const own = rows.filter((row) => row.dimension === dimension);
  return [...Map.groupBy(own, ({ which }) => which)].slice(0, mostLines).map(([id, cells]) => ({
    id,
    name: cells[0]!.name,
    cells: indicatorKeys.flatMap((key) => {
      const cell = cells.find((each) => each.key === key);
      return cell ? [{ key, now: shareOf(cell), records: behind(id, key) }] : [];
    }),
  }));
}
