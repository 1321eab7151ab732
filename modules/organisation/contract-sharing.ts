import { type Static, Type } from 'typebox';
import { date, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { orgUnit } from './contract-unit.ts';

/** What lets one legal person give another its customers' data (PIPL 13, 23): agreed to by each, needed for the contract, asked by law. */
export const basisKinds = ['consent', 'contract', 'law'] as const;

const basis = shape(
  {
    id,
    toUnitId: id,
    toUnitName: line(80),
    kind: oneOf(basisKinds),
    purpose: line(300),
    document: line(300, 'where it stands: number, date, place of the paper'),
    validFrom: date,
    validUntil: nullable(date),
    recordedByName: text(80),
    createdAt: instant,
    withdrawnAt: nullable(instant),
    withdrawnByName: text(80),
    withdrawnReason: text(300),
    /** Counts today: begun, not over, not withdrawn. */
    holds: Type.Boolean(),
  },
  { $id: 'SharingBasis' },
);
export type SharingBasis = Static<typeof basis>;

const sharing = shape(
  {
    isOwnController: Type.Boolean(),
    /** The units above it, as far as the caller sees them: to these a basis can be recorded. */
    above: Type.Array(shape({ id, name: line(80) }), { maxItems: 20 }),
    items: Type.Array(basis, { maxItems: 200 }),
  },
  { $id: 'UnitSharing' },
);
export type UnitSharing = Static<typeof sharing>;

const one = shape({ orgUnitId: id });
const manage = { access: 'organisation.manage', about: 'orgUnit', params: one } as const;

/** Which unit is a legal person of its own, and what its customers' data go up the tree by (ARC-10, PIPL 20, 23). */
export const sharingRoutes = {
  read: route({
    id: 'sharing.read',
    method: 'GET',
    path: '/org-units/:orgUnitId/sharing',
    summary:
      'Whether a unit is a controller of its own, and by what its customers’ data are shared',
    ...manage,
    reply: sharing,
  }),
  mark: route({
    id: 'sharing.mark',
    method: 'POST',
    path: '/org-units/:orgUnitId/own-controller',
    summary: 'Say whether a unit is another legal person than those above it',
    ...manage,
    stepUp: true,
    body: shape({ isOwnController: Type.Boolean() }),
    reply: orgUnit,
  }),
  record: route({
    id: 'sharing.record',
    method: 'POST',
    path: '/org-units/:orgUnitId/sharing-bases',
    summary: 'Put on record by what a unit above may see the customers of this one',
    ...manage,
    stepUp: true,
    body: shape({
      toUnitId: id,
      kind: oneOf(basisKinds),
      purpose: line(300),
      document: line(300),
      validFrom: date,
      validUntil: Type.Optional(nullable(date)),
    }),
    reply: sharing,
    problems: ['not_own_controller', 'not_above', 'sharing_period', 'sharing_full'],
  }),
  withdraw: route({
    id: 'sharing.withdraw',
    method: 'POST',
    path: '/sharing-bases/:sharingBasisId/withdraw',
    summary: 'From now on the basis holds no more; it stays on record with its reason',
    access: 'organisation.manage',
    about: 'sharingBasis',
    params: shape({ sharingBasisId: id }),
    body: shape({ reason: line(300) }),
    reply: nothing,
    problems: ['sharing_withdrawn'],
  }),
};
