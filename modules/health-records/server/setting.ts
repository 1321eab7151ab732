import { saveSetting, settingOf } from '#modules/organisation/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Platform, healthRecordRoutes as routes } from '../contract.ts';
import { healthPlatformEvents } from '../events.ts';
import { Refused, tokenAt } from './speaking.ts';

const setting = 'healthRecords.platform';

/** How the platform of a place is spoken to; its password still sealed. */
export type PlatformSettings = Omit<Platform, 'hasSecret'> & { secret: string };

export const platformAt = (work: Work, orgPath: string): Promise<PlatformSettings | null> =>
  settingOf<PlatformSettings | null>(work, setting, orgPath, null);

export async function platformShown(work: Work): Promise<Platform | null> {
  const kept = await platformAt(work, work.actor.unitPath);
  return kept && shown(kept);
}
const shown = ({ secret, ...settings }: PlatformSettings): Platform => ({
  ...settings,
  hasSecret: secret !== '',
});

/** A password that is not given again stays while the address and the shop's code do: it is sent nowhere else. */
export async function setUp(
  work: Work,
  { egress, secrets }: Host,
  { secret, ...given }: BodyOf<typeof routes.setUp>,
): Promise<Platform> {
  for (const field of ['tokenUrl', 'recordUrl'] as const) {
    try {
      egress.checkedUrl(given[field]);
    } catch (error) {
      if (!(error instanceof EgressRefused)) throw error;
      throw ruleBroken(`/${field}`, 'health_address');
    }
  }
  const { unitPath } = work.actor;
  const before = await platformAt(work, unitPath);
  const isSame =
    before?.tokenUrl === given.tokenUrl &&
    before.recordUrl === given.recordUrl &&
    before.companyCode === given.companyCode;
  const sealed = secret ? secrets.seal(secret) : isSame ? before.secret : '';
  const settings = { ...given, secret: sealed };
  await saveSetting(work, setting, unitPath, settings);
  await work.emit(healthPlatformEvents.setUp, { orgPath: unitPath }, ownPlace(work));
  return shown(settings);
}

/** Signs in at the platform. @throws Problem 422 `health_off`, `health_not_allowed`, `health_refused` */
export async function test(work: Work, host: Host): Promise<{ isHeard: boolean }> {
  const settings = await platformAt(work, work.actor.unitPath);
  if (!settings) throw new Problem(422, 'health_off');
  try {
    await tokenAt(host, settings, work.now);
    return { isHeard: true };
  } catch (error) {
    if (error instanceof EgressRefused)
      throw new Problem(422, 'health_not_allowed', { reason: error.reason });
    if (error instanceof Refused) throw new Problem(422, 'health_refused', { said: error.message });
    throw error;
  }
}

/** A test that was made is on record. */
export const noteTest = (work: Work) =>
  work.emit(healthPlatformEvents.tried, { orgPath: work.actor.unitPath }, ownPlace(work));

const ownPlace = ({ actor }: Work) => ({
  type: 'healthPlatform',
  id: actor.unitId,
  orgPath: actor.unitPath,
});
