import { type Static, Type } from 'typebox';
import { date, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { owings, route, shape } from '#shared/route.ts';
import { runningEmergency } from './contract-emergency.ts';
import { password, username } from './contract-staff.ts';

/** Where a role begins its day. */
export const homes = [
  'today',
  'reception',
  'workshop',
  'calls',
  'complaints',
  'supervision',
] as const;

/** The second step of signing in: an app's code, a passkey, or one of the codes kept for a lost telephone. */
export const factors = ['totp', 'passkey', 'recovery'] as const;
export type Factor = (typeof factors)[number];

export const session = shape(
  {
    employeeId: id,
    name: line(80),
    username: line(60),
    tenantId: id,
    tenantName: line(80),
    orgUnitId: id,
    orgUnitName: line(80),
    post: text(40),
    permissions: Type.Array(line(60), { maxItems: 200 }),
    home: oneOf(homes),
    owes: nullable(oneOf(owings, 'what this session lacks before it opens')),
    factors: Type.Array(oneOf(factors), {
      maxItems: factors.length,
      description: 'with which a session that owes its factor can be opened',
    }),
    factorFrom: nullable({ ...date, description: 'without a factor, one is needed from then on' }),
    remembersDevices: Type.Boolean(),
    emergency: nullable(runningEmergency),
    expiresAt: instant,
    now: instant,
  },
  { $id: 'Session' },
);
export type Session = Static<typeof session>;

const base64url = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$' });

/** What an authenticator is asked (WebAuthn), as the browser hands it on. */
export const passkeyQuestion = shape(
  {
    challenge: base64url(200),
    rpId: line(253),
    timeout: Type.Integer({ minimum: 0, maximum: 600_000 }),
    userVerification: oneOf(['required', 'preferred', 'discouraged']),
    allowCredentials: Type.Array(
      shape({ id: base64url(1400), transports: Type.Array(line(20), { maxItems: 10 }) }),
      { maxItems: 20 },
    ),
  },
  { $id: 'PasskeyQuestion' },
);
export type PasskeyQuestion = Static<typeof passkeyQuestion>;

/** What the authenticator answered. */
export const passkeyAnswer = shape(
  {
    id: base64url(1400),
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: Type.Optional(base64url(100)),
  },
  { $id: 'PasskeyAnswer' },
);
export type PasskeyAnswer = Static<typeof passkeyAnswer>;

/** Six digits of an app, or a recovery code. */
export const factorCode = Type.String({ minLength: 6, maxLength: 40, pattern: '^[0-9A-Za-z -]+$' });

/** Without a login: the first run, and the way in. */
export const entranceRoutes = {
  setupState: route({
    id: 'people.setupState',
    method: 'GET',
    path: '/setup',
    summary: 'Whether this server still has to be set up',
    access: 'public',
    reply: shape({ needed: Type.Boolean(), asksTenant: Type.Boolean() }),
  }),
  setup: route({
    id: 'people.setup',
    method: 'POST',
    path: '/setup',
    summary: 'First run: name the shop and make its first account',
    access: 'public',
    rate: 'secret',
    body: shape({
      tenantName: line(80),
      code: Type.Optional(
        Type.String({
          pattern: '^[a-z0-9][a-z0-9-]{1,30}$',
          maxLength: 31,
          description: 'short code',
        }),
      ),
      employeeName: line(80),
      username,
      password,
    }),
    reply: session,
    status: 201,
    problems: ['setup_done', 'password_weak'],
  }),
  signIn: route({
    id: 'people.signIn',
    method: 'POST',
    path: '/session',
    summary: 'Sign in; sets the session cookie',
    access: 'public',
    rate: 'secret',
    body: shape({ username: line(60), password, tenant: Type.Optional(line(31)) }),
    reply: session,
    status: 201,
    problems: ['wrong_login', 'too_many', 'tenant_needed', 'sign_on_needed'],
  }),
  giveFactor: route({
    id: 'people.giveFactor',
    method: 'POST',
    path: '/session/factor',
    summary: 'The second step: a code, or the answer of a passkey, to the half-open session',
    access: 'public',
    rate: 'secret',
    body: shape({
      code: Type.Optional(factorCode),
      passkey: Type.Optional(passkeyAnswer),
      rememberDevice: Type.Optional(Type.Boolean()),
    }),
    reply: session,
    status: 201,
    problems: ['wrong_factor', 'too_many', 'factor_missing'],
  }),
  askForFactor: route({
    id: 'people.askForFactor',
    method: 'POST',
    path: '/session/factor/passkey',
    summary: 'What to ask a passkey as the second step',
    access: 'public',
    reply: passkeyQuestion,
  }),
  askForPasskey: route({
    id: 'people.askForPasskey',
    method: 'POST',
    path: '/session/passkey/question',
    summary: 'What to ask a passkey that signs in by itself',
    access: 'public',
    reply: passkeyQuestion,
    problems: ['too_many'],
  }),
  signInByPasskey: route({
    id: 'people.signInByPasskey',
    method: 'POST',
    path: '/session/passkey',
    summary: 'Sign in with a passkey alone; it has verified its bearer',
    access: 'public',
    rate: 'secret',
    body: shape({ passkey: passkeyAnswer }),
    reply: session,
    status: 201,
    problems: ['wrong_factor', 'too_many', 'sign_on_needed'],
  }),
};
