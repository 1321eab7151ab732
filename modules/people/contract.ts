import { type Static, Type } from 'typebox';
import { id, instant, line, listOf, oneOf, pageFields, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { employee, password, roleKeys, username } from './contract-staff.ts';
import { employmentLife } from './lifecycle.ts';

export {
  type Employee,
  type EmployeeDetail,
  type OpenWork,
  openWorkKinds,
  type StandIn,
  staffRoutes,
} from './contract-staff.ts';

/** Everything that a role can allow. A route names the one that it needs. */
export const permissions = [
  'organisation.manage',
  'calendar.manage',
  'people.manage',
  'apiKeys.manage',
  'audit.see',
  'customers.see',
  'customers.edit',
  'customers.reveal',
  'customers.import',
  'customers.export',
  'vehicles.see',
  'vehicles.edit',
  'serviceOrders.see',
  'serviceOrders.receive',
  'serviceOrders.work',
  'serviceOrders.inspect',
  'serviceOrders.settle',
  'followUps.see',
  'followUps.call',
  'followUps.supervise',
  'complaints.see',
  'complaints.handle',
  'complaints.supervise',
  'messages.see',
  'messages.send',
] as const;
export type Permission = (typeof permissions)[number];

/** Where a role begins its day. */
export const homes = [
  'today',
  'reception',
  'workshop',
  'calls',
  'complaints',
  'supervision',
] as const;

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
    expiresAt: instant,
    now: instant,
  },
  { $id: 'Session' },
);
export type Session = Static<typeof session>;

export const role = shape(
  {
    id,
    key: line(40),
    name: line(40),
    permissions: Type.Array(oneOf(permissions), { maxItems: 200 }),
    home: oneOf(homes),
  },
  { $id: 'Role' },
);

const openSession = shape(
  {
    id,
    isCurrent: Type.Boolean(),
    createdAt: instant,
    lastSeenAt: instant,
    userAgent: text(300),
    address: text(60),
  },
  { $id: 'OpenSession' },
);
const apiKey = shape(
  { id, name: line(60), roleId: id, expiresAt: instant, createdAt: instant },
  { $id: 'ApiKey' },
);

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
    problems: ['wrong_login', 'too_many', 'tenant_needed'],
  }),
};

export const peopleRoutes = {
  session: route({
    id: 'people.session',
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, with what rights',
    access: 'signedIn',
    reply: session,
  }),
  signOut: route({
    id: 'people.signOut',
    method: 'POST',
    path: '/session/end',
    summary: 'Sign out this session',
    access: 'signedIn',
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
    rate: 'secret',
    body: shape({ current: password, next: password }),
    reply: nothing,
    status: 204,
    problems: ['wrong_login', 'password_weak'],
  }),
  listEmployees: route({
    id: 'people.listEmployees',
    method: 'GET',
    path: '/employees',
    summary: 'The people in one’s scope, by name',
    access: 'signedIn',
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(employmentLife.states)),
      permission: Type.Optional(oneOf(permissions, 'only those who may do this')),
    }),
    reply: listOf(employee),
  }),
  addEmployee: route({
    id: 'people.addEmployee',
    method: 'POST',
    path: '/employees',
    summary: 'Put a person on file, with a login if a user name and a first password are given',
    access: 'people.manage',
    body: shape({
      name: line(80),
      post: Type.Optional(text(40)),
      phone: Type.Optional(text(40)),
      orgUnitId: Type.Optional(id),
      roleKeys,
      username: Type.Optional(username),
      password: Type.Optional(password),
    }),
    reply: employee,
    status: 201,
    problems: ['password_weak', 'username_taken', 'role_unknown', 'role_above_own'],
  }),
  listRoles: route({
    id: 'people.listRoles',
    method: 'GET',
    path: '/roles',
    summary: 'The roles of this tenant',
    access: 'signedIn',
    query: shape({ ...pageFields }),
    reply: listOf(role),
  }),
  listApiKeys: route({
    id: 'people.listApiKeys',
    method: 'GET',
    path: '/api-keys',
    summary: 'The keys of programs',
    access: 'apiKeys.manage',
    query: shape({ ...pageFields }),
    reply: listOf(apiKey),
  }),
  addApiKey: route({
    id: 'people.addApiKey',
    method: 'POST',
    path: '/api-keys',
    summary: 'Make a key for a program; its secret is shown once',
    access: 'apiKeys.manage',
    body: shape({ name: line(60), roleKey: line(40), expiresAt: instant }),
    reply: shape({ id, name: line(60), roleId: id, expiresAt: instant, secret: line(200) }),
    status: 201,
    problems: ['role_unknown', 'role_above_own', 'date_past'],
  }),
  revokeApiKey: route({
    id: 'people.revokeApiKey',
    method: 'POST',
    path: '/api-keys/:apiKeyId/revoke',
    summary: 'End a key at once',
    access: 'apiKeys.manage',
    about: 'apiKey',
    params: shape({ apiKeyId: id }),
    reply: nothing,
    status: 204,
  }),
};
