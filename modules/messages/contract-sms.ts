import { Type } from 'typebox';
import { line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const smsProviders = ['aliyun', 'tencent'] as const;
export type SmsProvider = (typeof smsProviders)[number];
/** Where they listen, as their documents say. */
export const smsEndpoints = {
  aliyun: 'https://dysmsapi.aliyuncs.com',
  tencent: 'https://sms.tencentcloudapi.com',
} as const satisfies Record<SmsProvider, string>;

/** How many parts a text message is billed as: 70 signs, and 67 each of a longer one. */
export const partsOf = (text: string): number => {
  const signs = [...text].length;
  return signs <= 70 ? 1 : Math.ceil(signs / 67);
};

const fields = {
  provider: oneOf(smsProviders),
  endpoint: line(200, 'the provider’s address'),
  keyId: line(100, 'AccessKey ID or SecretId'),
  appId: text(40, 'SmsSdkAppId of Tencent Cloud'),
  region: text(40, 'of Tencent Cloud, like ap-guangzhou'),
  signature: line(40, 'the signature that the provider approved'),
  codeTemplate: Type.Optional(
    text(
      60,
      'the provider’s number of the words with one variable, code; empty: no codes are sent',
    ),
  ),
  priceLi: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    description: 'what one part costs, in thousandths of a yuan',
  }),
};
const shown = shape({
  ...fields,
  hasSecret: Type.Boolean(),
  callbackUrl: line(500, 'to be entered at the provider, for reports and replies'),
});
const access = 'organisation.manage';

export const smsRoutes = {
  sms: route({
    id: 'messages.sms',
    method: 'GET',
    path: '/message-channels/sms',
    summary: 'By which provider text messages leave, without its secret',
    access,
    reply: shape({ sms: nullable(shown) }),
  }),
  setUpSms: route({
    id: 'messages.setUpSms',
    method: 'POST',
    path: '/message-channels/sms',
    summary: 'Say which provider sends text messages; what waited for it goes out',
    access,
    body: shape({
      ...fields,
      secret: Type.Optional(Type.String({ maxLength: 200, description: 'kept when left out' })),
    }),
    reply: shown,
    problems: ['sms_endpoint', 'sms_app_missing'],
  }),
  testSms: route({
    id: 'messages.testSms',
    audit: { none: 'one text message to try the provider; nothing is kept' },
    method: 'POST',
    path: '/message-channels/sms/test',
    summary: 'Send one text message to a telephone of one’s own, by the provider as it is set up',
    access,
    rate: 'heavy',
    writesItself: true,
    body: shape({
      phone: line(40),
      providerTemplate: line(60),
      values: Type.Array(line(60), { maxItems: 12 }),
    }),
    reply: shape({ isTaken: Type.Boolean() }),
    problems: ['sms_not_set_up', 'sms_refused', 'sms_not_allowed', 'phone_invalid'],
  }),
};

/** For the provider: no login; the address itself is the secret, since providers sign nothing here. */
export const smsCallbackRoutes = {
  callback: route({
    id: 'messages.smsCallback',
    method: 'POST',
    path: '/sms-callbacks/:token',
    summary:
      'Reports and replies as Alibaba Cloud and Tencent Cloud send them; again changes nothing',
    access: 'public',
    rate: 'secret',
    kind: 'signed',
    params: shape({ token: line(200) }),
    body: Type.Unknown({ description: 'a list, as the provider writes it' }),
    reply: shape({
      code: Type.Integer({ minimum: 0, maximum: 0 }),
      msg: line(20),
      result: Type.Integer({ minimum: 0, maximum: 0 }),
      errmsg: line(20),
    }),
    problems: ['too_many'],
  }),
};
