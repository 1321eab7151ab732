import { type TSchema, Type } from 'typebox';
import { fen, id, instant, line, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { judged } from './contract-points.ts';
import { complaint } from './contract-record.ts';
import {
  causeKinds,
  customerAnswers,
  replyWays,
  satisfactions,
  severities,
  urgencies,
} from './lifecycle.ts';

const words = (limit = 1000) => line(limit);
const one = shape({ complaintId: id });
const step = <B extends TSchema>(
  name: string,
  summary: string,
  body: B,
  access = 'complaints.handle',
  more: readonly string[] = [],
) =>
  route({
    id: `complaints.${name}`,
    method: 'POST',
    path: `/complaints/:complaintId/${name}`,
    summary,
    access,
    about: 'complaint',
    params: one,
    body,
    reply: complaint,
    personal: true,
    problems: [
      'step_not_allowed',
      'not_your_case',
      'handler_unknown',
      'gate_open',
      'in_future',
      'statement_outstanding',
      'cost_above_limit',
      ...more,
    ],
  });

/** Everything that may be done with a complaint, from the first answer to the last note. */
export const complaintStepRoutes = {
  tellReceived: step(
    'tellReceived',
    'The complainant was told that it is received',
    shape({
      how: oneOf(replyWays),
      toldAt: Type.Optional(instant),
      words: Type.Optional(text(1000)),
    }),
    'complaints.handle',
    ['receipt_settled', 'told_before_received'],
  ),
  acknowledge: step(
    'acknowledge',
    'Answer the customer and name who handles it',
    shape({ handlerId: Type.Optional(id), words: words() }),
  ),
  assess: step(
    'assess',
    'First assessment: severity and urgency, which set the terms',
    shape({
      severity: oneOf(severities),
      urgency: Type.Optional(oneOf(urgencies)),
      reason: words(),
    }),
  ),
  assign: step(
    'assign',
    'Hand the case to another handler',
    shape({ handlerId: id, reason: words() }),
  ),
  investigate: step(
    'investigate',
    'Put findings, cause and responsibility on record',
    shape({
      findings: words(4000),
      causeKind: Type.Optional(oneOf(causeKinds)),
      cause: Type.Optional(text(2000)),
      responsibility: Type.Optional(text(500)),
      points: Type.Optional(
        Type.Array(shape({ complaintPointId: id, ...judged }), {
          maxItems: 20,
          description: 'each point that was looked into; without, the cause is that of the first',
        }),
      ),
    }),
    'complaints.handle',
    ['point_unknown', 'cause_needed', 'cause_unknown'],
  ),
  propose: step(
    'propose',
    'The solution, the measure taken, and what the customer says to it',
    shape({
      solution: words(2000),
      measure: words(2000),
      customerAnswer: oneOf(customerAnswers),
      costFen: Type.Optional(fen),
      words: Type.Optional(text(1000)),
    }),
  ),
  reportBack: step(
    'reportBack',
    'The customer was told the result',
    shape({ how: oneOf(replyWays), toldAt: Type.Optional(instant), words: words() }),
  ),
  askSatisfaction: step(
    'askSatisfaction',
    'Whether the customer is satisfied; not satisfied opens it again',
    shape({ satisfaction: oneOf(satisfactions), words: Type.Optional(text(1000)) }),
  ),
  noteLesson: step('noteLesson', 'What the house learns from it', shape({ lesson: words(2000) })),
  close: step(
    'close',
    'Close it; refused while anything is missing',
    shape({ words: Type.Optional(text(1000)) }),
  ),
  closeByException: step(
    'closeByException',
    'Close it with a step missing, signed with a reason',
    shape({ reason: words() }),
    'complaints.supervise',
  ),
  watch: step(
    'watch',
    'Watch that it does not come back',
    shape({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })) }),
  ),
  reopen: step('reopen', 'Open it again', shape({ reason: words() })),
  note: step('note', 'Add words to the record', shape({ words: words(2000) })),
};
