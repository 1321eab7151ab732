import { type Static, Type } from 'typebox';
import { id, instant, line, nullable, oneOf, text, version } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

const url = line(500, 'as the provider writes it, https');
const label = line(40, 'on the button of the sign-in page');
const claim = Type.String({ maxLength: 60, pattern: '^[A-Za-z0-9_:./-]*$' });
const groupRole = shape({ group: line(200), roleKey: line(40) });
const words = (most: number, length: number) => Type.Array(line(length), { maxItems: most });

const settings = {
  label,
  issuer: url,
  clientId: line(200),
  scopes: line(200, 'with `openid`'),
  usernameClaim: claim,
  matchesUsername: Type.Boolean({
    description:
      'a first sign-on joins the login of exactly that user name; never an administrator’s',
  }),
  emailDomains: words(20, 100),
  newRoleKey: nullable(line(40, 'who is unknown is put on file with this role; null: never')),
  newUnitId: nullable(id),
  groupClaim: claim,
  groupRoles: Type.Array(groupRole, { maxItems: 50 }),
  factorValues: words(20, 200),
  endsThere: Type.Boolean({ description: 'who signs out here signs out there, too' }),
  isEnabled: Type.Boolean(),
};

export const provider = shape(
  { id, ...settings, hasSecret: Type.Boolean(), version },
  { $id: 'SignOnProvider' },
);
export type Provider = Static<typeof provider>;

const signOnSettings = shape(
  {
    callbackUrl: line(600, 'to be entered at the provider as redirect URI'),
    providers: Type.Array(provider, { maxItems: 20 }),
    requiredRoles: words(50, 40),
    version: { ...version, minimum: 0 },
  },
  { $id: 'SignOnSettings' },
);
export type SignOnSettings = Static<typeof signOnSettings>;

/** What is looked at in a test, in this order; the first that fails ends it. */
export const checks = ['address', 'discovery', 'algorithms', 'keys', 'redirect', 'client'] as const;
export type Check = (typeof checks)[number];
/** What became of a check. */
export const findings = ['good', 'bad', 'unreachable', 'not_allowed', 'unsure'] as const;
export type Finding = (typeof findings)[number];

const secret = text(500, 'write-only; empty: a client without one');
const optional = Type.Partial(Type.Object({ ...settings, clientSecret: secret }), {
  additionalProperties: false,
});
const manage = { access: 'organisation.manage' } as const;
const one = { ...manage, about: 'signOnProvider', params: shape({ providerId: id }) } as const;
const problems = ['role_unknown', 'role_above_own', 'sign_on_issuer', 'sign_on_role'] as const;

/** What the owner sets up. */
export const signOnRoutes = {
  settings: route({
    ...manage,
    id: 'signOn.settings',
    method: 'GET',
    path: '/sign-on/settings',
    summary: 'The providers of single sign-on, and who must use them',
    reply: signOnSettings,
  }),
  require: route({
    ...manage,
    id: 'signOn.require',
    isHouseWide: true,
    method: 'PATCH',
    path: '/sign-on/settings',
    summary: 'Whose own password no longer opens, by role; owners always keep theirs',
    stepUp: true,
    body: shape({ requiredRoles: words(50, 40) }),
    reply: signOnSettings,
    problems: ['role_unknown', 'sign_on_role'],
  }),
  add: route({
    ...manage,
    id: 'signOn.add',
    isHouseWide: true,
    method: 'POST',
    path: '/sign-on/providers',
    summary: 'Let another house vouch for people',
    stepUp: true,
    body: shape({ ...settings, clientSecret: secret }),
    reply: provider,
    status: 201,
    problems: [...problems, 'sign_on_too_many'],
  }),
  change: route({
    ...one,
    id: 'signOn.change',
    isHouseWide: true,
    method: 'PATCH',
    path: '/sign-on/providers/:providerId',
    summary: 'Change a provider; a secret that is not given stays, unless the issuer changes',
    stepUp: true,
    body: optional,
    reply: provider,
    problems,
  }),
  remove: route({
    ...one,
    id: 'signOn.remove',
    isHouseWide: true,
    method: 'DELETE',
    path: '/sign-on/providers/:providerId',
    summary: 'Remove a provider and all that was linked by it',
    stepUp: true,
    reply: nothing,
    status: 204,
  }),
  test: route({
    ...one,
    id: 'signOn.test',
    isHouseWide: true,
    method: 'POST',
    path: '/sign-on/providers/:providerId/test',
    summary: 'Try a provider step by step, and say what is wrong',
    rate: 'heavy',
    writesItself: true,
    reply: shape({
      steps: Type.Array(
        shape({ check: oneOf(checks), finding: oneOf(findings), said: text(300) }),
        {
          maxItems: checks.length,
        },
      ),
    }),
  }),
};

