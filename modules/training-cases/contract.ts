import { type Static, Type } from 'typebox';
import { causeKinds, complaintKinds } from '#modules/complaints/lifecycle.ts';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { caseParts, markKinds, trainingCaseLife } from './lifecycle.ts';

const listed = {
  id,
  unitName: text(120),
  title: text(200),
  kind: oneOf(complaintKinds),
  causeKind: nullable(oneOf(causeKinds)),
  state: oneOf(trainingCaseLife.states),
  authorName: text(80),
  publishedAt: nullable(instant),
  createdAt: instant,
  readAt: { ...nullable(instant), description: 'when the caller ticked it as read' },
};
const listedCase = shape(listed, { $id: 'ListedTrainingCase' });
export type ListedTrainingCase = Static<typeof listedCase>;

const words = text(8000);
const parts = {
  title: text(200),
  story: words,
  cause: words,
  actions: words,
  remedy: words,
  outcome: words,
  lesson: words,
  questions: words,
};
const mark = shape({
  part: oneOf(caseParts),
  kind: oneOf(markKinds),
  words: text(120),
  at: { ...count, description: 'where in the part it begins' },
});
export type TrainingCaseMark = Static<typeof mark>;

export const trainingCase = shape(
  {
    ...listed,
    ...parts,
    publishedByName: text(80),
    withdrawnWhy: text(300),
    complaintId: {
      ...nullable(id),
      description: 'only to who may read that complaint; gone once its customer is erased',
    },
    marks: Type.Array(mark, {
      maxItems: 100,
      description: 'what looks like personal data: it is not published while one stands',
    }),
    readers: {
      ...nullable(shape({ read: count, all: count })),
      description: 'of the people who can read it; to who supervises',
    },
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version,
  },
  { $id: 'TrainingCase' },
);
export type TrainingCase = Static<typeof trainingCase>;

const reader = shape({ id, name: text(80), unitName: text(120), readAt: nullable(instant) });
export type TrainingCaseReader = Static<typeof reader>;

const one = shape({ trainingCaseId: id });
const about = { about: 'trainingCase', params: one } as const;
const supervised = { ...about, access: 'complaints.supervise' } as const;

export const trainingCaseRoutes = {
  list: route({
    id: 'trainingCases.list',
    method: 'GET',
    path: '/training-cases',
    summary: 'Training cases that the caller can read, the latest first; drafts to who supervises',
    access: 'signedIn',
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(trainingCaseLife.states)),
      kind: Type.Optional(oneOf(complaintKinds)),
      causeKind: Type.Optional(oneOf(causeKinds)),
      isRead: Type.Optional(Type.Boolean({ description: 'ticked as read by the caller, or not' })),
      q: Type.Optional(text(60, 'words of its title, story, cause or lesson')),
    }),
    reply: listOf(listedCase),
  }),
  one: route({
    ...about,
    id: 'trainingCases.one',
    method: 'GET',
    path: '/training-cases/:trainingCaseId',
    summary: 'A training case; while it is a draft with what looks like personal data in it',
    access: 'signedIn',
    reply: trainingCase,
  }),
  ofComplaint: route({
    id: 'trainingCases.ofComplaint',
    method: 'GET',
    path: '/complaints/:complaintId/training-cases',
    summary: 'What was made of a complaint for training, and whether a case can be made now',
    access: 'complaints.see',
    about: 'complaint',
    params: shape({ complaintId: id }),
    reply: shape({
      items: Type.Array(listedCase, { maxItems: 20 }),
      make: nullable(stepShape),
    }),
  }),
  make: route({
    id: 'trainingCases.make',
    method: 'POST',
    path: '/complaints/:complaintId/training-cases',
    summary: 'Make a training case of a closed complaint: its facts without its persons',
    access: 'complaints.supervise',
    about: 'complaint',
    params: shape({ complaintId: id }),
    reply: trainingCase,
    status: 201,
    problems: ['complaint_open', 'case_exists', 'not_shared'],
  }),
  write: route({
    ...supervised,
    id: 'trainingCases.write',
    method: 'PATCH',
    path: '/training-cases/:trainingCaseId',
    summary: 'Write to a draft; the page does so by itself',
    body: shape({
      title: Type.Optional(line(200)),
      story: Type.Optional(words),
      cause: Type.Optional(words),
      actions: Type.Optional(words),
      remedy: Type.Optional(words),
      outcome: Type.Optional(words),
      lesson: Type.Optional(words),
      questions: Type.Optional(words),
    }),
    reply: trainingCase,
    problems: ['step_not_allowed', 'not_shared'],
  }),
  publish: route({
    ...supervised,
    id: 'trainingCases.publish',
    method: 'POST',
    path: '/training-cases/:trainingCaseId/publish',
    summary:
      'Publish a draft that somebody else wrote: the staff of its unit and below can read it',
    reply: trainingCase,
    problems: [
      'step_not_allowed',
      'own_case',
      'marks_stand',
      'case_empty',
      'people_only',
      'not_shared',
    ],
  }),
  withdraw: route({
    ...supervised,
    id: 'trainingCases.withdraw',
    method: 'POST',
    path: '/training-cases/:trainingCaseId/withdraw',
    summary: 'Take a case back, and why: nobody reads it any more',
    body: shape({ reason: line(300) }),
    reply: trainingCase,
    problems: ['step_not_allowed', 'not_shared'],
  }),
  revise: route({
    ...supervised,
    id: 'trainingCases.revise',
    method: 'POST',
    path: '/training-cases/:trainingCaseId/revise',
    summary: 'Work on a withdrawn case again: it is a draft then, and the caller its author',
    reply: trainingCase,
    problems: ['step_not_allowed', 'not_shared'],
  }),
  tickRead: route({
    ...about,
    id: 'trainingCases.tickRead',
    method: 'POST',
    path: '/training-cases/:trainingCaseId/read',
    summary: 'Tick a published case as read by oneself',
    access: 'signedIn',
    reply: trainingCase,
    problems: ['step_not_allowed', 'people_only'],
  }),
  listReaders: route({
    ...supervised,
    id: 'trainingCases.listReaders',
    method: 'GET',
    path: '/training-cases/:trainingCaseId/readers',
    summary: 'The people of its unit and below: who has read it and who has not',
    query: shape({
      ...pageFields,
      hasRead: Type.Optional(Type.Boolean()),
    }),
    reply: listOf(reader),
  }),
  print: route({
    ...about,
    id: 'trainingCases.print',
    method: 'GET',
    path: '/training-cases/:trainingCaseId/print.pdf',
    summary: 'A published case for the training room, with room for answers, on A4',
    access: 'signedIn',
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'application/pdf' }),
  }),
};
