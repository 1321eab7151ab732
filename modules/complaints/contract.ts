import { Type } from 'typebox';
import { date, id, listOf, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { complaintFileRoutes } from './contract-file.ts';
import { complaintPointRoutes } from './contract-point-routes.ts';
import { complaint, figure, listedComplaint, match, newComplaint } from './contract-record.ts';
import { complaintStepRoutes } from './contract-steps.ts';
import { complaintTermRoutes } from './contract-terms.ts';
import { complaintTreeRoutes } from './contract-trees.ts';
import { complaintWorkRoutes } from './contract-work.ts';
import {
  channels,
  complaintKinds,
  complaintLifecycle,
  figureKeys,
  severities,
} from './lifecycle.ts';

export type { ComplaintPoint, Judgement } from './contract-points.ts';
export type {
  Complaint,
  ComplaintFigure,
  ComplaintMatch,
  ListedComplaint,
  NewComplaint,
} from './contract-record.ts';
export type { ComplaintTerms } from './contract-terms.ts';
export type { ComplaintTrees, TreeNode } from './contract-trees.ts';
export type { NewRemedy, OwnTask, RemedyLimit, RemedyLimits } from './contract-work.ts';
export type {
  ComplaintEvidence,
  ComplaintSolution,
  ComplaintTask,
} from './contract-work-record.ts';
export { remedyKinds } from './contract-work-vocabulary.ts';

const one = shape({ complaintId: id });

export const complaintRoutes = {
  list: route({
    id: 'complaints.list',
    method: 'GET',
    path: '/complaints',
    summary: 'List complaints, the most pressing first',
    access: 'complaints.see',
    personal: true,
    query: shape({
      ...pageFields,
      sort: Type.Optional(oneOf(['dueAt', '-receivedAt'])),
      isOpen: Type.Optional(Type.Boolean()),
      state: Type.Optional(oneOf(complaintLifecycle.states)),
      kind: Type.Optional(oneOf(complaintKinds)),
      severity: Type.Optional(oneOf(['unassessed', ...severities])),
      handlerId: Type.Optional(id),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      channel: Type.Optional(oneOf(channels)),
      receivedFrom: Type.Optional(date),
      receivedUntil: Type.Optional(date),
      figure: Type.Optional(oneOf(figureKeys)),
      q: Type.Optional(text(60, 'number, plate or complainant, from its beginning')),
    }),
    reply: listOf(listedComplaint),
  }),
  one: route({
    id: 'complaints.one',
    method: 'GET',
    path: '/complaints/:complaintId',
    summary: 'A complaint with its entries, clocks, customer, car, order and earlier ones',
    access: 'complaints.see',
    about: 'complaint',
    personal: true,
    params: one,
    reply: complaint,
  }),
  receive: route({
    id: 'complaints.receive',
    method: 'POST',
    path: '/complaints',
    summary: 'Put a complaint on the register; its 24-hour clock starts',
    access: 'complaints.handle',
    personal: true,
    body: newComplaint,
    reply: complaint,
    status: 201,
    problems: [
      'customer_unknown',
      'vehicle_unknown',
      'order_unknown',
      'source_unknown',
      'in_future',
      'reference_of_nobody',
      'anonymous_known',
      'class_unknown',
    ],
  }),
  matches: route({
    id: 'complaints.matches',
    method: 'GET',
    path: '/complaint-matches',
    summary:
      'Whom a complaint may concern: by plate, phone or name, with the last order and earlier complaints',
    access: 'complaints.see',
    personal: true,
    query: shape({ q: text(60) }),
    reply: shape({ items: Type.Array(match, { maxItems: 10 }) }),
  }),
  ...complaintStepRoutes,
  ...complaintWorkRoutes,
  ...complaintFileRoutes,
  ...complaintPointRoutes,
  ...complaintTreeRoutes,
  ...complaintTermRoutes,
  figures: route({
    id: 'complaints.figures',
    mayLag: true,
    method: 'GET',
    path: '/figures/complaints',
    summary: 'Complaint rate, timeliness, resolution, recurrence of a period',
    access: 'complaints.see',
    query: shape({ from: date, to: date }),
    reply: shape({ from: date, to: date, figures: Type.Array(figure, { maxItems: 10 }) }),
    problems: ['period_reversed'],
  }),
};
