/**
 * The places in the program's work at which a round may end it, by name. They are made by `preload.ts` while the
 * program loads; the program itself knows nothing of them.
 */
export const failPoints = [
  'before commit',
  'after commit, before the answer',
  'inside a task',
  'before a task’s commit',
  'after a task’s commit',
  'before a mail is sent',
  'after a mail was accepted, before it is marked',
  'before a file is renamed',
  'between a file’s rename and its row',
  'while sealing the audit chain',
] as const;
export type FailPoint = (typeof failPoints)[number];

/** What becomes of one statement of a request: refused, done but its answer lost, the end of the program, no end. */
export const statementFaults = ['error', 'lost', 'kill', 'hang'] as const;
export type StatementFault = (typeof statementFaults)[number];

/** On any request: the number of a fail point, and at which of its passings it ends the program. */
export const armHeader = 'x-check-fail-point';
/** On a request with an idempotency key: which of its statements, counted from the key's own, and what becomes of it. */
export const statementHeader = 'x-check-statement';
/** How a fail point and a fault tell that they fired, on the program's error output. */
export const firedWord = 'check fired:';
/** On any request: from now on the program lies: it acknowledges and does not commit. The check has to find that. */
export const lieHeader = 'x-check-lie';
/** Milliseconds after which a starting program ends itself. */
export const diesStarting = 'CHECK_DIES_STARTING_MS';

export const armValue = (point: FailPoint, passing: number) =>
  `${failPoints.indexOf(point)} ${passing}`;
export const statementValue = (nth: number, fault: StatementFault) => `${nth} ${fault}`;
