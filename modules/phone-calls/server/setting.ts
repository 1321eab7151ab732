import { settingOf } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { usualCallBackMinutes } from '../lifecycle.ts';

export const telephonySetting = 'phoneCalls.telephony';

/** How the telephone system of a place is spoken to, and how soon missed calls are called back there. */
export interface TelephonySettings {
  dialUrl: string;
  callBackMinutes: number;
}

export const telephonyAt = (work: Work, orgPath: string): Promise<TelephonySettings> =>
  settingOf<TelephonySettings>(work, telephonySetting, orgPath, {
    dialUrl: '',
    callBackMinutes: usualCallBackMinutes,
  });
