import { Type } from 'typebox';
import { id, instant, line, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** Where WeCom listens, as its documents say. */
export const wecomEndpoint = 'https://qyapi.weixin.qq.com';

const fields = {
  endpoint: line(200, 'WeCom’s address'),
  corpId: Type.String({
    pattern: '^[A-Za-z0-9]{4,40}$',
    maxLength: 40,
    description: 'of the company at WeCom',
  }),
  openKfid: Type.String({
    pattern: '^[A-Za-z0-9_-]{4,64}$',
    maxLength: 64,
    description: 'the customer service account',
  }),
};
const secrets = {
  secret: Type.Optional(
    Type.String({ maxLength: 200, description: 'of customer service; kept when left out' }),
  ),
  callbackToken: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9]{0,32}$',
      maxLength: 32,
      description: 'kept when left out',
    }),
  ),
  aesKey: Type.Optional(
    Type.String({
      pattern: '^([A-Za-z0-9]{43})?$',
      maxLength: 43,
      description: 'EncodingAESKey; kept when left out',
    }),
  ),
};
const shown = shape({
  ...fields,
  hasSecret: Type.Boolean(),
  hasCallback: Type.Boolean({ description: 'token and EncodingAESKey are kept' }),
  callbackUrl: line(500, 'to be entered at WeCom, for messages and events'),
});
const access = 'organisation.manage';
const params = shape({ customerId: id });

export const wecomRoutes = {
  wecom: route({
    id: 'messages.wecom',
    method: 'GET',
    path: '/message-channels/wecom',
    summary: 'By which WeCom customer service account messages leave, without its secrets',
    access,
    reply: shape({ wecom: nullable(shown), callbackUrl: line(500) }),
  }),
  setUpWecom: route({
    id: 'messages.setUpWecom',
    method: 'POST',
    path: '/message-channels/wecom',
    summary: 'Say which WeCom customer service account sends; what waited for it goes out',
    access,
    body: shape({ ...fields, ...secrets }),
    reply: shown,
    problems: ['wecom_endpoint'],
  }),
  testWecom: route({
    id: 'messages.testWecom',
    audit: { none: 'WeCom is asked for the account; nothing is kept or sent' },
    method: 'POST',
    path: '/message-channels/wecom/test',
    summary: 'Ask WeCom for the account as it is set up; nothing is sent to a customer',
    access,
    rate: 'heavy',
    writesItself: true,
    reply: shape({ name: text(100, 'of the account, as customers see it') }),
    problems: ['wecom_not_set_up', 'wecom_refused', 'wecom_not_allowed', 'wecom_no_account'],
  }),
  binding: route({
    id: 'messages.wecomBinding',
    method: 'GET',
    path: '/customers/:customerId/wecom',
    summary: 'Whether a customer can be written to by WeCom, and since when',
    access: 'messages.see',
    about: 'customer',
    params,
    reply: shape({ boundAt: nullable(instant) }),
  }),
  link: route({
    id: 'messages.wecomLink',
    audit: { none: 'a link that expires; what comes of it is on record' },
    method: 'POST',
    path: '/customers/:customerId/wecom-links',
    summary: 'A link of his own: who opens it in WeChat is this customer; once, for seven days',
    access: 'messages.send',
    about: 'customer',
    rate: 'heavy',
    writesItself: true,
    secretReply: true,
    params,
    reply: shape({ url: line(500), expiresAt: instant }),
    problems: ['wecom_not_set_up', 'wecom_refused', 'wecom_not_allowed'],
  }),
};

const signed = {
  msg_signature: Type.Optional(text(64)),
  timestamp: Type.Optional(text(20)),
  nonce: Type.Optional(text(64)),
};
const callback = {
  path: '/wecom-callbacks/:token',
  access: 'public',
  params: shape({ token: line(200) }),
  problems: ['too_many'],
} as const;

/** For WeCom: no login; every call is signed and sealed with what the house agreed with WeCom. */
export const wecomCallbackRoutes = {
  verify: route({
    ...callback,
    id: 'messages.wecomVerify',
    method: 'GET',
    summary: 'WeCom asks whether the address is ours; the answer is what it sealed',
    kind: 'stream',
    query: shape({ ...signed, echostr: Type.Optional(text(1000)) }),
    reply: Type.Unknown({ description: 'text/plain' }),
  }),
  callback: route({
    ...callback,
    id: 'messages.wecomCallback',
    method: 'POST',
    summary: 'WeCom says that there is something to fetch; again changes nothing',
    rate: 'secret',
    kind: 'upload',
    query: shape(signed),
    reply: Type.Unknown({ description: 'text/plain' }),
  }),
};
