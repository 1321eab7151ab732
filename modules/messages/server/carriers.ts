import { settingOf } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
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
/** What a carrier needs of the program. */
export type Outside = Pick<Host, 'egress' | 'secrets'>;

/** Takes one message out of the house; resolves when the other side has accepted it. */
export type Carrier = (parcel: Parcel) => Promise<void>;

/** Refused for good: sending it again would be refused again. */
export class Undeliverable extends Error {}

export const emailSetting = 'messages.email';

/** How a channel is set up at a place in the tree; its password still sealed. */
export type ChannelSettings = EmailSettings;

/** The settings of a channel at the message's place in the tree; `undefined` where it has none. */
export async function channelAt(
  work: Work,
  { channel, orgPath }: Pick<MessageRow, 'channel' | 'orgPath'>,
): Promise<ChannelSettings | undefined> {
  if (channel !== 'email') return undefined;
  return (await settingOf<EmailSettings | null>(work, emailSetting, orgPath, null)) ?? undefined;
}

/** Who carries by these settings. */
export function carrierBy(outside: Outside, settings: ChannelSettings): Carrier {
  const { password } = settings;
  return emailCarrier(
    outside.egress,
    settings,
    password === '' ? '' : outside.secrets.unseal(password),
  );
}
