import { type Static, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const entryFields = {
  id,
  at: instant,
  event: line(80),
  actorKind: oneOf(['user', 'apiKey', 'system', 'link']),
  actorId: line(80),
  actorName: text(200),
  /** Who was absent, where somebody stood in for him. */
  actingForName: nullable(text(200)),
  aboutType: nullable(line(60)),
  aboutId: nullable(id),
  /** Its name, number or plate today; null where it has none or is gone. */
  aboutName: nullable(text(200)),
  via: text(80, 'route or task'),
  fields: Type.Array(line(80), { maxItems: 200, description: 'which fields were changed' }),
  seq: nullable(count),
  isEmergency: Type.Boolean({ description: 'done during an emergency access' }),
};

export const auditEntry = shape(entryFields, { $id: 'AuditEntry' });
export type AuditEntry = Static<typeof auditEntry>;

const auditDetail = shape(
  {
    ...entryFields,
    requestId: nullable(text(80)),
    facts: Type.Array(shape({ name: line(80), value: text(4000) }), { maxItems: 100 }),
    changes: Type.Array(shape({ field: line(80), from: text(4000), to: text(4000) }), {
      maxItems: 200,
    }),
    /** Whether values are shown: who may not reveal telephones sees the names of the fields alone. */
    isOpen: Type.Boolean(),
  },
  { $id: 'AuditDetail' },
);
export type AuditDetail = Static<typeof auditDetail>;

const chainState = shape(
  {
    sealedSeq: count,
    sealedAt: nullable(instant),
    anchoredSeq: count,
    anchoredAt: nullable(instant),
    verifiedSeq: count,
    verifiedAt: nullable(instant),
    fault: nullable(shape({ what: line(40), seq: count, untilSeq: count })),
    publicKey: line(80),
  },
  { $id: 'AuditChainState' },
);
export type ChainState = Static<typeof chainState>;

export const auditRoutes = {
  list: route({
    id: 'audit.list',
    method: 'GET',
    path: '/audit-entries',
    summary:
      'Who did what, the latest first: a month back unless a span is given, or all about one record',
    access: 'audit.see',
    personal: true,
    query: shape({
      ...pageFields,
      event: Type.Optional(line(80)),
      actorId: Type.Optional(line(80)),
      aboutId: Type.Optional(id),
      'at.gte': Type.Optional(instant),
      'at.lt': Type.Optional(instant),
    }),
    reply: listOf(auditEntry),
  }),
  state: route({
    id: 'audit.state',
    method: 'GET',
    path: '/audit-entries/verify-state',
    summary: 'How far the chain is sealed, verified and anchored, and whether it is whole',
    access: 'audit.see',
    reply: chainState,
  }),
  anchor: route({
    id: 'audit.anchor',
    method: 'GET',
    path: '/audit-entries/anchor',
    summary: 'The head of the chain, signed now: kept outside, it proves everything up to here',
    access: 'audit.see',
    reply: shape(
      {
        at: instant,
        tenantId: id,
        seq: count,
        hash: line(64),
        publicKey: line(80),
        signature: line(120),
      },
      { $id: 'AuditAnchor' },
    ),
    problems: ['nothing_sealed'],
  }),
  one: route({
    id: 'audit.one',
    method: 'GET',
    path: '/audit-entries/:entryId',
    summary: 'One entry with what was changed; opening it is on record',
    access: 'audit.see',
    about: 'auditEntry',
    audit: 'read',
    personal: true,
    params: shape({ entryId: id }),
    reply: auditDetail,
  }),
};
