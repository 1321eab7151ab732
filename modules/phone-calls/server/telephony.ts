import { saveSetting } from '#modules/organisation/server/index.ts';
import { signedFor, signersAt } from '#modules/webhooks/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { telephonyRoutes } from '../contract.ts';
import { telephonyEvents } from '../events.ts';
import {
  colleagueOf,
  insertExtension,
  lockExtension,
  lockExtensionOf,
  removeExtensionRow,
  updateExtension,
} from './queries-extensions.ts';
import { telephonyAt, telephonySetting } from './setting.ts';

const ownPlace = ({ actor }: Work) => ({
  type: 'telephony',
  id: actor.unitId,
  orgPath: actor.unitPath,
});

export async function telephonyShown(work: Work) {
  const { unitPath } = work.actor;
  const { dialUrl, callBackMinutes } = await telephonyAt(work, unitPath);
  const hasEndpoint = (await signersAt(work, 'phoneCalls', unitPath)).length > 0;
  return { dialUrl, callBackMinutes, hasEndpoint };
}

export async function setUpTelephony(
  work: Work,
  { egress }: Host,
  { dialUrl: typed, callBackMinutes }: BodyOf<typeof telephonyRoutes.setUp>,
) {
  const dialUrl = typed.trim();
  try {
    if (dialUrl !== '') egress.checkedUrl(dialUrl);
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw ruleBroken('/dialUrl', 'telephony_address');
  }
  const { unitPath } = work.actor;
  await saveSetting(work, telephonySetting, unitPath, { dialUrl, callBackMinutes });
  await work.emit(telephonyEvents.setUp, { orgPath: unitPath }, ownPlace(work));
  return telephonyShown(work);
}

/** Whether the telephone system hears us and knows our signature. @throws Problem 422 with what stood against it */
export async function testTelephony(work: Work, host: Host): Promise<{ isHeard: boolean }> {
  const { dialUrl } = await telephonyAt(work, work.actor.unitPath);
  if (dialUrl === '') throw new Problem(422, 'telephony_not_set_up');
  await say(
    work,
    host,
    { orgPath: work.actor.unitPath, dialUrl, id: newId(work.now) },
    { type: 'ping' },
  );
  return { isHeard: true };
}

/** A test that was made is on record. */
export const noteTest = (work: Work) =>
  work.emit(telephonyEvents.tried, { orgPath: work.actor.unitPath }, ownPlace(work));

interface To {
  orgPath: string;
  dialUrl: string;
  /** By which the other side tells doubles. */
  id: string;
}

/** One signed request to the telephone system. @throws Problem 422 `telephony_…` */
export async function say(work: Work, host: Host, { orgPath, dialUrl, id }: To, words: object) {
  const sealed = await signersAt(work, 'phoneCalls', orgPath);
  if (sealed.length === 0) throw new Problem(422, 'telephony_not_set_up');
  const body = JSON.stringify({ ...words, at: work.now.toISOString() });
  const signed = signedFor(host.secrets, sealed, { id, at: work.now, body });
  const headers = { ...signed, 'content-type': 'application/json' };
  try {
    const answer = await host.egress.fetchOut(dialUrl, { method: 'POST', headers, body });
    if (answer.ok) return;
    throw new Problem(422, 'telephony_refused', { status: answer.status });
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw new Problem(422, 'telephony_not_allowed', { reason: error.reason });
  }
}

/** An extension is one person's; said again it is another's. @throws Problem 422 `extension_employee` */
export async function setExtension(
  work: Work,
  { employeeId, extension }: BodyOf<typeof telephonyRoutes.setExtension>,
): Promise<{ id: string }> {
  const colleague = await colleagueOf(work, employeeId);
  if (!colleague || !inScope(work.actor, colleague.orgPath)) {
    throw ruleBroken('/employeeId', 'extension_employee');
  }
  const { orgUnitId, orgPath } = colleague;
  const before = await lockExtensionOf(work, orgUnitId, extension);
  const row = before
    ? await updateExtension(work, before.id, employeeId)
    : await insertExtension(work, { orgUnitId, orgPath, extension, employeeId });
  await work.emit(telephonyEvents.extensionSet, { extension, employeeId }, aboutExtension(row));
  return { id: row.id };
}

export async function removeExtension(work: Work, phoneExtensionId: string): Promise<void> {
  const row = await lockExtension(work, phoneExtensionId);
  if (!row) throw notFound();
  await removeExtensionRow(work, phoneExtensionId);
  const { extension, employeeId } = row;
  await work.emit(telephonyEvents.extensionRemoved, { extension, employeeId }, aboutExtension(row));
}

const aboutExtension = ({ id, orgPath }: { id: string; orgPath: string }) => ({
  type: 'phoneExtension',
  id,
  orgPath,
});
