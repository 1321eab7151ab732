import { nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Counted, MethodSum, Till, tillRoutes } from '../contract.ts';
import { moneyMethods } from '../contract-vocabulary.ts';
import { tillEvents } from '../events.ts';
import {
  closeById,
  correctionOf,
  insertClose,
  insertMovements,
  lastCloseOf,
  lockPerson,
  type Movement,
  movementsOpen,
} from './queries-till.ts';

type Body<Name extends 'close' | 'correct'> = BodyOf<(typeof tillRoutes)[Name]>;

/** Who stands at the till: a person. @throws Problem 403 */
export function cashierOf({ actor }: Work): string {
  if (actor.kind !== 'user') throw new Problem(403, 'till_person_needed');
  return actor.id;
}

const dayInMs = 86_400_000;

/**
 * From when on a person's movements belong to the open till: the beginning of today before the first close; then a day
 * before the last one ended, since what was under way then was committed after it. Each movement is in one close anyway.
 */
export async function openSince(work: Work, personId: string | null): Promise<Date> {
  const last = await lastCloseOf(work, personId);
  if (!last) return instantAt(zoneOfTenant, dateIn(zoneOfTenant, work.now), '00:00');
  return new Date(Math.max(last.sinceAt.getTime(), last.untilAt.getTime() - dayInMs));
}

/** What one took since the last close, by method. */
export async function openTill(work: Work): Promise<Till> {
  const personId = work.actor.kind === 'user' ? work.actor.id : null;
  const since = await openSince(work, personId);
  const movements = await movementsOpen(work, personId, since);
  const sums = sumsOf(movements);
  const first = movements[0]?.at ?? null;
  return {
    sinceAt: first === null ? null : first.toISOString(),
    sums,
    totalFen: netOf(sums),
    cashFen: netOf(sums.filter(({ method }) => method === 'cash')),
    movements: movements.length,
  };
}

export function sumsOf(movements: readonly Movement[]): MethodSum[] {
  return moneyMethods.flatMap((method) => {
    const own = movements.filter((movement) => movement.method === method);
    if (own.length === 0) return [];
    const amounts = own.map(({ amountFen }) => amountFen);
    const inFen = sumFen(amounts.filter((fen) => fen > 0));
    return [{ method, inFen, outFen: inFen - sumFen(amounts), count: own.length }];
  });
}
export const netOf = (sums: readonly MethodSum[]): number =>
  sumFen(sums.map(({ inFen, outFen }) => inFen - outFen));

/** What was counted, in fen. @throws Problem 422 `till_counted_twice` */
function countedFenOf(counted: Counted): number {
  const faces = counted.map(({ faceFen }) => faceFen);
  if (new Set(faces).size < faces.length) throw ruleBroken('/counted', 'till_counted_twice');
  return sumFen(counted.map(({ faceFen, count }) => faceFen * count));
}

/** Closes one's day with all that no close has yet; what comes afterwards belongs to the next one (WSH-15). */
export async function closeTill(work: Work, body: Body<'close'>): Promise<string> {
  const cashier = cashierOf(work);
  await lockPerson(work, cashier);
  const sinceAt = await openSince(work, cashier);
  const movements = await movementsOpen(work, cashier, sinceAt);
  if (movements.length === 0) throw new Problem(409, 'till_empty');
  const sums = sumsOf(movements);
  const totalFen = netOf(sums);
  if (totalFen !== body.totalFen) {
    throw new Problem(409, 'till_moved', { total: formatFen(totalFen) });
  }
  const row = await write(work, {
    ...drawerOf(body, sums),
    ...{ takenBy: cashier, orgUnitId: work.actor.unitId, orgPath: work.actor.unitPath },
    ...{ sinceAt, untilAt: work.now, totalFen, sums: JSON.stringify(sums) },
    dayOn: dateIn(zoneOfTenant, work.now),
    reason: (body.reason ?? '').trim(),
    correctsId: null,
  });
  await insertMovements(
    work,
    movements.map(({ movementId, kind }) => ({ movementId, kind, closeId: row.id })),
  );
  const told = { tillCloseId: row.id, differenceFen: row.countedFen - row.expectedFen };
  await work.emit(tillEvents.closed, told, aboutClose(row));
  return row.id;
}

/** Counted anew: a close of its own that says what the first one got wrong; its movements stay with that. */
export async function correctTill(
  work: Work,
  tillCloseId: string,
  body: Body<'correct'>,
): Promise<string> {
  const writer = cashierOf(work);
  const first = await closeById(work, tillCloseId);
  if (!first) throw notFound();
  await lockPerson(work, first.takenBy);
  if (await correctionOf(work, first.id)) throw new Problem(409, 'till_corrected_already');
  const { takenBy, orgUnitId, orgPath, dayOn, sinceAt, untilAt, totalFen } = first;
  const { sums } = first;
  const row = await write(work, {
    ...drawerOf(body, sums),
    ...{ takenBy, orgUnitId, orgPath, dayOn, sinceAt, untilAt, totalFen },
    sums: JSON.stringify(sums),
    reason: body.reason.trim(),
    correctsId: first.id,
    writtenBy: writer,
  });
  const differenceFen = row.countedFen - row.expectedFen;
  const told = { tillCloseId: row.id, correctsId: first.id, differenceFen };
  await work.emit(tillEvents.corrected, told, aboutClose(row));
  return row.id;
}

const aboutClose = ({ id, orgPath }: { id: string; orgPath: string }) => ({
  type: 'tillClose',
  id,
  orgPath,
});

/** Cash that should lie there, and what does. */
function drawerOf(
  { floatFen, counted }: Pick<Body<'close'>, 'floatFen' | 'counted'>,
  sums: readonly MethodSum[],
) {
  return {
    floatFen,
    counted: JSON.stringify(counted.filter(({ count }) => count > 0)),
    countedFen: countedFenOf(counted),
    expectedFen: floatFen + netOf(sums.filter(({ method }) => method === 'cash')),
  };
}

type Written = Omit<Parameters<typeof insertClose>[1], 'number' | 'at' | 'writtenBy'> & {
  orgUnitId: string;
  writtenBy?: string;
};

async function write(work: Work, row: Written) {
  const differenceFen = row.countedFen - row.expectedFen;
  if (differenceFen !== 0 && !row.reason) {
    const facts = { difference: formatFen(differenceFen) };
    throw ruleBroken('/reason', 'till_difference_unexplained', facts);
  }
  return insertClose(work, {
    writtenBy: row.takenBy,
    ...row,
    number: await nextNumber(work, row.orgUnitId, 'tillClose', 'RJ'),
    at: work.now,
  });
}
