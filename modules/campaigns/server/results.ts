import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import {
  type CampaignResult,
  type CampaignResultRecord,
  type LeftOutReason,
  type ResultLine,
  type ResultSide,
  resultFigures,
  type resultRoutes,
  resultSides,
} from '../contract.ts';
import { type Window, windowOf } from '../judge/window.ts';
import { type CampaignRow, campaignById, roundsOf } from './queries.ts';
import {
  type FigureRow,
  pageOfResults,
  type ResultRecordRow,
  resultFiguresOf,
  resultReasonsOf,
} from './queries-results.ts';

/** What came of a campaign as it stands now (FUP-12). @throws Problem 404, 409 `campaign_not_started` */
export async function resultOf(work: Work, campaignId: string): Promise<CampaignResult> {
  const { row, rounds, window } = await looked(work, campaignId);
  const asked = { campaignId, ...spanOf(window) };
  const figures = await resultFiguresOf(work, asked);
  const reasons = await resultReasonsOf(work, campaignId);
  const line = (side: ResultSide, way: FigureRow['way']) =>
    lineOf(figures, { campaignId, side, way });
  const sides = resultSides.map((side) => line(side, ''));
  return {
    ...{ campaignId, name: row.name, kind: row.kind },
    ...{ ...window, days: row.resultDays },
    isOver: dateIn(zoneOfTenant, work.now) > window.untilOn,
    customers: sides.reduce((sum, { customers }) => sum + customers, 0),
    sides: sides.filter(({ customers }) => customers > 0),
    rounds: rounds.map(({ way, fromOn, untilOn }) => {
      const reached = line('reached', way);
      const told = reached.customers + line('missed', way).customers;
      return { way, fromOn, untilOn, told, reached };
    }),
    leftOut: reasons.map(({ reason, customers }) => ({
      reason: reason as LeftOutReason,
      customers,
    })),
  };
}

async function looked(work: Work, campaignId: string) {
  const row = await campaignById(work, campaignId);
  if (!row) throw notFound();
  if (row.startedAt === null) throw new Problem(409, 'campaign_not_started');
  const rounds = await roundsOf(work, campaignId);
  return { row, rounds, window: windowOf(rounds, eventOf(row), row.resultDays) };
}

/** Between its instants, the second one outside. */
const spanOf = ({ sinceOn, untilOn }: Window) => ({
  since: instantAt(zoneOfTenant, sinceOn, '00:00'),
  until: instantAt(zoneOfTenant, addDays(untilOn, 1), '00:00'),
});

const eventOf = ({ happensAt }: CampaignRow) => happensAt && dateIn(zoneOfTenant, happensAt);

function lineOf(
  figures: readonly FigureRow[],
  of: { campaignId: string; side: ResultSide; way: FigureRow['way'] },
): ResultLine {
  const { campaignId, side, way } = of;
  const own = figures.filter((row) => row.side === side && row.way === way);
  const found = (figure: FigureRow['figure']) => own.find((row) => row.figure === figure);
  const behind = (figure: string) =>
    new URLSearchParams({ campaignId, figure, side, ...(way !== '' && { way }) }).toString();
  const customers = found('people')?.customers ?? 0;
  return {
    ...{ side, customers, records: behind('people') },
    cells: resultFigures.map((figure) => {
      const row = found(figure);
      const share = customers === 0 ? null : (row?.customers ?? 0) / customers;
      const counted = { customers: row?.customers ?? 0, share, fen: row?.fen ?? 0 };
      return { figure, ...counted, records: behind(figure) };
    }),
  };
}

/** What is behind a figure of a campaign, the latest first. */
export async function recordsOf(
  work: Work,
  query: QueryOf<typeof resultRoutes.list>,
  after: unknown[] | null,
  size: number,
): Promise<ResultRecordRow[]> {
  const { campaignId, figure = 'people', side = null, way = '' } = query;
  if (campaignId === undefined) return [];
  const { window } = await looked(work, campaignId);
  const span = spanOf(window);
  return pageOfResults(work, { campaignId, ...span, figure, side, way, size }, after);
}

export const presentRecord = (row: ResultRecordRow): CampaignResultRecord => wire(row);

/** Where and when a campaign was, for who writes its report. */
export async function placeOfCampaign(work: Work, campaignId: string) {
  const { row, window } = await looked(work, campaignId);
  const { orgUnitId, orgPath, name } = row;
  return { orgUnitId, orgPath, name, ...window };
}