const ownLink = shape(
  {
    id,
    providerId: id,
    label,
    shownAs: text(200),
    createdAt: instant,
    lastUsedAt: nullable(instant),
  },
  { $id: 'SignOnLink' },
);
export type OwnLink = Static<typeof ownLink>;
const address = shape({ url: line(8000) });

/** One's own accounts elsewhere. */
export const signOnLinkRoutes = {
  list: route({
    id: 'signOn.links',
    method: 'GET',
    path: '/sign-on/links',
    summary: 'With which accounts elsewhere one can sign in here, and what else is offered',
    access: 'signedIn',
    reply: shape({
      items: Type.Array(ownLink, { maxItems: 20 }),
      offered: Type.Array(shape({ id, label }), { maxItems: 20 }),
    }),
  }),
  begin: route({
    id: 'signOn.beginLink',
    method: 'POST',
    path: '/sign-on/links',
    summary: 'Where to sign in over there, so that this account is linked to one’s own',
    access: 'signedIn',
    stepUp: true,
    writesItself: true,
    audit: { none: 'nothing is linked before he comes back' },
    body: shape({ providerId: id }),
    reply: address,
    problems: ['sign_on_unreachable', 'sign_on_invalid'],
  }),
  remove: route({
    id: 'signOn.unlink',
    method: 'POST',
    path: '/sign-on/links/:signOnLinkId/remove',
    summary: 'This account elsewhere no longer signs in here',
    access: 'signedIn',
    stepUp: true,
    about: 'signOnLink',
    params: shape({ signOnLinkId: id }),
    reply: nothing,
    status: 204,
    problems: ['last_way_in'],
  }),
  wayOut: route({
    id: 'signOn.wayOut',
    method: 'GET',
    path: '/sign-on/way-out',
    summary: 'Where to sign out over there as well; null: nowhere',
    access: 'signedIn',
    reply: shape({ url: nullable(line(8000)) }),
  }),
};

const tenant = Type.Optional(line(31));

/** Without a login: the buttons of the sign-in page, the way there and back. */
export const signOnEntranceRoutes = {
  offered: route({
    id: 'signOn.offered',
    method: 'GET',
    path: '/sign-on/providers',
    summary: 'The names on the buttons of the sign-in page',
    access: 'public',
    query: shape({ tenant }),
    reply: shape({ items: Type.Array(shape({ id, label }), { maxItems: 20 }) }),
  }),
  begin: route({
    id: 'signOn.begin',
    method: 'POST',
    path: '/sign-on/begin',
    summary: 'Where to sign in over there; marks this browser as the one that comes back',
    access: 'public',
    rate: 'secret',
    body: shape({ providerId: id, tenant, next: Type.Optional(text(500)) }),
    reply: address,
    problems: ['sign_on_unreachable', 'sign_on_invalid', 'too_many'],
  }),
  callback: route({
    id: 'signOn.callback',
    method: 'GET',
    path: '/sign-on/callback',
    summary: 'Back from the provider: signs in, or links, and leads to a page',
    access: 'public',
    kind: 'stream',
    query: Type.Object(
      { state: Type.Optional(text(200)), code: Type.Optional(text(4000)) },
      {
        additionalProperties: text(4000),
        maxProperties: 20,
        description: 'and whatever else a provider says on the way',
      },
    ),
    reply: nothing,
  }),
};

/** Why somebody who comes back is led to the sign-in page or his account again. */
export const turnedAwayFor = [
  'sign_on_over',
  'sign_on_declined',
  'sign_on_unreachable',
  'sign_on_invalid',
  'sign_on_unknown',
  'sign_on_taken',
] as const;
export type TurnedAwayFor = (typeof turnedAwayFor)[number];
