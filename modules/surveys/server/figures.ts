import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, daysBetween, instantAt } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import type { figureRoutes, Patterns, SurveyFigures } from '../contract.ts';
import { type Counts, countedLines, patternQueries } from './queries-figures.ts';
import { settingsAt } from './rules.ts';
import { seesSealed } from './show.ts';

const longestSpanDays = 732;

/** Both days included, as the shop's clock has them. @throws Problem 422 `span_wrong` */
export function spanOf({ from, to }: { from: string; to: string }) {
  const days = daysBetween(from, to);
  if (days < 0 || days > longestSpanDays) throw ruleBroken('/to', 'span_wrong');
  const at = (on: string) => instantAt(zoneOfTenant, on, '00:00');
  return { from: at(from), until: at(addDays(to, 1)) };
}

/** Satisfaction with its counts (SUR-02); a rate only where enough answered for one to mean anything. */
export async function surveyFigures(
  work: Work,
  { from, to, by, occasion = undefined }: QueryOf<typeof figureRoutes.figures>,
): Promise<SurveyFigures> {
  const span = spanOf({ from, to });
  const asked = { ...span, occasion: occasion ?? null, seesAll: seesSealed(work.actor) };
  const { leastForRate } = await settingsAt(work, work.actor.unitPath);
  const [total] = await countedLines(work, { ...asked, by: 'all' });
  const lines = await countedLines(work, { ...asked, by });
  return {
    from,
    to,
    leastForRate,
    total: withRates(total ?? nothing, leastForRate),
    lines: lines.map(({ key, name, ...counts }) => ({
      key,
      name,
      ...withRates(counts, leastForRate),
    })),
  };
}

const nothing: Counts = {
  asked: 0,
  answered: 0,
  sealed: 0,
  low: 0,
  rated: 0,
  satisfied: 0,
  promoters: 0,
  passives: 0,
  detractors: 0,
};

function withRates(given: Counts & { key?: unknown; name?: unknown }, least: number) {
  const { key: _key, name: _name, ...counts } = given;
  const { asked, answered, rated, satisfied, promoters, passives, detractors } = counts;
  const recommending = promoters + passives + detractors;
  const percent = (part: number, of: number, isEnough: boolean) =>
    isEnough ? Math.round((part * 1000) / of) / 10 : null;
  return {
    ...counts,
    responsePercent: percent(answered, asked, asked >= least),
    satisfiedPercent: percent(satisfied, rated, rated >= least),
    netPromoter: percent(promoters - detractors, recommending, recommending >= least),
  };
}

/** What looks steered in these days, with the records behind each. */
export async function surveyPatterns(
  work: Work,
  query: QueryOf<typeof figureRoutes.patterns>,
): Promise<Patterns> {
  const span = spanOf(query);
  const items: Patterns['items'] = [];
  for (const kind of ['allTop', 'oneDevice', 'phoneChanged', 'lowMissing'] as const) {
    const rows = await work.rows(patternQueries[kind], span);
    items.push(...rows.map((row) => ({ kind, ...row })));
  }
  return { items };
}
