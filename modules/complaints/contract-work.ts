import { type Static, type TSchema, Type } from 'typebox';
import {
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { complaint } from './contract-record.ts';
import { complaintTask } from './contract-work-record.ts';
import { remedyKinds, toldWays } from './contract-work-vocabulary.ts';
import { complaintKinds } from './lifecycle.ts';

const refusals = ['step_not_allowed', 'not_your_case'] as const;
const doing = <P extends TSchema, B extends TSchema>(spec: {
  name: string;
  path: string;
  summary: string;
  params: P;
  body: B;
  problems: readonly string[];
}) =>
  route({
    id: `complaints.${spec.name}`,
    method: 'POST',
    path: `/complaints/:complaintId${spec.path}`,
    summary: spec.summary,
    access: 'complaints.handle',
    about: 'complaint',
    personal: true,
    params: spec.params,
    body: spec.body,
    reply: complaint,
    problems: [...refusals, ...spec.problems],
  });

const remedy = shape({
  kind: oneOf(remedyKinds),
  what: line(500),
  amountFen: Type.Integer({ minimum: 0, maximum: 1_000_000_00, description: 'whole fen' }),
  ownerId: Type.Optional(id),
  dueAt: instant,
});
export type NewRemedy = Static<typeof remedy>;

const limit = shape({
  roleKey: line(40),
  kind: oneOf(remedyKinds),
  amountFen: nullable(Type.Integer({ ...fen, description: 'per version; null: any amount' })),
});
export type RemedyLimit = Static<typeof limit>;
const limits = Type.Array(limit, { maxItems: 200 });
export const remedyLimits = shape(
  { limits, roles: Type.Array(shape({ key: line(40), name: line(40) }), { maxItems: 200 }) },
  { $id: 'RemedyLimits' },
);
export type RemedyLimits = Static<typeof remedyLimits>;

/** A task as its owner sees it: what was complained of and about which car, not who complained. */
export const ownTask = shape(
  {
    ...complaintTask.properties,
    version,
    complaintId: id,
    number: line(30),
    kind: oneOf(complaintKinds),
    content: personalText('words', 4000),
    plate: nullable(plateText),
    model: text(80),
  },
  { $id: 'OwnComplaintTask' },
);
export type OwnTask = Static<typeof ownTask>;

/** Team and tasks (CMP-05), statements (CMP-06), solutions in versions with limits and approval (CMP-07). */
export const complaintWorkRoutes = {
  giveTask: doing({
    name: 'giveTask',
    path: '/tasks',
    summary: 'Give a colleague a task with a term, or ask for a statement by a time',
    params: shape({ complaintId: id }),
    body: shape({
      purpose: oneOf(['work', 'statement']),
      what: line(500),
      ownerId: id,
      dueAt: instant,
    }),
    problems: ['owner_unknown', 'due_past', 'tasks_too_many'],
  }),
  endTask: doing({
    name: 'endTask',
    path: '/tasks/:complaintTaskId/end',
    summary: 'A task is done, a statement given or refused, or it is dropped with a reason',
    params: shape({ complaintId: id, complaintTaskId: id }),
    body: shape({ outcome: oneOf(['done', 'refused', 'dropped']), result: line(2000) }),
    problems: ['task_ended', 'not_a_statement'],
  }),
  draftSolution: doing({
    name: 'draftSolution',
    path: '/solutions',
    summary: 'A new version of what is offered; above one’s own limit it waits for approval',
    params: shape({ complaintId: id }),
    body: shape({
      words: line(2000),
      remedies: Type.Array(remedy, { minItems: 1, maxItems: 12 }),
    }),
    problems: [
      'owner_unknown',
      'due_past',
      'tasks_too_many',
      'solution_person',
      'solution_agreed',
      'solution_nobody',
    ],
  }),
  decideSolution: doing({
    name: 'decideSolution',
    path: '/solutions/:complaintSolutionId/decide',
    summary: 'Approve or refuse a version that another drafted, within one’s own limits',
    params: shape({ complaintId: id, complaintSolutionId: id }),
    body: shape({ approved: Type.Boolean(), note: Type.Optional(text(500)) }),
    problems: [
      'solution_person',
      'solution_own',
      'solution_above_limit',
      'solution_not_asked',
      'decision_reason_needed',
    ],
  }),
  answerSolution: doing({
    name: 'answerSolution',
    path: '/solutions/:complaintSolutionId/answer',
    summary: 'What the customer says to a version; accepted, its remedies begin',
    params: shape({ complaintId: id, complaintSolutionId: id }),
    body: shape({
      answer: oneOf(['accepted', 'declined']),
      how: oneOf(toldWays),
      words: line(1000),
    }),
    problems: ['solution_not_offered'],
  }),
  ownTasks: route({
    id: 'complaints.ownTasks',
    method: 'GET',
    path: '/complaint-tasks',
    summary: 'One’s own tasks for complaints, the first due first',
    access: 'signedIn',
    personal: true,
    query: shape(pageFields),
    reply: listOf(ownTask),
  }),
  endOwnTask: route({
    id: 'complaints.endOwnTask',
    method: 'POST',
    path: '/complaint-tasks/:complaintTaskId/end',
    summary: 'Say what came of one’s own task, give the statement asked for or refuse it',
    access: 'signedIn',
    about: 'complaintTask',
    personal: true,
    params: shape({ complaintTaskId: id }),
    body: shape({ outcome: oneOf(['done', 'refused']), result: line(2000) }),
    reply: ownTask,
    problems: ['task_ended', 'not_a_statement'],
  }),
  remedyLimits: route({
    id: 'complaints.remedyLimits',
    method: 'GET',
    path: '/complaint-remedy-limits',
    summary: 'How much each role may offer by itself, by kind, as it holds at one’s own unit',
    access: 'organisation.manage',
    reply: remedyLimits,
  }),
  setRemedyLimits: route({
    id: 'complaints.setRemedyLimits',
    method: 'POST',
    path: '/complaint-remedy-limits',
    summary: 'Set how much each role may offer, for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: shape({ limits }),
    reply: remedyLimits,
    problems: ['role_unknown', 'remedy_role_twice'],
  }),
};
