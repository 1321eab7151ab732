import { resultOf } from '#modules/campaigns/server/index.ts';
import { type Period, type Place, spanOf } from '#modules/complaint-reviews/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { Brief, PlaceLine, TrendPoint, Unfinished } from '../contract.ts';
import { type CaseReason, indicatorKeys, type PeriodGrain, unfinishedKinds } from '../lifecycle.ts';
import { countedIn, seesPeople, shareOf } from './indicators.ts';
import { lookedAt, monthsUpTo } from './periods.ts';
import type { BriefRow } from './queries.ts';
import {
  type Mentioned,
  namesNow,
  notableCases,
  type ReadRow,
  readNow,
  unfinishedAt,
} from './queries-cases.ts';
import { totalsOf } from './queries-counted.ts';

/** A brief as it lies in the row: people, shops and records by their ids alone. */
export interface Facts extends Pick<Brief, 'figures' | 'trend' | 'rules' | 'shops' | 'agents'> {
  /** What came of a campaign, in the report of one. */
  campaign?: Brief['campaign'];
  cases: (Mentioned & { reason: CaseReason })[];
  unfinished: { kind: Unfinished['kind']; total: number; ids: string[] }[];
}

/** A month is laid beside the twelve before it, a year shows its own twelve. */
const monthsShown: Readonly<Record<PeriodGrain, number>> = { month: 13, year: 12 };

/** What is told of a period at a place, as it stands now. What is sealed for the shop is not counted, whoever asks. */
export async function freshFacts(
  work: Work,
  place: Place,
  grain: PeriodGrain,
  period: Period,
): Promise<Facts> {
  const asked = { place: place.path, agentId: null, seesAll: false };
  const counted = await countedIn(work, place, period, asked);
  const span = { ...spanOf(period), place: place.path };
  const open = await unfinishedAt(work, { ...span, untilOn: period.untilOn });
  return {
    ...counted,
    shops: counted.shops.map(nameless),
    agents: counted.agents.map(nameless),
    trend: await trendOf(work, monthsUpTo(lastMonthOf(period), monthsShown[grain]), asked),
    cases: await notableCases(work, span),
    unfinished: unfinishedKinds.map((kind) => {
      const own = open.filter((row) => row.kind === kind);
      return { kind, total: own[0]?.total ?? 0, ids: own.map(({ id }) => id) };
    }),
  };
}

/** What a report on a campaign is frozen with: its result; indicators of a period are not its matter. */
export async function factsOfCampaign(work: Work, campaignId: string): Promise<Facts> {
  const campaign = await resultOf(work, campaignId);
  const nothing = { figures: [], trend: [], rules: [], shops: [], agents: [] };
  return { ...nothing, cases: [], unfinished: [], campaign };
}

const lastMonthOf = ({ untilOn }: Period) => `${untilOn.slice(0, 7)}-01`;
/** A name goes when the person goes: it is read when the brief is shown. */
const nameless = (line: PlaceLine): PlaceLine => ({ ...line, name: '' });

async function trendOf(
  work: Work,
  months: readonly Period[],
  asked: Parameters<typeof totalsOf>[2],
): Promise<TrendPoint[]> {
  const totals = await totalsOf(work, months.map(lookedAt), asked);
  return months.map((month, at) => ({
    ...month,
    cells: indicatorKeys.map((key) => ({ key, now: shareOf(totals[at]!.get(key)) })),
  }));
}

/** The facts as they were drawn up; names and words as they are today, and only what the reader may see. */
export async function shownFacts(
  work: Work,
  row: BriefRow,
): Promise<
  Pick<
    Brief,
    'campaign' | 'figures' | 'trend' | 'rules' | 'shops' | 'agents' | 'cases' | 'unfinished'
  >
> {
  const facts = row.facts as Facts;
  const { figures, trend, rules, cases, unfinished } = facts;
  const agents = seesPeople(work, row.orgPath)
    ? facts.agents
    : facts.agents.filter(({ id }) => id === work.actor.id);
  const names = await namesNow(
    work,
    [...facts.shops, ...agents].map(({ id }) => id),
  );
  const read = await readNow(work, [
    ...cases.map(({ id }) => id),
    ...unfinished.flatMap(({ ids }) => ids),
  ]);
  const named = (line: PlaceLine) => ({ ...line, name: names.get(line.id) ?? '' });
  return {
    ...{ figures, trend, rules, campaign: facts.campaign ?? null },
    shops: facts.shops.map(named),
    agents: agents.map(named),
    cases: cases.flatMap(({ id, reason }) => {
      const now = read.get(id);
      return now ? [{ reason, ...mentionOf(now) }] : [];
    }),
    unfinished: unfinished.map(({ kind, total, ids }) => ({
      kind,
      total,
      first: ids.flatMap((id) => {
        const now = read.get(id);
        return now ? [{ ...mentionOf(now), isOpen: now.isOpen }] : [];
      }),
    })),
  };
}

const mentionOf = ({ aboutType, aboutId, number, beginning }: ReadRow) => ({
  ...{ aboutType, aboutId, number, beginning },
});
