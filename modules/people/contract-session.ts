import { Type } from 'typebox';
import { count, id, instant, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { nothing, owings, route, shape } from '#shared/route.ts';
import {
  factorCode,
  factors,
  passkeyAnswer,
  passkeyQuestion,
  session,
} from './contract-entrance.ts';
import { password } from './contract-staff.ts';

/** With what a session was opened beyond the password; `device` was remembered, `provider` is a sign-on elsewhere. */
const openedBy = [...factors, 'device', 'provider'] as const;

const openSession = shape(
  {
    id,
    isCurrent: Type.Boolean(),
    createdAt: instant,
    lastSeenAt: instant,
    userAgent: text(300),
    address: text(60),
    factor: nullable(oneOf(openedBy)),
  },
  { $id: 'OpenSession' },
);

/** One's own session: who one is, signing out, where else one is signed in, proving that it is oneself. */
export const sessionRoutes = {
  session: route({
    id: 'people.session',
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, with what rights',
    access: 'signedIn',
    whileOwing: owings,
    reply: session,
  }),
  signOut: route({
    id: 'people.signOut',
    method: 'POST',
    path: '/session/end',
    summary: 'Sign out this session',
    access: 'signedIn',
    whileOwing: owings,
    reply: nothing,
    status: 204,
  }),
  listSessions: route({
    id: 'people.listSessions',
    method: 'GET',
    path: '/sessions',
    summary: 'One’s own open sessions',
    access: 'signedIn',
    query: shape({ ...pageFields }),
    reply: listOf(openSession),
  }),
  revokeSession: route({
    id: 'people.revokeSession',
    method: 'POST',
    path: '/sessions/:sessionId/revoke',
    summary: 'End one of one’s own sessions',
    access: 'signedIn',
    about: 'session',
    params: shape({ sessionId: id }),
    reply: nothing,
    status: 204,
  }),
  changePassword: route({
    id: 'people.changePassword',
    method: 'POST',
    path: '/session/password',
    summary: 'Change one’s own password; ends all other sessions',
    access: 'signedIn',
    whileOwing: ['password'],
    rate: 'secret',
    body: shape({ current: password, next: password }),
    reply: nothing,
    status: 204,
    problems: ['wrong_login', 'password_weak', 'password_same'],
  }),
  revokeOtherSessions: route({
    id: 'people.revokeOtherSessions',
    method: 'POST',
    path: '/sessions/revoke-others',
    summary: 'End all of one’s own sessions but this one',
    access: 'signedIn',
    reply: shape({ ended: count }),
  }),
  prove: route({
    id: 'people.prove',
    method: 'POST',
    path: '/session/prove',
    summary:
      'Show the password or a factor again; opens what asks for a fresh proof for ten minutes',
    access: 'signedIn',
    rate: 'secret',
    body: shape({
      password: Type.Optional(password),
      code: Type.Optional(factorCode),
      passkey: Type.Optional(passkeyAnswer),
    }),
    reply: nothing,
    status: 204,
    problems: ['wrong_login', 'wrong_factor', 'factor_missing', 'too_many'],
  }),
  askForProof: route({
    id: 'people.askForProof',
    method: 'POST',
    path: '/session/prove/passkey',
    summary: 'What to ask a passkey as a fresh proof',
    access: 'signedIn',
    audit: { none: 'a question that nobody answered yet' },
    reply: passkeyQuestion,
  }),
};
