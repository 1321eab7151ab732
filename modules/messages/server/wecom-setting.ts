import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { wecomRoutes } from '../contract.ts';
import { channelEvents } from '../events.ts';
import { callbackToken } from './callback-address.ts';
import { type Outside, opened, wecomSetting } from './carriers.ts';
import { askWecom, type WecomSettings, type WecomWay } from './wecom.ts';

/** The account that holds at a place in the tree. */
export const wecomAt = (work: Work, orgPath: string) =>
  settingOf<WecomSettings | null>(work, wecomSetting, orgPath, null);

/** The account at a place in the tree, ready to be asked. @throws Problem 422 `wecom_not_set_up` */
export async function wayAt(work: Work, outside: Outside, orgPath: string): Promise<WecomWay> {
  const settings = await wecomAt(work, orgPath);
  if (!settings) throw new Problem(422, 'wecom_not_set_up');
  return { egress: outside.egress, settings, secret: opened(outside, settings.secret) };
}

/** The account of a place in the tree, as people may see it. */
export async function wecomShown(work: Work, host: Host) {
  const settings = await wecomAt(work, work.actor.unitPath);
  return { wecom: settings && shown(work, host, settings), callbackUrl: callbackUrl(work, host) };
}

function callbackUrl({ actor: { tenantId, unitId } }: Work, { secrets, publicUrl }: Host): string {
  return `${publicUrl}/api/v1/wecom-callbacks/${callbackToken(secrets, 'wecom', tenantId, unitId)}`;
}

function shown(work: Work, host: Host, settings: WecomSettings) {
  const { endpoint, corpId, openKfid, secret, callbackToken: token, aesKey } = settings;
  return {
    ...{ endpoint, corpId, openKfid, hasSecret: secret !== '' },
    ...{ hasCallback: token !== '' && aesKey !== '', callbackUrl: callbackUrl(work, host) },
  };
}

/** Secrets that are not given again stay while the address and the company do: they are sent nowhere else. */
export async function setUpWecom(
  work: Work,
  host: Host,
  { secret, callbackToken: token, aesKey, ...given }: BodyOf<typeof wecomRoutes.setUpWecom>,
) {
  try {
    host.egress.checkedUrl(given.endpoint);
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw ruleBroken('/endpoint', 'wecom_endpoint');
  }
  const { unitPath, unitId } = work.actor;
  const before = await wecomAt(work, unitPath);
  const isSame = before?.endpoint === given.endpoint && before.corpId === given.corpId;
  const sealed = (fresh: string | undefined, kept: string | undefined) =>
    fresh ? host.secrets.seal(fresh) : isSame ? (kept ?? '') : '';
  const settings = {
    ...given,
    secret: sealed(secret, before?.secret),
    callbackToken: sealed(token, before?.callbackToken),
    aesKey: sealed(aesKey, before?.aesKey),
  };
  await saveSetting(work, wecomSetting, unitPath, settings);
  const about = { type: 'messageChannel', id: unitId, orgPath: unitPath };
  await work.emit(channelEvents.setUp, { channel: 'wecom', orgPath: unitPath }, about);
  return shown(work, host, settings);
}

/** Whether secret and account are right. @throws Problem 422 with what WeCom said */
export async function testWecom(work: Work, host: Host) {
  const way = await wayAt(work, host, work.actor.unitPath);
  const { account_list: accounts } = await asked(() =>
    askWecom(way, 'kf/account/list', { offset: 0, limit: 100 }),
  );
  const list = Array.isArray(accounts) ? (accounts as Record<string, unknown>[]) : [];
  const own = list.find(({ open_kfid }) => open_kfid === way.settings.openKfid);
  if (!own) throw new Problem(422, 'wecom_no_account');
  return { name: String(own.name ?? '').slice(0, 100) };
}

/** A test that was made is on record. */
export const noteTestWecom = (work: Work) =>
  work.emit(
    channelEvents.tried,
    { channel: 'wecom', accepted: true },
    { type: 'messageChannel', id: work.actor.unitId, orgPath: work.actor.unitPath },
  );

/** What WeCom refused, in its own words to whoever waits for it. */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EgressRefused) throw new Problem(422, 'wecom_not_allowed');
    throw new Problem(422, 'wecom_refused', { said: (error as Error).message.slice(0, 300) });
  }
}
