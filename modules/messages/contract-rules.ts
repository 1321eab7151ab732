import { Type } from 'typebox';
import { line } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const cap = {
  most: Type.Integer({ minimum: 0, maximum: 100, description: 'advertisements to one customer' }),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
};
const access = 'organisation.manage';

/** How often a customer may be advertised to, over all channels together (CAR-04). */
export const messageRuleRoutes = {
  rules: route({
    id: 'messages.rules',
    method: 'GET',
    path: '/message-rules',
    summary: 'How many advertisements a customer gets at most within how many days',
    access,
    reply: shape(cap),
  }),
  setRules: route({
    id: 'messages.setRules',
    method: 'POST',
    path: '/message-rules',
    summary: 'Set it for one’s own unit and all below it; service messages are not counted',
    access,
    body: shape(cap),
    reply: shape(cap),
  }),
};

const params = shape({ token: line(200, 'from the e-mail') });

/** A way out of advertising without a login: by the link in a mail, or by one press in the mail program (RFC 8058). */
export const optOutRoutes = {
  page: route({
    id: 'messages.optOutPage',
    method: 'GET',
    path: '/opt-outs/:token',
    summary: 'A page with one button; looking at it changes nothing',
    access: 'public',
    kind: 'stream',
    params,
    reply: Type.Unknown({ description: 'text/html' }),
    problems: ['too_many'],
  }),
  optOut: route({
    id: 'messages.optOut',
    method: 'POST',
    path: '/opt-outs/:token',
    summary: 'No more advertising on any channel, at once; a second time changes nothing',
    access: 'public',
    rate: 'secret',
    kind: 'upload',
    params,
    reply: Type.Unknown({ description: 'text/html' }),
    problems: ['too_many'],
  }),
};
