import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { EgressRefused } from '#platform/egress.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Seal } from '#platform/seal.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { messageRoutes } from '../contract.ts';
import { channelEvents, messageEvents } from '../events.ts';
import { messageLife } from '../lifecycle.ts';
import { carrierBy, channelAt, emailSetting, type Outside } from './carriers.ts';
import { dispatch, tellOf } from './delivery.ts';
import type { EmailSettings } from './email.ts';
import { lockMessage, updateMessage } from './queries.ts';

/** Sends a failed message anew, with all its tries before it. */
export async function retryMessage(work: Work, messageId: string): Promise<void> {
  const row = await lockMessage(work, messageId);
  if (!row || !inScope(work.actor, row.orgPath)) throw notFound();
  const state = messageLife.next('retry', row.state);
  const after = await updateMessage(work, messageId, { state, heldReason: '' });
  await tellOf(work, messageEvents.retried, after, {});
  await dispatch(work, after);
}

/** The mail server of a place in the tree, as people may see it. */
export async function emailShown(work: Work) {
  const settings = await emailSettings(work);
  if (!settings) return null;
  const { password, ...shown } = settings;
  return { ...shown, hasPassword: password !== '' };
}

const emailSettings = (work: Work) =>
  settingOf<EmailSettings | null>(work, emailSetting, work.actor.unitPath, null);

/** A password that is not given again stays; only its sealed form is kept. */
export async function setUpEmail(
  work: Work,
  secrets: Seal,
  { password, ...given }: BodyOf<typeof messageRoutes.setUpEmail>,
) {
  const before = await emailSettings(work);
  // A password belongs to its server: it is never sent to another one.
  const kept = before?.host === given.host ? before.password : '';
  const sealed = password === undefined ? kept : password === '' ? '' : secrets.seal(password);
  const { unitPath, unitId } = work.actor;
  await saveSetting(work, emailSetting, unitPath, { ...given, password: sealed });
  const about = { type: 'messageChannel', id: unitId, orgPath: unitPath };
  await work.emit(channelEvents.setUp, { channel: 'email', orgPath: unitPath }, about);
  return { ...given, hasPassword: sealed !== '' };
}

/**
 * One mail at once, so that whoever sets up the server sees whether it works. Throws 422 `email_refused` with
 * what the mail server said, `email_not_allowed` where it may not be spoken to (D-56).
 */
export async function testEmail(
  work: Work,
  outside: Outside,
  address: string,
  { subject, body }: { subject: string; body: string },
): Promise<void> {
  const place = { channel: 'email' as const, orgPath: work.actor.unitPath };
  const settings = await channelAt(work, place);
  if (!settings) throw new Problem(422, 'email_not_set_up');
  try {
    const parcel = { id: newId(work.now), address, subject, body, at: work.now };
    await carrierBy(outside, settings)(parcel);
  } catch (error) {
    if (error instanceof EgressRefused) throw new Problem(422, 'email_not_allowed');
    throw new Problem(422, 'email_refused', { said: (error as Error).message.slice(0, 300) });
  }
}

/** A test mail that left is on record. */
export const noteTestEmail = (work: Work) =>
  work.emit(
    channelEvents.tried,
    { channel: 'email', accepted: true },
    { type: 'messageChannel', id: work.actor.unitId, orgPath: work.actor.unitPath },
  );
