import { isOpen } from '#modules/service-orders/lifecycle.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { recordLife } from '../lifecycle.ts';
import {
  type Facts,
  factsOf,
  insertRecord,
  lockRecordOf,
  updateRecord,
  waitingAt,
} from './queries.ts';
import { lackedBy } from './requirements.ts';
import { queueAt, setLacking, told } from './sending.ts';
import { platformAt } from './setting.ts';

/** Settled, and not left without repair or cancelled. */
export const isSettled = ({ state }: Pick<Facts, 'state'>): boolean =>
  state === 'settled' || (state === 'delivered' && !isOpen(state));

/** After the settlement, where the platform is set up: examined, and queued or told what it lacks. A second time changes nothing. */
export async function prepareSettled(work: Work, orderId: string): Promise<void> {
  const facts = await factsOf(work, orderId);
  if (!facts || !isSettled(facts)) return;
  const settings = await platformAt(work, facts.orgPath);
  if (!settings?.isOn || (await lockRecordOf(work, orderId))) return;
  await begin(work, facts);
}

/**
 * Examined anew and sent, by somebody: after something was mended, refused, or settled before the platform was set up.
 * @throws Problem 422 `health_off`, `health_not_settled`; 409 `step_not_allowed` once the platform has it
 */
export async function sendNow(work: Work, orderId: string): Promise<void> {
  const facts = await factsOf(work, orderId);
  if (!facts) throw notFound();
  if (!isSettled(facts)) throw new Problem(422, 'health_not_settled');
  if (!(await platformAt(work, facts.orgPath))?.isOn) throw new Problem(422, 'health_off');
  const row = await lockRecordOf(work, orderId);
  if (!row) return begin(work, facts);
  const missing = lackedBy(facts);
  if (missing.length > 0) return setLacking(work, row, missing);
  const state = recordLife.next('queue', row.state);
  const after = { state, missing: [], attempts: row.attempts + 1, nextTryAt: work.now };
  await updateRecord(work, row.id, after);
  await queueAt(work, orderId, work.now);
  await told(work, 'queued', row);
}

async function begin(work: Work, facts: Facts): Promise<void> {
  const { orderId, orgUnitId, orgPath } = facts;
  const missing = lackedBy(facts);
  const isWhole = missing.length === 0;
  const row = await insertRecord(work, {
    ...{ orderId, orgUnitId, orgPath, missing },
    state: isWhole ? recordLife.next('queue', recordLife.initial) : recordLife.initial,
    nextTryAt: isWhole ? work.now : null,
  });
  await told(work, isWhole ? 'queued' : 'lacking', row);
  if (isWhole) await queueAt(work, orderId, work.now);
}

/** The platform was set up anew: what waited there goes out. */
export async function queueWaiting(work: Work, orgPath: string): Promise<void> {
  if (!(await platformAt(work, orgPath))?.isOn) return;
  let afterId: string | null = null;
  for (;;) {
    const part: { orderId: string }[] = await waitingAt(work, orgPath, afterId);
    for (const { orderId } of part) await queueAt(work, orderId, work.now);
    if (part.length < 500) return;
    afterId = part.at(-1)!.orderId;
  }
}
