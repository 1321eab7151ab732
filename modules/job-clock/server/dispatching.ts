import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { postNameOf } from '#modules/staffing/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import type { DispatchLine, dispatchRoutes, ItemLoop } from '../contract.ts';
import { jobClockEvents } from '../events.ts';
import { without } from './certificates.ts';
import { expectedAt } from './lateness.ts';
import { linesAt, lockOrdersOf } from './queries.ts';
import {
  dispatchLines,
  endAssignments,
  type ItemRow,
  insertAssignments,
  isOrderSeen,
  itemsOf,
  openAssignments,
  techniciansOf,
} from './queries-dispatch.ts';
import { lateOrders } from './queries-lateness.ts';
import { conflictsShown } from './showing.ts';

/** The start of the day, by the house's clock. */
export const dayStart = (now: Date): Date =>
  instantAt(zoneOfTenant, dateIn(zoneOfTenant, now), '00:00');

/** Open jobs and who may do them, in one answer (派工). */
export async function dispatchBoard(work: Work): Promise<ReplyOf<typeof dispatchRoutes.board>> {
  const rows = await dispatchLines(work);
  const today = dateIn(zoneOfTenant, work.now);
  const people = await techniciansOf(work, dayStart(work.now), today);
  const late = await lateOrders(work);
  const load = loadOf(rows);
  return {
    lines: rows.map(({ orgPath, ...row }) => placed(wire(row), orgPath)),
    technicians: people.map((person) => ({
      ...person,
      posts: person.posts.map(postNameOf),
      loadMinutes: load.get(person.id) ?? 0,
    })),
    late: late.map(({ orgPath, advisorId: _advisorId, ...row }) => {
      const expected = expectedAt(work.now, { ...row, orgPath, advisorId: '' });
      return placed(wire({ ...row, expectedAt: expected }), orgPath);
    }),
    conflicts: await conflictsShown(work, 'all'),
  };
}

/** Standard minutes that are left, divided among those who are to do a job: by their shares, else evenly. */
export function loadOf(
  lines: readonly Pick<DispatchLine, 'standardMinutes' | 'workedMinutes' | 'assigned'>[],
): Map<string, number> {
  const load = new Map<string, number>();
  for (const { standardMinutes, workedMinutes, assigned } of lines) {
    const left = Math.max(0, standardMinutes - workedMinutes);
    for (const { employeeId, sharePercent } of assigned) {
      const part = Math.round((left * (sharePercent ?? 100 / assigned.length)) / 100);
      load.set(employeeId, (load.get(employeeId) ?? 0) + part);
    }
  }
  return load;
}

/** Gives a job to technicians: each knows the work, holds the certificate that it asks for; who had it stays on record. */
export async function assign(
  work: Work,
  { lineId, technicians }: BodyOf<typeof dispatchRoutes.assign>,
): Promise<void> {
  await lockOrdersOf(work, [lineId]);
  const [line] = await linesAt(work, [lineId]);
  if (!line) throw ruleBroken('/lineId', 'clock_line_unknown');
  if (
    line.doneAt !== null ||
    !['approved', 'inWork'].includes(line.state) ||
    line.answer !== 'approved'
  )
    throw new Problem(409, 'clock_line_closed');
  const ids = technicians.map(({ technicianId }) => technicianId);
  await refuseUnfit(work, line, ids);
  refuseShares(technicians);
  const before = await openAssignments(work, lineId);
  const isSame = (row: (typeof before)[number]) =>
    technicians.some(
      (one) =>
        one.technicianId === row.employeeId && (one.sharePercent ?? null) === row.sharePercent,
    );
  const gone = before.filter((row) => !isSame(row));
  await endAssignments(
    work,
    gone.map(({ id }) => id),
  );
  const stays = new Set(before.filter(isSame).map(({ employeeId }) => employeeId));
  const { orgUnitId, orgPath, orderId } = line;
  const fresh = technicians.filter(({ technicianId }) => !stays.has(technicianId));
  await insertAssignments(
    work,
    fresh.map(({ technicianId, sharePercent = null }) => ({
      ...{ orgUnitId, orgPath, orderId, lineId, sharePercent },
      employeeId: technicianId,
      sinceAt: work.now,
    })),
  );
  if (gone.length === 0 && fresh.length === 0) return;
  const about = { type: 'jobClock', id: lineId, orgPath };
  await work.emit(jobClockEvents.assigned, { orderId, lineId }, about);
}

async function refuseUnfit(
  work: Work,
  { orgPath, certificate }: { orgPath: string; certificate: string },
  ids: readonly string[],
): Promise<void> {
  const able = new Set(
    (await employeesWith(work, 'serviceOrders.work', orgPath)).map(({ id }) => id),
  );
  const strange = ids.findIndex((id) => !able.has(id));
  if (strange >= 0) throw ruleBroken(`/technicians/${strange}/technicianId`, 'technician_unknown');
  const [lacking] = await without(work, ids, certificate);
  if (lacking !== undefined) {
    const pointer = `/technicians/${ids.indexOf(lacking)}/technicianId`;
    throw ruleBroken(pointer, 'clock_certificate_missing');
  }
}

/** Either nobody has a share set, or all have and they make the whole; nobody stands twice. */
function refuseShares(
  technicians: readonly { technicianId: string; sharePercent?: number }[],
): void {
  const shares = technicians.flatMap(({ sharePercent }) => sharePercent ?? []);
  const isWhole = shares.length === 0 || shares.reduce((sum, one) => sum + one, 0) === 100;
  const isEveryone = shares.length === 0 || shares.length === technicians.length;
  const isOnce =
    new Set(technicians.map(({ technicianId }) => technicianId)).size === technicians.length;
  if (!isWhole || !isEveryone || !isOnce) throw ruleBroken('/technicians', 'clock_shares_wrong');
}

/** Additional items step by step, out of what the order itself has on record (WSH-05). */
export async function itemLoops(work: Work, orderId: string): Promise<ItemLoop[]> {
  if (!(await isOrderSeen(work, orderId))) throw notFound();
  return (await itemsOf(work, orderId)).map(loopOf);
}

type Turn = { holder: ItemLoop['holder']; from: Date };
export function loopOf(row: ItemRow): ItemLoop {
  const { lineId, description, answer, answeredAt, proposedAt, doneAt } = row;
  const turns: Turn[] = [{ holder: 'desk', from: proposedAt }];
  if (answeredAt !== null && answer === 'refused') turns.push({ holder: 'done', from: answeredAt });
  if (answeredAt !== null && answer === 'approved') turns.push(...workTurns(row, answeredAt));
  if (doneAt !== null) turns.push({ holder: 'done', from: doneAt });
  const last = turns.at(-1)!;
  const steps = turns.slice(0, 10).map(({ holder, from }, at) => ({
    holder,
    from: from.toISOString(),
    until: turns[at + 1]?.from.toISOString() ?? null,
  }));
  return { lineId, description, holder: last.holder, since: last.from.toISOString(), steps };
}

/** From the answer on: with the parts while the vehicle waits for them, else with the technician. */
function workTurns({ waits, doneAt }: ItemRow, answeredAt: Date): Turn[] {
  const turns: Turn[] = [{ holder: 'technician', from: answeredAt }];
  for (const { waitingFor, at } of waits) {
    const from = new Date(at);
    if (from < answeredAt || (doneAt !== null && from > doneAt)) continue;
    const holder = ['parts', 'sublet'].includes(waitingFor) ? 'parts' : 'technician';
    if (turns.at(-1)!.holder !== holder) turns.push({ holder, from });
  }
  return turns;
}
