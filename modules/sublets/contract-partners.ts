import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  line,
  listOf,
  nullable,
  pageFields,
  personalText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const partner = shape(
  {
    id,
    version,
    name: line(120),
    contactName: personalText('name', 80),
    contactPhone: personalText('phone', 40),
    address: personalText('address', 200),
    trades: text(200),
    qualification: text(120),
    qualificationUntil: nullable(date),
    /** A copy of that paper. */
    paperFileId: nullable(id),
    paperType: text(120),
    /** Its paper has ended: nothing is given to it until it is renewed. */
    isExpired: Type.Boolean(),
    note: text(300),
    isActive: Type.Boolean(),
    outNow: Type.Integer({ ...count, description: 'jobs that it has now' }),
  },
  { $id: 'SubletPartner' },
);
export type Partner = Static<typeof partner>;

const told = {
  contactName: Type.Optional(text(80)),
  contactPhone: Type.Optional(text(40)),
  address: Type.Optional(text(200)),
  trades: Type.Optional(text(200, 'what it does: machining, painting, upholstery …')),
  qualification: Type.Optional(text(120, 'the paper by which it may do so, with its number')),
  qualificationUntil: Type.Optional(nullable(date)),
  paperFileId: Type.Optional(nullable(id)),
  note: Type.Optional(text(300)),
};

const manage = 'organisation.manage';

export const subletPartnerRoutes = {
  list: route({
    id: 'subletPartners.list',
    method: 'GET',
    path: '/sublet-partners',
    summary: 'The firms that jobs are given to, by their names, with what each has now',
    access: 'serviceOrders.receive',
    personal: true,
    query: shape({
      ...pageFields,
      isActive: Type.Optional(Type.Boolean({ description: 'true: those that jobs are given to' })),
    }),
    reply: listOf(partner),
  }),
  add: route({
    id: 'subletPartners.add',
    method: 'POST',
    path: '/sublet-partners',
    summary: 'A firm that jobs may be given to, with the paper by which it may do them',
    access: manage,
    personal: true,
    body: shape({ name: line(120), ...told }),
    reply: partner,
    status: 201,
    problems: ['sublet_partner_twice'],
  }),
  change: route({
    id: 'subletPartners.change',
    method: 'PATCH',
    path: '/sublet-partners/:partnerId',
    summary: 'What is on file of it, and whether jobs are still given to it',
    access: manage,
    about: 'subletPartner',
    personal: true,
    params: shape({ partnerId: id }),
    body: shape({
      name: Type.Optional(line(120)),
      ...told,
      isActive: Type.Optional(Type.Boolean()),
    }),
    reply: partner,
    problems: ['sublet_partner_twice'],
  }),
};
