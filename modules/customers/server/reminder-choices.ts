import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ReminderChoice, ReminderKind } from '../contract-reminders.ts';
import { customerEvents } from '../events.ts';
import { insertChoice, reminderChoicesOf } from './queries-reminders.ts';
import { aboutCustomer, permit } from './service.ts';

interface Said {
  kind: ReminderKind;
  isOn: boolean;
  evidence?: string;
}

/**
 * The customer wants a kind of reminder no more, or again: a line of the ledger, in effect at once (CAR-04). His own word
 * by a link names the link; a colleague who switches one on again says how he knows. Said again it changes nothing.
 * @throws Problem 404, 409 `customer_merged`, 422 `evidence_needed`
 */
export async function chooseReminder(
  work: Work,
  customerId: string,
  { kind, isOn, evidence: typed = '' }: Said,
): Promise<ReminderChoice> {
  const customer = await permit(work, customerId);
  const evidence = typed.trim();
  if (isOn && evidence === '') throw ruleBroken('/evidence', 'evidence_needed');
  const before = (await reminderChoicesOf(work, customerId)).find((one) => one.kind === kind);
  if ((before?.isOn ?? true) === isOn && before) return before;
  const { actor, now: at } = work;
  const linkId = actor.kind === 'link' ? actor.id : null;
  const recordedBy = actor.kind === 'user' ? actor.id : null;
  await insertChoice(work, { customerId, kind, isOn, evidence, linkId, recordedBy, at });
  const told = { customerId, kind, isOn, linkId };
  await work.emit(customerEvents.reminderChosen, told, aboutCustomer(customer));
  return { kind, isOn, evidence, byLink: linkId !== null, at: at.toISOString() };
}
