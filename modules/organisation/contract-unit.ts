import { type Static, Type } from 'typebox';
import { id, instant, line, nullable, oneOf, text, version } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** The tiers of the tree, from the top (ORG-01). The customer stands below the shop and is no node. */
export const tiers = ['headquarters', 'agent', 'shop'] as const;

export const orgUnit = shape(
  {
    id,
    parentId: nullable(id),
    tier: oneOf(tiers),
    code: line(30),
    name: line(80),
    path: line(400, 'a subtree is one prefix'),
    region: nullable(line(40)),
    address: text(200),
    phone: text(40),
    position: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'among its siblings' }),
    closedAt: nullable(instant),
    isOwnController: Type.Boolean({ description: 'another legal person than those above it' }),
    version,
    createdAt: instant,
    updatedAt: instant,
  },
  { $id: 'OrgUnit' },
);
export type OrgUnit = Static<typeof orgUnit>;
