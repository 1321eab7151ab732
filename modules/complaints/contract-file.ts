import { Type } from 'typebox';
import { id, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { complaint } from './contract-record.ts';

const one = shape({ complaintId: id });
const about = { access: 'complaints.see', about: 'complaint', personal: true } as const;
const paper = {
  ...about,
  audit: 'read',
  method: 'GET',
  kind: 'stream',
  rate: 'heavy',
  reply: Type.Unknown({ description: 'PDF' }),
} as const;

/** Evidence, and the complaint on paper. */
export const complaintFileRoutes = {
  addEvidence: route({
    ...about,
    id: 'complaints.addEvidence',
    method: 'POST',
    path: '/complaints/:complaintId/evidence',
    summary: 'File a picture, a recording or a document as evidence; its hash is kept',
    access: 'complaints.handle',
    params: one,
    body: shape({ fileId: id, caption: Type.Optional(text(300)) }),
    reply: complaint,
    problems: ['evidence_enough'],
  }),
  file: route({
    ...paper,
    id: 'complaints.file',
    path: '/complaints/:complaintId/file.pdf',
    summary: 'The whole file: clocks, cause, solutions, tasks, evidence with hashes, timeline (A4)',
    params: one,
  }),
  agreement: route({
    ...paper,
    id: 'complaints.agreement',
    path: '/complaints/:complaintId/solutions/:complaintSolutionId/agreement.pdf',
    summary: 'A version that was offered as an agreement to sign, A4',
    params: shape({ complaintId: id, complaintSolutionId: id }),
    problems: ['solution_not_approved'],
  }),
};
