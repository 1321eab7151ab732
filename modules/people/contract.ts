import { Type } from 'typebox';
import { id, instant, line, listOf, oneOf, pageFields, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { homes } from './contract-entrance.ts';
import { sessionRoutes } from './contract-session.ts';
import { employee, password, roleKeys, username } from './contract-staff.ts';
import { employmentLife } from './lifecycle.ts';

export {
  type EmergencyAccess,
  emergencyRoutes,
  longestMinutes,
} from './contract-emergency.ts';
export {
  entranceRoutes,
  type Factor,
  factors,
  homes,
  type PasskeyAnswer,
  type PasskeyQuestion,
  type Session,
  session,
} from './contract-entrance.ts';
export {
  colleagueRoutes,
  factorRoutes,
  type Passkey,
  type SecondFactors,
  type SignInRules,
  signInRuleRoutes,
} from './contract-security.ts';
export {
  type Employee,
  type EmployeeDetail,
  type Handover,
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
  'emergency.open',
  'customers.see',
  'customers.edit',
  'customers.reveal',
  'customers.seeAddress',
  'customers.import',
  'customers.export',
  'customers.merge',
  'vehicles.see',
  'vehicles.edit',
  'vehicles.seeIdentity',
  'serviceOrders.see',
  'serviceOrders.receive',
  'serviceOrders.work',
  'serviceOrders.inspect',
  'serviceOrders.dispatch',
  'serviceOrders.settle',
  'members.see',
  'members.take',
  'members.refund',
  'members.manage',
  'followUps.see',
  'followUps.call',
  'followUps.supervise',
  'complaints.see',
  'complaints.handle',
  'complaints.supervise',
  'messages.see',
  'messages.send',
  'genuineChecks.manage',
  'prices.see',
  'prices.change',
  'cashier.take',
  'cashier.manage',
  'parts.issue',
  'parts.decide',
] as const;
export type Permission = (typeof permissions)[number];

export const role = shape(
  {
    id,
    key: line(40),
    name: line(40),
    permissions: Type.Array(oneOf(permissions), { maxItems: 200 }),
    home: oneOf(homes),
    sensitive: Type.Array(oneOf(permissions), {
      maxItems: 200,
      description: 'what people must prove themselves for; a key holds it only if that was said',
    }),
  },
  { $id: 'Role' },
);

const apiKey = shape(
  {
    id,
    name: line(60),
    roleId: id,
    isSensitive: Type.Boolean(),
    expiresAt: instant,
    createdAt: instant,
  },
  { $id: 'ApiKey' },
);

export const peopleRoutes = {
  ...sessionRoutes,
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
    stepUp: true,
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
    stepUp: true,
    secretReply: true,
    body: shape({
      name: line(60),
      roleKey: line(40),
      expiresAt: instant,
      isSensitive: Type.Optional(
        Type.Boolean({ description: 'whether it holds the role’s sensitive rights as well' }),
      ),
    }),
    reply: shape({ id, name: line(60), roleId: id, expiresAt: instant, secret: line(200) }),
    status: 201,
    problems: ['role_unknown', 'role_above_own', 'date_past', 'sensitive_unsaid'],
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
