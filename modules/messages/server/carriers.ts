import { settingOf } from '#modules/organisation/server/index.ts';
import type { Seal } from '#platform/seal.ts';
import type { Work } from '#platform/work.ts';
import { type EmailSettings, emailCarrier } from './email.ts';
import type { MessageRow } from './queries.ts';

/** What a channel needs to know of a message. */
export interface Parcel {
  id: string;
  address: string;
  subject: string;
  body: string;
  at: Date;
}
/** Takes one message out of the house; resolves when the other side has accepted it. */
export type Carrier = (parcel: Parcel) => Promise<void>;

/** Refused for good: sending it again would be refused again. */
export class Undeliverable extends Error {}

export const emailSetting = 'messages.email';

/** The channel as the message's place in the tree has it set up; `undefined` where it has none. */
export async function carrierFor(
  work: Work,
  secrets: Seal,
  { channel, orgPath }: Pick<MessageRow, 'channel' | 'orgPath'>,
): Promise<Carrier | undefined> {
  if (channel !== 'email') return undefined;
  const settings = await settingOf<EmailSettings | null>(work, emailSetting, orgPath, null);
  if (!settings) return undefined;
  const password = settings.password === '' ? '' : secrets.unseal(settings.password);
  return emailCarrier(settings, password);
}
