import { settingOf } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import type { Work } from '#platform/work.ts';
import { type EmailSettings, emailCarrier } from './email.ts';
import type { Attachment } from './enclosing.ts';
import type { MessageRow } from './queries.ts';
import { type SmsSettings, smsCarrier, wasTaken } from './sms.ts';
import { type WecomSettings, wecomCarrier } from './wecom.ts';

/** What a channel needs to know of a message. */
export interface Parcel {
  id: string;
  address: string;
  subject: string;
  body: string;
  at: Date;
  /** Goes with a mail. */
  attachment?: Attachment;
  /** In an advertisement: where it is refused, in one press. */
  optOutUrl?: string;
  /** What it answers by itself: a Message-ID, or a word where there is none; empty: people wrote it. */
  answersMail?: string;
  /** Under which number the SMS provider knows the words, and what stands in them. */
  providerTemplate?: string;
  providerSignature?: string;
  values?: [string, string][];
}
/** What a carrier needs of the program. */
export type Outside = Pick<Host, 'egress' | 'secrets'>;

/** What the other side calls it; empty where it names none. */
export interface Carried {
  providerId: string;
}

/** Takes one message out of the house; resolves when the other side has accepted it. */
export type Carrier = (parcel: Parcel) => Promise<Carried>;

type RefusedFor = 'undeliverable' | 'no_template' | 'reply_needed';
/** Refused for good: sending it again would be refused again. */
export class Undeliverable extends Error {
  readonly reason: RefusedFor;
  constructor(said: string, reason: RefusedFor = 'undeliverable') {
    super(said);
    this.reason = reason;
  }
}

/** It may have been taken, and no answer came: sent again it might arrive twice. */
export class Unsure extends Error {}

export const emailSetting = 'messages.email';
export const smsSetting = 'messages.sms';
export const wecomSetting = 'messages.wecom';

/** How a channel is set up at a place in the tree; its secret still sealed. */
export type ChannelSettings =
  | ({ channel: 'email' } & EmailSettings)
  | ({ channel: 'sms' } & SmsSettings)
  | ({ channel: 'wecom' } & WecomSettings);

const keyOf: Readonly<Record<string, string>> = {
  email: emailSetting,
  sms: smsSetting,
  wecom: wecomSetting,
};

/** The settings of a channel at the message's place in the tree; `undefined` where it has none. */
export async function channelAt(
  work: Work,
  { channel, orgPath }: Pick<MessageRow, 'channel' | 'orgPath'>,
): Promise<ChannelSettings | undefined> {
  const key = keyOf[channel];
  if (key === undefined) return undefined;
  const kept = await settingOf<object | null>(work, key, orgPath, null);
  return kept === null ? undefined : ({ ...kept, channel } as ChannelSettings);
}

/** A secret as it is sent; empty where none was given. */
export const opened = ({ secrets }: Pick<Outside, 'secrets'>, sealed: string) =>
  sealed === '' ? '' : secrets.unseal(sealed);

/** Who carries by these settings. */
export function carrierBy(outside: Outside, settings: ChannelSettings): Carrier {
  const { egress } = outside;
  if (settings.channel === 'wecom') {
    return wecomCarrier({ egress, settings, secret: opened(outside, settings.secret) });
  }
  return settings.channel === 'sms'
    ? smsCarrier({ egress, settings, secret: opened(outside, settings.secret) })
    : emailCarrier(egress, settings, opened(outside, settings.password));
}

/** Whether the other side has it after all; `undefined` where it cannot be asked. */
export function askedAfter(
  outside: Outside,
  settings: ChannelSettings,
  parcel: Parcel,
): Promise<boolean | undefined> {
  if (settings.channel !== 'sms') return Promise.resolve(undefined);
  const secret = opened(outside, settings.secret);
  return wasTaken({ egress: outside.egress, settings, secret }, parcel);
}
