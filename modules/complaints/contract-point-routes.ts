import { type TSchema, Type } from 'typebox';
import { id, line, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { classed, judged } from './contract-points.ts';
import { complaint } from './contract-record.ts';

const one = { complaintId: id };
const onePoint = { ...one, complaintPointId: id };
const pointing = <P extends TSchema, B extends TSchema>(spec: {
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
    path: `/complaints/:complaintId/points${spec.path}`,
    summary: spec.summary,
    access: 'complaints.handle',
    about: 'complaint',
    personal: true,
    params: spec.params,
    body: spec.body,
    reply: complaint,
    problems: ['step_not_allowed', 'not_your_case', ...spec.problems],
  });

/** The several things that one complaint says (CMP-02, CMP-06). */
export const complaintPointRoutes = {
  addPoint: pointing({
    name: 'addPoint',
    path: '',
    summary: 'Another thing that the customer complains of, with its class',
    params: shape(one),
    body: shape({ what: line(500), ...classed }),
    problems: ['class_unknown', 'points_enough'],
  }),
  classifyPoint: pointing({
    name: 'classifyPoint',
    path: '/:complaintPointId/classify',
    summary: 'Put a point in another class; of the first one the complaint’s kind follows',
    params: shape(onePoint),
    body: shape({ ...classed, what: Type.Optional(text(500)) }),
    problems: ['class_unknown'],
  }),
  judgePoint: pointing({
    name: 'judgePoint',
    path: '/:complaintPointId/judge',
    summary: 'What was found of a point: outcome, cause to the second level, responsibility',
    params: shape(onePoint),
    body: shape(judged),
    problems: ['cause_needed', 'cause_unknown', 'statement_outstanding'],
  }),
};
