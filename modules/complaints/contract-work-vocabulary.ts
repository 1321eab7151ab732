import { defineLifecycle } from '#shared/lifecycle.ts';

/** A piece of work, a statement that is asked for (CMP-06), a remedy that was promised to the customer (CMP-07). */
export const taskPurposes = ['work', 'statement', 'remedy'] as const;
/** What is offered (服务补救): each kind has a limit of its own by role. */
export const remedyKinds = ['labour', 'goods', 'voucher', 'loanCar', 'money', 'other'] as const;
export type RemedyKind = (typeof remedyKinds)[number];
/** How the customer's answer to an offer came, as a colleague writes it down. */
export const toldWays = ['phone', 'signed', 'letter', 'desk', 'message'] as const;
/** Or by himself, on his page of the complaint. */
export const answerWays = [...toldWays, 'link'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** A remedy waits for the customer's yes; all other tasks begin at once. */
export const complaintTaskLife = defineLifecycle({
  initial: 'planned',
  states: ['planned', 'open', 'done', 'refused', 'dropped'],
  steps: {
    begin: { from: ['planned'], to: 'open' },
    finish: { from: ['open'], to: 'done' },
    refuse: { from: ['open'], to: 'refused' },
    drop: { from: ['planned', 'open'], to: 'dropped' },
  },
});
export type ComplaintTaskState = (typeof complaintTaskLife.states)[number];

/** A version of what is offered: above the drafter's limit another approves it first. */
export const complaintSolutionLife = defineLifecycle({
  initial: 'asked',
  states: ['asked', 'notApproved', 'offered', 'accepted', 'declined', 'replaced'],
  steps: {
    approve: { from: ['asked'], to: 'offered' },
    disapprove: { from: ['asked'], to: 'notApproved' },
    accept: { from: ['offered'], to: 'accepted' },
    decline: { from: ['offered'], to: 'declined' },
    replace: { from: ['asked', 'offered'], to: 'replaced' },
  },
});
export type ComplaintSolutionState = (typeof complaintSolutionLife.states)[number];

/** What goes on record besides the steps of the complaint itself. */
export const workEntries = [
  'giveTask',
  'endTask',
  'draftSolution',
  'approveSolution',
  'disapproveSolution',
  'answerSolution',
  'addEvidence',
  'addPoint',
  'classifyPoint',
  'judgePoint',
] as const;
export type WorkEntry = (typeof workEntries)[number];
