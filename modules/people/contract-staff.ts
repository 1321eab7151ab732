import { type Static, Type } from 'typebox';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { employmentLife } from './lifecycle.ts';

export const password = Type.String({ minLength: 1, maxLength: 200 });
export const username = Type.String({ minLength: 2, maxLength: 60, pattern: '^[^\\s@/]+$' });

export const roleKeys = Type.Array(line(40), { maxItems: 20, uniqueItems: true });
const employeeFields = {
  id,
  name: line(80),
  post: text(40),
  phone: text(40),
  orgUnitId: id,
  state: oneOf(employmentLife.states),
  username: nullable(line(60)),
  roleKeys: Type.Array(line(40), { maxItems: 20 }),
  lacksFactor: Type.Boolean({ description: 'can sign in, is asked for a second factor, has none' }),
  version,
};
export const employee = shape(employeeFields, { $id: 'Employee' });
export type Employee = Static<typeof employee>;

export const employeeDetail = shape(
  {
    ...employeeFields,
    orgUnitName: line(80),
    mayChange: Type.Boolean({ description: 'false for who may do more than the one who asks' }),
    steps: Type.Array(stepShape, { maxItems: 5 }),
  },
  { $id: 'EmployeeDetail' },
);
export type EmployeeDetail = Static<typeof employeeDetail>;

/** What may lie with a person when he leaves (ORG-07); each module answers for its own. */
export const openWorkKinds = [
  'orders',
  'appointments',
  'trips',
  'jobs',
  'followUps',
  'phoneCalls',
  'matters',
  'complaints',
  'complaintTasks',
  'complaintMeasures',
  'standIns',
  'keys',
  'promises',
] as const;
const openWork = shape(
  {
    kind: oneOf(openWorkKinds),
    needs: nullable(line(60, 'what a receiver must be allowed to do')),
    count: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    following: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'goes with another' }),
    items: Type.Array(shape({ id, label: personalText('words', 200) }), { maxItems: 20 }),
  },
  { $id: 'OpenWork' },
);
export type OpenWork = Static<typeof openWork>;

const handover = shape(
  {
    kind: oneOf(openWorkKinds),
    fromName: line(80),
    toName: line(80),
    count: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    at: instant,
  },
  { $id: 'Handover' },
);
export type Handover = Static<typeof handover>;

export const standIn = shape(
  {
    id,
    absentId: id,
    absentName: line(80),
    standInId: id,
    standInName: line(80),
    fromAt: instant,
    untilAt: instant,
    endedAt: nullable(instant),
    namedByName: line(80),
    isRunning: Type.Boolean(),
  },
  { $id: 'StandIn' },
);
export type StandIn = Static<typeof standIn>;

const oneEmployee = shape({ employeeId: id });

