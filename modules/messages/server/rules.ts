import { saveSetting } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { channelEvents } from '../events.ts';
import { type Cap, capAt, capSetting } from './allowed.ts';

export const rulesShown = (work: Work): Promise<Cap> => capAt(work, work.actor.unitPath);

/** Sets the cap for one's own unit and all below it. */
export async function setRules(work: Work, { most, days }: Cap): Promise<Cap> {
  const { unitPath, unitId } = work.actor;
  await saveSetting(work, capSetting, unitPath, { most, days });
  const about = { type: 'messageChannel', id: unitId, orgPath: unitPath };
  await work.emit(channelEvents.capSet, { most, days, orgPath: unitPath }, about);
  return { most, days };
}
