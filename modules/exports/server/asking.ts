import { notify } from '#modules/commitments/server/index.ts';
import { nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Call } from '#platform/http.ts';
import { forbidden, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { exportRoutes } from '../contract.ts';
import { exportEvents } from '../events.ts';
import { exportLife } from '../lifecycle.ts';
import { budget } from './budget.ts';
import {
  type Asked,
  countOf,
  filterText,
  filterWithoutWords,
  listOf,
  mayHaveWhole,
  refusePrograms,
  sayIn,
} from './looking.ts';
import { allowanceOn, type ExportRow, insertExport, takeRows } from './queries.ts';

type Wanted = BodyOf<typeof exportRoutes.ask>;

const today = (work: Work) => dateIn(zoneOfTenant, work.now);

/** What is left of the caller’s day. */
export async function leftOf(work: Work) {
  const allowed = await allowanceOn(work, today(work));
  return { ...allowed, left: Math.max(0, allowed.rowsADay - allowed.used) };
}

/** What the list would be as a workbook, before anybody says what it is for. */
export async function outlookOf(work: Work, asked: Asked, call: Call) {
  const list = listOf(asked.list);
  const { rowsADay, left } = await leftOf(work);
  const { rows, isMore } = await countOf(work, asked, call, left);
  const say = sayIn(list, call.language);
  return {
    list: asked.list,
    title: say(list.title),
    rows,
    isMore,
    columns: list.columns.map(({ key, shownAs, word }) => ({
      key,
      shownAs: shownAs ?? key,
      name: say(word),
    })),
    mayHaveWhole: mayHaveWhole(work, list),
    budget: { rowsADay, left },
  };
}

/**
 * Asks for a list as a workbook. Its rows are counted towards the day at once, whether it is fetched or not; a list
 * that is too long is refused, and the owner hears of both (G-43).
 * @throws Problem 422 `export_budget`, `export_column`; 403 `forbidden`, `export_people_only`
 */
export async function askForExport(work: Work, wanted: Wanted, call: Call): Promise<ExportRow> {
  refusePrograms(work);
  const list = listOf(wanted.list);
  const isWhole = wanted.isWhole ?? false;
  if (isWhole && !mayHaveWhole(work, list)) throw forbidden(list.whole?.permission);
  const known = new Set(list.columns.map(({ key }) => key));
  const odd = wanted.columns.find((key) => !known.has(key));
  if (odd !== undefined) throw ruleBroken('/columns', 'export_column', { column: odd });
  const { rowsADay, left, usual } = await leftOf(work);
  const { rows, isMore } = await countOf(work, wanted, call, left);
  if (isMore || rows > left) return refuse(call, wanted, isMore ? rows + 1 : rows, left);
  const row = await call.once(wanted, async (writer) => {
    const taken = await takeRows(writer, today(writer), rows, rowsADay);
    if (!taken) return null;
    const made = await begin(writer, wanted, rows, isWhole);
    await alarm(writer, made, { used: taken.rows, rowsADay, usual });
    return { ...made, employeeName: writer.actor.name };
  });
  return row ?? refuse(call, wanted, rows, left);
}

async function begin(work: Work, wanted: Wanted, rows: number, isWhole: boolean) {
  const { list, query, columns, reason } = wanted;
  const made = await insertExport(work, {
    employeeId: work.actor.id,
    list,
    query: filterText(query),
    columns,
    reason: reason.trim(),
    isWhole,
    rowsPlanned: rows,
    rowsWritten: null,
    state: exportLife.initial,
    expiresAt: new Date(work.now.getTime() + budget.minutesToFetch * 60_000),
    endedAt: null,
    number: await nextNumber(work, work.actor.unitId, 'listExport', 'DC'),
  });
  const filter = filterWithoutWords(query);
  const about = { type: 'listExport', id: made.id, orgPath: made.orgPath };
  await work.emit(exportEvents.asked, { exportId: made.id, list, rows, filter, isWhole }, about);
  return made;
}

/** A day nearly used up, or much more than this person ever takes: the owner is told. */
async function alarm(
  work: Work,
  row: Omit<ExportRow, 'employeeName'>,
  now: { used: number; rowsADay: number; usual: number | null },
): Promise<void> {
  const facts = { name: work.actor.name, rows: row.rowsPlanned, number: row.number };
  const about = { type: 'listExport', id: row.id };
  if (now.used >= now.rowsADay * budget.nearlyUsedShare) {
    const key = `exports.nearlyUsed:${row.employeeId}:${today(work)}`;
    const counted = { ...facts, used: now.used, rowsADay: now.rowsADay };
    await tellOwners(work, { kind: 'exports.nearlyUsed', about, facts: counted, key });
  }
  const isMuch = row.rowsPlanned >= budget.unusualFromRows;
  if (isMuch && row.rowsPlanned > budget.unusualTimes * (now.usual ?? 0)) {
    const kind = 'exports.unusual';
    const usually = { ...facts, usual: now.usual ?? 0 };
    await tellOwners(work, { kind, about, facts: usually, key: `${kind}:${row.id}` });
  }
}

type Told = Parameters<typeof notify>[2];
export async function tellOwners(work: Work, told: Told): Promise<void> {
  const owners = await employeesWith(work, 'organisation.manage', work.actor.unitPath);
  const others = owners.filter(({ id }) => id !== work.actor.id);
  const ids = (others.length > 0 ? others : owners).map(({ id }) => id);
  await notify(work, ids, told);
}

/** Refused, and on record nevertheless: in a transaction of its own. */
async function refuse(call: Call, wanted: Wanted, rows: number, left: number): Promise<never> {
  await call.writing(async (work) => {
    const { id: employeeId, name } = work.actor;
    const about = { type: 'employee', id: employeeId };
    await work.emit(exportEvents.refused, { employeeId, list: wanted.list, rows, left }, about);
    const key = `exports.refused:${employeeId}:${today(work)}`;
    const told = { kind: 'exports.refused', about, facts: { name, rows, left }, key };
    await tellOwners(work, told);
  });
  throw ruleBroken('/list', 'export_budget', { rows, left });
}

/** What is no longer there to be fetched. */
export const exportOver = () => new Problem(409, 'export_over');
