import { settingAt, settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { ReminderSettings } from '../contract.ts';
import { inspectionWindowMonths, milestones } from './inspection.ts';
import type { SweepFacts } from './queries-sweep.ts';

export type LeadDays = ReminderSettings['leadDays'];

/** What a tenant may set; practice, no law (domain rules §5.1). */
export const defaultSettings: ReminderSettings = {
  leadDays: { maintenance: 14, insurance: 45, guarantee: 14 },
  quietDays: 30,
  perDay: 30,
};
/** FUP-08《4S店客服部规章制度》：活动提前两周电话通知. */
const offerLeadDays = 14;
/** The legal minimum of a small repair ends too soon after the second follow-up to be worth a call of its own. */
const guaranteeAtLeastDays = 90;
/** What has been due for so long is no reminder any more: such customers are found in the groups. */
export const overdueDays = 60;

export const settingKey = 'reminders.settings';
export const settingsOf = (work: Work, orgPath: string): Promise<ReminderSettings> =>
  settingOf(work, settingKey, orgPath, defaultSettings);

/** After how many days one may be called again, as SQL; so is the place. */
export const quietDaysAt = (orgPath: string): string =>
  `coalesce((${settingAt(settingKey, orgPath)} ->> 'quietDays')::int, ${defaultSettings.quietDays})`;
/** Within how many days nobody is called a second time, in one's own unit unless another place is named. */
export const quietDaysOf = async (work: Work, orgPath = work.actor.unitPath) =>
  (await settingsOf(work, orgPath)).quietDays;

export const factsOf = (work: Work): SweepFacts => ({
  today: dateIn(zoneOfTenant, work.now),
  zone: zoneOfTenant,
  milestones,
  inspectionWindowMonths,
  lead: defaultSettings.leadDays,
  offerLeadDays,
  guaranteeAtLeastDays,
});