/** Whoever keeps the list of colleagues: changes, leaving, a lost password, stand-ins. */
export const staffRoutes = {
  read: route({
    id: 'people.readEmployee',
    method: 'GET',
    path: '/employees/:employeeId',
    summary: 'A person who works here, with what may be done next',
    access: 'signedIn',
    about: 'employee',
    params: oneEmployee,
    reply: employeeDetail,
  }),
  change: route({
    id: 'people.changeEmployee',
    method: 'PATCH',
    path: '/employees/:employeeId',
    summary: 'Change name, post, phone, workplace or roles; rights change at once',
    access: 'people.manage',
    stepUp: true,
    about: 'employee',
    params: oneEmployee,
    body: shape({
      name: Type.Optional(line(80)),
      post: Type.Optional(text(40)),
      phone: Type.Optional(text(40)),
      orgUnitId: Type.Optional(id),
      roleKeys: Type.Optional(roleKeys),
    }),
    reply: employeeDetail,
    problems: ['role_unknown', 'role_above_own', 'employee_above_own', 'last_owner'],
  }),
  openWork: route({
    id: 'people.openWork',
    method: 'GET',
    path: '/employees/:employeeId/open-work',
    summary: 'What is open with a person, kind by kind (ORG-07)',
    access: 'people.manage',
    about: 'employee',
    params: oneEmployee,
    reply: shape({
      items: Type.Array(openWork, { maxItems: 20 }),
      sessions: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      hasLogin: Type.Boolean(),
    }),
  }),
  goAway: route({
    id: 'people.goAway',
    method: 'POST',
    path: '/employees/:employeeId/go-away',
    summary: 'Away for a while: nothing new is given to him',
    access: 'people.manage',
    about: 'employee',
    params: oneEmployee,
    reply: employeeDetail,
    problems: ['employee_above_own'],
  }),
  comeBack: route({
    id: 'people.comeBack',
    method: 'POST',
    path: '/employees/:employeeId/come-back',
    summary: 'Back at work; who had left gets a new password before he can sign in',
    access: 'people.manage',
    about: 'employee',
    params: oneEmployee,
    reply: employeeDetail,
    problems: ['employee_above_own'],
  }),
  leave: route({
    id: 'people.leave',
    method: 'POST',
    path: '/employees/:employeeId/leave',
    summary:
      'Has left: what lay with him goes to others, login and sessions end, all at once (ORG-07, G-47)',
    access: 'people.manage',
    about: 'employee',
    params: oneEmployee,
    body: shape({
      handOver: Type.Optional(
        Type.Array(
          shape({
            kind: oneOf(openWorkKinds),
            employeeIds: Type.Array(id, {
              minItems: 1,
              maxItems: 20,
              uniqueItems: true,
              description: 'who receives it; several share it in turn',
            }),
          }),
          { maxItems: openWorkKinds.length },
        ),
      ),
    }),
    reply: employeeDetail,
    problems: ['employee_above_own', 'last_owner', 'open_work', 'receiver_unfit'],
  }),
  listHandovers: route({
    id: 'people.listHandovers',
    method: 'GET',
    path: '/employees/:employeeId/handovers',
    summary: 'What a person who left gave to whom, by kind',
    access: 'signedIn',
    about: 'employee',
    params: oneEmployee,
    reply: shape({ items: Type.Array(handover, { maxItems: 200 }) }),
  }),
  listHandoversOf: route({
    id: 'people.listHandoversOf',
    method: 'GET',
    path: '/handovers',
    summary: 'Whose a record was before, until when (ORG-07)',
    access: 'signedIn',
    query: shape({ aboutId: id }),
    reply: shape({ items: Type.Array(handover, { maxItems: 20 }) }),
  }),
  resetPassword: route({
    id: 'people.resetPassword',
    method: 'POST',
    path: '/employees/:employeeId/password',
    summary: 'A new first password; ends his sessions. With a user name: his first login',
    access: 'people.manage',
    stepUp: true,
    about: 'employee',
    params: oneEmployee,
    body: shape({ username: Type.Optional(username), password }),
    reply: employeeDetail,
    problems: [
      'password_weak',
      'username_taken',
      'username_needed',
      'employee_above_own',
      'employee_left',
    ],
  }),
  listStandIns: route({
    id: 'people.listStandIns',
    method: 'GET',
    path: '/stand-ins',
    summary: 'Who stands in for whom, the latest named first (ORG-06)',
    access: 'signedIn',
    query: shape({
      ...pageFields,
      employeeId: Type.Optional(id),
      running: Type.Optional(Type.Boolean({ description: 'true: only those of now' })),
    }),
    reply: listOf(standIn),
  }),
  nameStandIn: route({
    id: 'people.nameStandIn',
    method: 'POST',
    path: '/employees/:employeeId/stand-ins',
    summary:
      'Name who acts for a person from when until when (people.manage or followUps.supervise)',
    access: 'signedIn',
    needsOneOf: ['people.manage', 'followUps.supervise'],
    about: 'employee',
    params: oneEmployee,
    body: shape({ standInId: id, fromAt: instant, untilAt: instant }),
    reply: standIn,
    status: 201,
    problems: [
      'stand_in_overlap',
      'stand_in_absent',
      'stand_in_self',
      'stand_in_unknown',
      'span_backwards',
      'date_past',
    ],
  }),
  endStandIn: route({
    id: 'people.endStandIn',
    method: 'POST',
    path: '/stand-ins/:standInId/end',
    summary: 'The absent one is back early: the stand-in ends now',
    access: 'signedIn',
    needsOneOf: ['people.manage', 'followUps.supervise'],
    about: 'standIn',
    params: shape({ standInId: id }),
    reply: standIn,
    problems: ['stand_in_over'],
  }),
};
