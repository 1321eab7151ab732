import { randomUUID } from 'node:crypto';
import { calendarOf, notify, promise } from '#modules/commitments/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { drawnBy } from '#platform/drawn.ts';
import { newId } from '#platform/ids.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingDays } from '#shared/business-calendar.ts';
import { addDays, dateIn, instantAt, weekdayOf } from '#shared/dates.ts';
import type { CallCheckRule } from '../contract.ts';
import { callCheckDrawEvents } from '../events.ts';
import { checkRule } from './deadlines.ts';
import {
  closedTalks,
  drawOfWeek,
  insertChecks,
  insertDraw,
  type Talk,
  unitsToDraw,
} from './queries-draws.ts';
import { ruleAt, ruleKey } from './rules.ts';

/** How many supervisors hear of a draw: the nearest. */
const mostTold = 5;
/** More than these of one person and week nobody checks. */
const mostOfOne = 20;

const drawTask = defineTask<{ orgUnitId: string; weekOn: string }>(
  'callChecks.draw',
  async (work, { orgUnitId, weekOn }) => {
    await drawWeek(work, orgUnitId, weekOn);
  },
);

/** Each night: units whose rule is on and whose last week is not drawn yet (FUP-11). Nobody asks for it, nobody chooses. */
export async function drawOvernight(work: Work): Promise<void> {
  const today = dateIn(zoneOfTenant, work.now);
  const weekOn = addDays(today, 1 - weekdayOf(today) - 7);
  const units = await unitsToDraw(work, { ...weekOf(weekOn), weekOn, ruleKey });
  for (const { orgUnitId } of units) {
    await work.later(drawTask, { orgUnitId, weekOn }, work.now, `${orgUnitId}.${weekOn}`);
  }
}

const weekOf = (weekOn: string) => ({
  since: instantAt(zoneOfTenant, weekOn, '00:00'),
  until: instantAt(zoneOfTenant, addDays(weekOn, 7), '00:00'),
});

/** Draws a unit's week, once. */
export async function drawWeek(work: Work, orgUnitId: string, weekOn: string): Promise<void> {
  const unit = await unitById(work, orgUnitId);
  if (!unit) return;
  const rule = await ruleAt(work, unit.path);
  if (!rule.isOn || (await drawOfWeek(work, { orgUnitId, weekOn }))) return;
  const talks = await closedTalks(work, { orgUnitId, ...weekOf(weekOn) });
  const seed = randomUUID();
  const chosen = drawnTalks(seed, talks, rule);
  if (chosen.length === 0) return;
  const place = { orgUnitId, orgPath: unit.path };
  const { way, amount } = rule;
  const counts = { talks: talks.length, drawn: chosen.length };
  const draw = await insertDraw(work, {
    ...place,
    ...counts,
    weekOn,
    seed,
    way,
    amount,
    at: work.now,
  });
  const due = addWorkingDays(await calendarOf(work, unit.path), work.now, rule.termDays);
  const rows = chosen.map(({ id: callId, agentId, agentName }) => ({
    check: {
      id: newId(work.now),
      drawId: draw.id,
      weekOn,
      callId,
      agentId,
      dueAt: due.dueAt,
      ...place,
    },
    agentName,
  }));
  await insertChecks(
    work,
    rows.map(({ check }) => check),
  );
  const supervisors = await supervisorsAt(work, unit.path);
  for (const { check, agentName } of rows) {
    await promise(work, {
      ...place,
      rule: checkRule,
      about: { type: 'callCheck', id: check.id },
      ownerId: supervisors.find((id) => id !== check.agentId) ?? null,
      dueAt: due.dueAt,
      sum: due.spans,
      subject: agentName,
    });
  }
  await tellDraw(work, draw, supervisors, unit.name);
}

/** Those nearest first who are not the management: that hears of what is late. */
async function supervisorsAt(work: Work, orgPath: string): Promise<string[]> {
  const managers = new Set(
    (await employeesWith(work, 'organisation.manage', orgPath)).map(({ id }) => id),
  );
  const ids = (await employeesWith(work, 'followUps.supervise', orgPath)).map(({ id }) => id);
  return ids.toSorted((one, other) => Number(managers.has(one)) - Number(managers.has(other)));
}

async function tellDraw(
  work: Work,
  draw: Awaited<ReturnType<typeof insertDraw>>,
  supervisors: readonly string[],
  unitName: string,
): Promise<void> {
  const { id: drawId, orgPath, weekOn, drawn: count, seed } = draw;
  const about = { type: 'callCheckDraw', id: drawId, orgPath };
  await work.emit(callCheckDrawEvents.drawn, { drawId, weekOn, count, seed }, about);
  await notify(work, supervisors.slice(0, mostTold), {
    kind: 'callChecks.drawn',
    about,
    facts: { unitName, count, from: weekOn, until: addDays(weekOn, 6) },
    key: `callChecks.drawn.${drawId}`,
    isPrivate: true,
  });
}

/**
 * Of each caller's closed talks as many as the rule says, those with a recording before the others, by chance. Whoever has
 * the seed and the talks draws the same again.
 */
export function drawnTalks(
  seed: string,
  talks: readonly Talk[],
  { way, amount }: Pick<CallCheckRule, 'way' | 'amount'>,
): Talk[] {
  const byAgent = Map.groupBy(talks, ({ agentId }) => agentId);
  return [...byAgent.values()].flatMap((own) => {
    const wanted = way === 'number' ? amount : Math.ceil((own.length * amount) / 100);
    const size = Math.min(wanted, mostOfOne);
    const idsOf = (isRecorded: boolean) =>
      own.filter(({ hasRecording }) => hasRecording === isRecorded).map(({ id }) => id);
    const recorded = drawnBy(seed, idsOf(true), size);
    const ids = new Set([...recorded, ...drawnBy(seed, idsOf(false), size - recorded.length)]);
    return own.filter(({ id }) => ids.has(id));
  });
}
