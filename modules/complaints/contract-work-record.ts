import { type Static, Type } from 'typebox';
import {
  count,
  fen,
  id,
  instant,
  nullable,
  oneOf,
  personalText,
  sumFen,
  text,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import {
  answerWays,
  complaintSolutionLife,
  complaintTaskLife,
  remedyKinds,
  taskPurposes,
} from './contract-work-vocabulary.ts';

/** What somebody has to do for a complaint, by when, and what came of it. */
export const complaintTask = shape({
  id,
  purpose: oneOf(taskPurposes),
  solutionId: nullable(id),
  remedyKind: nullable(oneOf(remedyKinds)),
  amountFen: fen,
  what: personalText('words', 500),
  ownerId: id,
  ownerName: text(80),
  dueAt: instant,
  state: oneOf(complaintTaskLife.states),
  result: personalText('words', 2000),
  endedAt: nullable(instant),
  endedByName: text(80),
});
export type ComplaintTask = Static<typeof complaintTask>;

/** A version of what the customer is offered; its remedies are the tasks that name it. */
export const complaintSolution = shape({
  id,
  edition: count,
  words: personalText('words', 2000),
  state: oneOf(complaintSolutionLife.states),
  amountFen: sumFen,
  askedByName: text(80),
  createdAt: instant,
  decidedByName: text(80),
  decidedAt: nullable(instant),
  decision: personalText('words', 500),
  answeredAt: nullable(instant),
  answerHow: nullable(oneOf(answerWays)),
  answer: personalText('words', 1000),
  mayDecide: Type.Boolean({ description: 'the caller may approve it or not' }),
});
export type ComplaintSolution = Static<typeof complaintSolution>;

/** A file that proves something, with the hash of its bytes as they were filed. */
export const complaintEvidence = shape({
  id,
  fileId: id,
  fileName: personalText('words', 300),
  contentType: text(120),
  sizeBytes: count,
  contentHash: text(64, 'SHA-256 in hexadecimal'),
  caption: personalText('words', 300),
  filedByName: text(80),
  at: instant,
});
export type ComplaintEvidence = Static<typeof complaintEvidence>;

/** What the work on a complaint adds to its record. */
export const workOnIt = {
  tasks: Type.Array(complaintTask, { maxItems: 200 }),
  solutions: Type.Array(complaintSolution, { maxItems: 50 }),
  evidence: Type.Array(complaintEvidence, { maxItems: 200 }),
  mayGiveTasks: Type.Boolean({ description: 'it is the caller’s case, and open' }),
  mayDraft: Type.Boolean({ description: 'and it stands where a solution is due' }),
};
