import { type Static, Type } from 'typebox';
import { count, date, id, instant, line, nullable, version } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { factorCode } from './contract-entrance.ts';

const passkey = shape(
  {
    id,
    name: line(60),
    createdAt: instant,
    lastUsedAt: nullable(instant),
    isSynced: Type.Boolean({ description: 'kept by the maker’s cloud on several devices' }),
    doubtedAt: nullable({ ...instant, description: 'its counter fell back: perhaps a copy' }),
  },
  { $id: 'Passkey' },
);
export type Passkey = Static<typeof passkey>;

export const secondFactors = shape(
  {
    totp: nullable(shape({ confirmedAt: instant, lastUsedAt: nullable(instant) })),
    passkeys: Type.Array(passkey, { maxItems: 20 }),
    recoveryCodesLeft: count,
    neededFrom: nullable(date),
    isNeeded: Type.Boolean({ description: 'already: the last one cannot be removed' }),
  },
  { $id: 'SecondFactors' },
);
export type SecondFactors = Static<typeof secondFactors>;

/** Shown once: with the first factor, and when made anew. */
const recoveryCodes = Type.Array(line(40), { maxItems: 10 });
const setUp = { access: 'signedIn', stepUp: true, whileOwing: ['setup'] } as const;

/** One's own second factors. */
export const factorRoutes = {
  read: route({
    id: 'people.secondFactors',
    method: 'GET',
    path: '/second-factors',
    summary: 'One’s own second factors',
    access: 'signedIn',
    whileOwing: ['setup'],
    reply: secondFactors,
  }),
  beginTotp: route({
    ...setUp,
    id: 'people.beginTotp',
    method: 'POST',
    path: '/second-factors/totp',
    summary: 'A new key for an app of codes; it counts once a code of it was given',
    secretReply: true,
    reply: shape({ key: line(64), uri: line(600) }),
    audit: { none: 'nothing counts before its first code' },
  }),
  confirmTotp: route({
    ...setUp,
    id: 'people.confirmTotp',
    method: 'POST',
    path: '/second-factors/totp/confirm',
    summary: 'The first code of the new key; ends all other sessions',
    rate: 'secret',
    secretReply: true,
    body: shape({ code: factorCode }),
    reply: shape({ recoveryCodes }),
    problems: ['wrong_factor', 'too_many'],
  }),
  removeTotp: route({
    id: 'people.removeTotp',
    method: 'POST',
    path: '/second-factors/totp/remove',
    summary: 'Codes of the app no longer count',
    access: 'signedIn',
    stepUp: true,
    reply: nothing,
    status: 204,
    problems: ['factor_needed'],
  }),
  beginPasskey: route({
    ...setUp,
    id: 'people.beginPasskey',
    method: 'POST',
    path: '/second-factors/passkeys/question',
    summary: 'What to ask an authenticator that is to make a passkey',
    audit: { none: 'a question that nobody answered yet' },
    reply: shape({
      challenge: line(200),
      rpId: line(253),
      rpName: line(80),
      userId: line(100),
      userName: line(60),
      displayName: line(80),
      exclude: Type.Array(line(1400), { maxItems: 20 }),
    }),
    problems: ['too_many_passkeys'],
  }),
  addPasskey: route({
    ...setUp,
    id: 'people.addPasskey',
    method: 'POST',
    path: '/second-factors/passkeys',
    summary: 'Keep the passkey that was made; ends all other sessions',
    secretReply: true,
    body: shape({
      name: line(60),
      id: line(1400),
      clientDataJSON: line(4000),
      attestationObject: line(20_000),
      transports: Type.Optional(Type.Array(line(20), { maxItems: 10 })),
    }),
    reply: shape({ passkey, recoveryCodes }),
    status: 201,
    problems: ['passkey_refused', 'too_many_passkeys'],
  }),
  removePasskey: route({
    id: 'people.removePasskey',
    method: 'POST',
    path: '/second-factors/passkeys/:passkeyId/remove',
    summary: 'This passkey no longer opens anything',
    access: 'signedIn',
    stepUp: true,
    about: 'passkey',
    params: shape({ passkeyId: id }),
    reply: nothing,
    status: 204,
    problems: ['factor_needed'],
  }),
  renewRecoveryCodes: route({
    id: 'people.renewRecoveryCodes',
    method: 'POST',
    path: '/second-factors/recovery-codes',
    summary: 'Ten new recovery codes; the old ones are void',
    access: 'signedIn',
    stepUp: true,
    secretReply: true,
    reply: shape({ recoveryCodes }),
    problems: ['factor_missing'],
  }),
};

export const signInRules = shape(
  {
    secondFactorFrom: nullable({ ...date, description: 'everybody needs one from then on' }),
    remembersDevices: Type.Boolean({ description: 'may be skipped for 30 days on a device' }),
    roles: Type.Array(
      shape({
        key: line(40),
        name: line(40),
        secondFactorFrom: nullable(date),
        people: count,
        without: { ...count, description: 'people with a login and no second factor' },
      }),
      { maxItems: 200 },
    ),
    version: { ...version, minimum: 0 },
  },
  { $id: 'SignInRules' },
);
export type SignInRules = Static<typeof signInRules>;

/** Who needs a second factor, and from when; the owner decides. */
export const signInRuleRoutes = {
  read: route({
    id: 'people.signInRules',
    method: 'GET',
    path: '/sign-in-rules',
    summary: 'Who needs a second factor, and from when',
    access: 'organisation.manage',
    reply: signInRules,
  }),
  change: route({
    id: 'people.changeSignInRules',
    method: 'PATCH',
    path: '/sign-in-rules',
    summary: 'Ask everybody or single roles for a second factor, from a day on',
    access: 'organisation.manage',
    isHouseWide: true,
    stepUp: true,
    body: shape({
      secondFactorFrom: Type.Optional(nullable(date)),
      remembersDevices: Type.Optional(Type.Boolean()),
      roles: Type.Optional(
        Type.Array(shape({ key: line(40), secondFactorFrom: nullable(date) }), { maxItems: 200 }),
      ),
    }),
    reply: signInRules,
    problems: ['role_unknown'],
  }),
};

const oneEmployee = shape({ employeeId: id });

/** For a colleague: a lost telephone, a lost laptop. */
export const colleagueRoutes = {
  endSessions: route({
    id: 'people.endSessionsOf',
    method: 'POST',
    path: '/employees/:employeeId/sessions/revoke',
    summary: 'Sign a person out everywhere',
    access: 'people.manage',
    about: 'employee',
    params: oneEmployee,
    reply: shape({ ended: count }),
    problems: ['employee_above_own'],
  }),
  resetFactors: route({
    id: 'people.resetFactors',
    method: 'POST',
    path: '/employees/:employeeId/second-factors/reset',
    summary: 'Remove a person’s second factors after a loss; ends his sessions',
    access: 'people.manage',
    stepUp: true,
    about: 'employee',
    params: oneEmployee,
    reply: nothing,
    status: 204,
    problems: ['employee_above_own'],
  }),
};
