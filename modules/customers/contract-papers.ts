import { type Static, Type } from 'typebox';
import { id, instant, line, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** What lies in the archive bag (ARC-08). */
export const paperKinds = [
  'signedForm',
  'photo',
  'letter',
  'recording',
  'contract',
  'other',
] as const;

export const paper = shape(
  {
    id,
    kind: oneOf(paperKinds),
    title: line(120),
    note: text(1000),
    vehicleId: nullable(id),
    fileId: id,
    fileName: line(200),
    contentType: text(120),
    filedByName: nullable(line(80)),
    at: instant,
  },
  { $id: 'CustomerPaper' },
);
export type Paper = Static<typeof paper>;

export const paperRoutes = {
  list: route({
    id: 'customers.papers',
    method: 'GET',
    path: '/customers/:customerId/papers',
    summary: 'The papers filed with a customer, latest first (档案袋, ARC-08)',
    access: 'customers.see',
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    query: shape({ ...pageFields, kind: Type.Optional(oneOf(paperKinds)) }),
    reply: listOf(paper),
  }),
  add: route({
    id: 'customers.addPaper',
    method: 'POST',
    path: '/customers/:customerId/papers',
    summary: 'File a paper that was uploaded before, with its kind and a title',
    access: 'customers.edit',
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    body: shape({
      fileId: id,
      kind: oneOf(paperKinds),
      title: Type.Optional(line(120, 'left out: the name of the file')),
      note: Type.Optional(text(1000)),
      vehicleId: Type.Optional(id),
    }),
    reply: paper,
    status: 201,
  }),
  withdraw: route({
    id: 'customers.withdrawPaper',
    method: 'POST',
    path: '/customer-papers/:paperId/withdraw',
    summary: 'Take a wrongly filed paper out of the bag; that it lay there stays on record',
    access: 'customers.edit',
    about: 'paper',
    params: shape({ paperId: id }),
    body: shape({ reason: line(300) }),
    reply: shape({ id }),
    problems: ['paper_withdrawn'],
  }),
};
