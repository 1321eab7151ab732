import { randomUUID } from 'node:crypto';
import type { Egress } from '#platform/egress.ts';
import type { SmsProvider } from '../contract-sms.ts';
import { type Carrier, type Parcel, Undeliverable } from './carriers.ts';
import { exchanged } from './exchange.ts';
import { signedForAliyun, signedForTencent } from './sms-signing.ts';

export interface SmsSettings {
  provider: SmsProvider;
  endpoint: string;
  keyId: string;
  /** Sealed. */
  secret: string;
  appId: string;
  region: string;
  signature: string;
  /** The provider's number of the words that carry a code; nothing where none are sent. */
  codeTemplate?: string;
  priceLi: number;
}

interface Said {
  code: string;
  message: string;
  providerId: string;
}
interface Way {
  egress: Egress;
  settings: SmsSettings;
  secret: string;
}

/** Refusals that pass: too many at once, their own trouble, a key that somebody has to put right. */
const passing =
  /^(isp\.|isv\.BUSINESS_LIMIT_CONTROL|isv\.AMOUNT_NOT_ENOUGH|isv\.OUT_OF_SERVICE|Throttling|ServiceUnavailable|InternalError|SignatureDoesNotMatch|InvalidAccessKey|LimitExceeded|RequestLimitExceeded|AuthFailure|FailedOperation\.InsufficientBalance|InvalidTimeStamp)/;

/**
 * Sends one text message. Neither provider refuses the same message a second time, so what may have arrived without an
 * answer is `Unsure`: it is never sent again by itself.
 */
export const smsCarrier = (way: Way): Carrier => {
  const send = { aliyun: byAliyun, tencent: byTencent }[way.settings.provider];
  return async (parcel) => {
    if (!parcel.providerTemplate) throw new Undeliverable('no_template', 'no_template');
    const { code, message, providerId } = await send(way, parcel);
    if (code === 'OK' || code === 'Ok') return { providerId };
    const said = `${code} ${message}`.trim();
    throw passing.test(code) ? new Error(said) : new Undeliverable(said);
  };
};

async function byAliyun(way: Way, parcel: Parcel): Promise<Said> {
  const { id, address, providerTemplate = '', values = [], at } = parcel;
  const query = {
    PhoneNumbers: address,
    SignName: parcel.providerSignature || way.settings.signature,
    TemplateCode: providerTemplate,
    TemplateParam: JSON.stringify(Object.fromEntries(values)),
    OutId: id,
  };
  const answer = await askAliyun(way, { action: 'SendSms', query, at });
  const { Code = '', Message = '', BizId = '' } = answer as Record<string, string>;
  return { code: Code, message: Message, providerId: BizId };
}

function askAliyun(
  { egress, settings, secret }: Way,
  asked: { action: string; query: Record<string, string>; at: Date },
): Promise<unknown> {
  const url = new URL(settings.endpoint);
  const call = { ...asked, host: url.host, version: '2017-05-25', nonce: randomUUID() };
  const { search, headers } = signedForAliyun({ keyId: settings.keyId, secret }, call);
  return exchanged(egress, `${url.origin}/?${search}`, { method: 'POST', headers });
}

/**
 * Whether Alibaba Cloud knows a message of that day: by its telephone and our own id. `undefined` where the provider
 * cannot be asked.
 */
export async function wasTaken(
  way: Way,
  { id, address, at }: Parcel,
): Promise<boolean | undefined> {
  if (way.settings.provider !== 'aliyun') return undefined;
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  const query = { PhoneNumber: address, SendDate: day, PageSize: '50', CurrentPage: '1' };
  const answer = (await askAliyun(way, { action: 'QuerySendDetails', query, at })) as {
    SmsSendDetailDTOs?: { SmsSendDetailDTO?: { OutId?: string }[] };
  };
  const found = answer.SmsSendDetailDTOs?.SmsSendDetailDTO;
  return Array.isArray(found) ? found.some(({ OutId }) => OutId === id) : undefined;
}

async function byTencent({ egress, settings, secret }: Way, parcel: Parcel): Promise<Said> {
  const { id, address, providerTemplate = '', values = [], at } = parcel;
  const url = new URL(settings.endpoint);
  const body = JSON.stringify({
    PhoneNumberSet: [address.startsWith('+') ? address : `+86${address}`],
    SmsSdkAppId: settings.appId,
    TemplateId: providerTemplate,
    SignName: parcel.providerSignature || settings.signature,
    TemplateParamSet: values.map(([, value]) => value),
    SessionContext: id,
  });
  const call = { host: url.host, service: 'sms', action: 'SendSms', version: '2021-01-11' };
  const { headers } = signedForTencent(
    { keyId: settings.keyId, secret },
    { ...call, region: settings.region || 'ap-guangzhou', body, at },
  );
  const answer = await exchanged(egress, `${url.origin}/`, { method: 'POST', headers, body });
  const { Response: said = {} } = answer as {
    Response?: {
      Error?: { Code: string; Message: string };
      SendStatusSet?: { Code: string; Message: string; SerialNo: string }[];
    };
  };
  const one = said.Error ?? said.SendStatusSet?.[0];
  const providerId = said.SendStatusSet?.[0]?.SerialNo ?? '';
  return { code: one?.Code ?? '', message: one?.Message ?? '', providerId };
}
