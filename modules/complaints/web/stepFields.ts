import type { Complaint } from '../contract.ts';
import {
  type ComplaintStep,
  customerAnswers,
  replyWays,
  satisfactions,
  severities,
  urgencies,
} from '../lifecycle.ts';
import { wayWords } from '../locales/labels.ts';
import type { ComplaintWord } from '../locales/words.ts';

/** One line of a step's form. `choice` offers its options in sight, `handler` the colleagues who may handle. */
export interface StepField {
  name: string;
  label: ComplaintWord;
  kind: 'words' | 'line' | 'choice' | 'handler' | 'yuan' | 'days';
  isNeeded?: boolean;
  hint?: ComplaintWord;
  options?: readonly (readonly [value: string, word: ComplaintWord])[];
}

export interface StepForm {
  fields: readonly StepField[];
  /** Said above the fields. */
  lead?: ComplaintWord;
  /** What the record holds already. */
  begin?: (complaint: Complaint) => Record<string, unknown>;
}

const named = <Value extends ComplaintWord>(values: readonly Value[]) =>
  values.map((value) => [value, value] as const);
const words = (name: string, label: ComplaintWord, rest: Partial<StepField> = {}): StepField => ({
  name,
  label,
  kind: 'words',
  isNeeded: true,
  ...rest,
});
const reason = words('reason', 'reason');

/** What each step asks, but for `investigate`, which asks of every point; the server's contract has the last word. */
export const stepForms: Record<Exclude<ComplaintStep, 'investigate'>, StepForm> = {
  tellReceived: {
    lead: 'receiptHint',
    begin: ({ replyBy }) => ({ how: replyBy }),
    fields: [
      {
        name: 'how',
        label: 'how',
        kind: 'choice',
        isNeeded: true,
        options: replyWays.map((way) => [way, wayWords[way]] as const),
      },
      words('words', 'receiptWords', { isNeeded: false }),
    ],
  },
  acknowledge: {
    fields: [
      words('words', 'acknowledgeWords', { hint: 'acknowledgeHint' }),
      { name: 'handlerId', label: 'handler', kind: 'handler', hint: 'chooseHandler' },
    ],
  },
  assess: {
    fields: [
      {
        name: 'severity',
        label: 'severity',
        kind: 'choice',
        isNeeded: true,
        options: named(severities),
      },
      { name: 'urgency', label: 'urgency', kind: 'choice', options: named(urgencies) },
      reason,
    ],
    begin: ({ severity, urgency }) => ({
      severity: severity === 'unassessed' ? 'ordinary' : severity,
      urgency,
    }),
  },
  assign: {
    fields: [{ name: 'handlerId', label: 'handler', kind: 'handler', isNeeded: true }, reason],
  },
  propose: {
    fields: [
      words('solution', 'solution'),
      words('measure', 'measure'),
      {
        name: 'customerAnswer',
        label: 'customerAnswerLabel',
        kind: 'choice',
        isNeeded: true,
        options: named(customerAnswers),
      },
      { name: 'costFen', label: 'cost', kind: 'yuan' },
    ],
    begin: ({ solution, measure }) => ({ solution, measure }),
  },
  reportBack: {
    fields: [
      {
        name: 'how',
        label: 'how',
        kind: 'choice',
        isNeeded: true,
        options: replyWays.map((each) => [each, wayWords[each]] as const),
      },
      words('words', 'toldWords'),
    ],
    begin: ({ replyBy }) => ({ how: replyBy }),
  },
  askSatisfaction: {
    lead: 'unsatisfiedNote',
    fields: [
      {
        name: 'satisfaction',
        label: 'satisfactionLabel',
        kind: 'choice',
        isNeeded: true,
        options: named(satisfactions),
      },
      words('words', 'satisfactionWords', { isNeeded: false }),
    ],
  },
  noteLesson: {
    fields: [words('lesson', 'lesson', { hint: 'lessonHint' })],
    begin: ({ lesson }) => ({ lesson }),
  },
  close: { fields: [words('words', 'closeWords', { isNeeded: false })] },
  closeByException: {
    lead: 'exceptionNote',
    fields: [words('reason', 'exceptionReason')],
  },
  watch: {
    fields: [{ name: 'days', label: 'watchDaysLabel', kind: 'days', hint: 'watchDaysHint' }],
  },
  reopen: { fields: [reason] },
  note: { fields: [words('words', 'noteWords')] },
};
