import { commitmentsAbout } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed, seesIdentity } from '#platform/privacy.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import { normalisePlate, readPlate } from '#shared/plates.ts';
import type { QueryOf } from '#shared/route.ts';
import { backwards, type Probe, shapeOfQuery, withoutGuesses } from '#shared/search-text.ts';
import type { Complaint, ComplaintFigure, ComplaintMatch, complaintRoutes } from '../contract.ts';
import { seenComplaint } from './queries.ts';
import {
  countComplaints,
  type FiguresRow,
  figuresOf,
  type ListAsked,
  type MatchAsked,
  matchesFor,
  pressingComplaints,
  recentComplaints,
} from './queries-lists.ts';
import { shownComplaint, shownInList, shownMatch } from './show.ts';
import { shownPoints } from './show-points.ts';
import { shownWork } from './show-work.ts';
import { isWalled } from './wall.ts';

type ListQuery = QueryOf<typeof complaintRoutes.list>;

const beginOf = (date: string) => instantAt(zoneOfTenant, date, '00:00');
const endOf = (date: string) => beginOf(addDays(date, 1));

/** The whole record in two round trips. */
export async function oneComplaint(work: Work, complaintId: string): Promise<Complaint> {
  const row = await seenComplaint(work, complaintId);
  if (!row) throw notFound();
  const commitments = await commitmentsAbout(work, 'complaint', [complaintId]);
  const shown = shownComplaint(work.actor, row, commitments.get(complaintId));
  const points = await shownPoints(work, row);
  return placed({ ...shown, ...points, ...(await shownWork(work, row)) }, row.orgPath);
}

/** Whether the caller sees who complained: the same wall for what other modules hold of it. @throws Problem 404 */
export async function seesComplainant(work: Work, complaintId: string): Promise<boolean> {
  const row = await seenComplaint(work, complaintId);
  if (!row) throw notFound();
  return !isWalled(work.actor, row);
}

export async function listComplaints(work: Work, query: ListQuery, { cursors }: Host) {
  const sort = query.sort ?? 'dueAt';
  const list = `complaints.${sort}`;
  const filter = filterOf(work, query);
  const read = sort === 'dueAt' ? pressingComplaints : recentComplaints;
  const rows = await read(work, filter, cursors.open(list, query.cursor), sizeOf(query) + 1);
  const ids = rows.slice(0, sizeOf(query)).map(({ id }) => id);
  const clocks = await commitmentsAbout(work, 'complaint', ids);
  const page = pageOf(
    cursors,
    list,
    query,
    rows,
    (row) => [(sort === 'dueAt' ? row.dueAt : row.receivedAt)?.toISOString() ?? 'infinity', row.id],
    (row) => shownInList(work.actor, row, clocks.get(row.id)),
  );
  return query.count ? { ...page, total: await countComplaints(work, filter) } : page;
}

const filterOf = (work: Work, query: ListQuery): ListAsked => ({
  isOpen: query.isOpen ?? null,
  state: query.state ?? null,
  kind: query.kind ?? null,
  severity: query.severity ?? null,
  handlerId: query.handlerId ?? null,
  customerId: query.customerId ?? null,
  vehicleId: query.vehicleId ?? null,
  askedFrom: query.customerId || query.vehicleId ? work.actor.unitPath : null,
  channel: query.channel ?? null,
  since: query.receivedFrom ? beginOf(query.receivedFrom) : null,
  until: query.receivedUntil ? endOf(query.receivedUntil) : null,
  figure: query.figure ?? null,
  start: query.q?.trim().toUpperCase() || null,
  plateStart: plateStartOf(work, query.q),
});

/** The beginning of a plate: of one who sees them masked, a whole one or what is shown of it. */
function plateStartOf({ actor }: Work, q = ''): string | null {
  const start = normalisePlate(q);
  if (start === '' || seesIdentity(actor) || start.length <= 2) return start || null;
  return readPlate(q).kind === 'plate' ? start : null;
}

const noMatch: MatchAsked = { plateStart: null, plateTail: null, phoneTail: null, name: null };

/** One meaning of what was typed, as the statement looks for it: by its beginning. */
function askedBy(probe: Probe): [keyof MatchAsked, string][] {
  switch (probe.kind) {
    case 'plate':
      return [['plateStart', probe.plate]];
    case 'plateStart':
      return [['plateStart', probe.start]];
    case 'plateTail':
      return [['plateTail', backwards(probe.tail)]];
    case 'phone':
      return [['phoneTail', backwards(probe.phone)]];
    case 'phoneTail':
      return [['phoneTail', backwards(probe.tail)]];
    case 'name':
      return [['name', probe.name]];
    default:
      return [];
  }
}

/** Whom a complaint may concern: whatever the typed text can be, plate, phone or name. */
export async function matchesOf(work: Work, typed: string): Promise<ComplaintMatch[]> {
  const all = shapeOfQuery(typed);
  const meant = seesIdentity(work.actor) ? all : withoutGuesses(all);
  const asked = { ...noMatch, ...Object.fromEntries(meant.flatMap(askedBy)) };
  if (Object.values(asked).every((value) => value === null)) return [];
  return (await matchesFor(work, asked)).map((row) => shownMatch(work.actor, row));
}

/**
 * The figures of S0 and S1 (CMP-17); each leads to the list of what it counted. Resolved counts among those that are
 * closed or late, so that what came in this morning does not look like a failure.
 */
export async function complaintFigures(work: Work, from: string, to: string) {
  if (to < from) throw ruleBroken('?to', 'period_reversed');
  const row = await figuresOf(work, beginOf(from), endOf(to));
  return { from, to, figures: figuresFrom(row, `receivedFrom=${from}&receivedUntil=${to}`) };
}

function figuresFrom(row: FiguresRow, period: string): ComplaintFigure[] {
  const figure = (
    key: ComplaintFigure['key'],
    value: number,
    of: number,
    rest: Partial<ComplaintFigure> = {},
  ): ComplaintFigure => ({
    key,
    value,
    of,
    share: of === 0 ? null : value / of,
    target: null,
    isTargetUpper: false,
    filter: `${period}&sort=-receivedAt&figure=${key}`,
    ...rest,
  });
  const all = `${period}&sort=-receivedAt&figure=received`;
  return [
    figure('received', row.received, row.received),
    figure('complaintRate', row.received, row.visits, {
      target: 0.1,
      isTargetUpper: true,
      filter: all,
    }),
    figure('answeredInTime', row.answeredInTime, row.answerable),
    figure('resolved', row.resolved, row.closable, { target: 0.9 }),
    figure('recurred', row.recurred, row.received, { isTargetUpper: true }),
  ];
}
