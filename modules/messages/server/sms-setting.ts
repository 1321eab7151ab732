import { dialable } from '#modules/customers/server/index.ts';
import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { newId } from '#platform/ids.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { smsRoutes } from '../contract-sms.ts';
import { channelEvents } from '../events.ts';
import { callbackToken } from './callback-address.ts';
import { carrierBy, channelAt, smsSetting } from './carriers.ts';
import type { SmsSettings } from './sms.ts';

const kept = (work: Work) =>
  settingOf<SmsSettings | null>(work, smsSetting, work.actor.unitPath, null);

/** The provider of a place in the tree, as people may see it. */
export async function smsShown(work: Work, host: Host) {
  const settings = await kept(work);
  return settings && shown(work, host, settings);
}

function shown(work: Work, host: Host, { secret, ...settings }: SmsSettings) {
  const { tenantId, unitId } = work.actor;
  const token = callbackToken(host.secrets, 'sms', tenantId, unitId);
  const callbackUrl = `${host.publicUrl}/api/v1/sms-callbacks/${token}`;
  return { ...settings, hasSecret: secret !== '', callbackUrl };
}

/** A secret that is not given again stays while the address and the key's name do: it is sent nowhere else. */
export async function setUpSms(
  work: Work,
  host: Host,
  { secret, ...given }: BodyOf<typeof smsRoutes.setUpSms>,
) {
  try {
    host.egress.checkedUrl(given.endpoint);
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw ruleBroken('/endpoint', 'sms_endpoint');
  }
  if (given.provider === 'tencent' && given.appId.trim() === '') {
    throw ruleBroken('/appId', 'sms_app_missing');
  }
  const before = await kept(work);
  const isSame = before?.endpoint === given.endpoint && before.keyId === given.keyId;
  const sealed = secret ? host.secrets.seal(secret) : isSame ? before.secret : '';
  const settings = { ...given, secret: sealed };
  const { unitPath, unitId } = work.actor;
  await saveSetting(work, smsSetting, unitPath, settings);
  const about = { type: 'messageChannel', id: unitId, orgPath: unitPath };
  await work.emit(channelEvents.setUp, { channel: 'sms', orgPath: unitPath }, about);
  return shown(work, host, settings);
}

/** One text message at once. @throws Problem 422 `sms_not_set_up`, `sms_not_allowed`, `sms_refused` */
export async function testSms(work: Work, host: Host, body: BodyOf<typeof smsRoutes.testSms>) {
  const address = dialable(body.phone, '/phone') ?? '';
  const settings = await channelAt(work, { channel: 'sms', orgPath: work.actor.unitPath });
  if (!settings) throw new Problem(422, 'sms_not_set_up');
  const { providerTemplate } = body;
  const values = body.values.map((value, at): [string, string] => [`v${at + 1}`, value]);
  const words = { subject: '', body: '', providerTemplate, providerSignature: '', values };
  try {
    await carrierBy(host, settings)({ id: newId(work.now), address, at: work.now, ...words });
  } catch (error) {
    if (error instanceof EgressRefused) throw new Problem(422, 'sms_not_allowed');
    throw new Problem(422, 'sms_refused', { said: (error as Error).message.slice(0, 300) });
  }
  return { isTaken: true };
}

/** A test that left is on record. */
export const noteTestSms = (work: Work) =>
  work.emit(
    channelEvents.tried,
    { channel: 'sms', accepted: true },
    { type: 'messageChannel', id: work.actor.unitId, orgPath: work.actor.unitPath },
  );
