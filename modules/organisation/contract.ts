import { type Static, Type } from 'typebox';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

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
    version,
    createdAt: instant,
    updatedAt: instant,
  },
  { $id: 'OrgUnit' },
);
export type OrgUnit = Static<typeof orgUnit>;

const one = shape({ orgUnitId: id });

export const organisationRoutes = {
  listUnits: route({
    id: 'organisation.listUnits',
    method: 'GET',
    path: '/org-units',
    summary: 'List the org units in one’s scope, along the tree',
    access: 'signedIn',
    query: shape({ ...pageFields, tier: Type.Optional(oneOf(tiers)) }),
    reply: listOf(orgUnit),
  }),
  addUnit: route({
    id: 'organisation.addUnit',
    method: 'POST',
    path: '/org-units',
    summary: 'Add an org unit below another',
    access: 'organisation.manage',
    body: shape({ parentId: id, tier: oneOf(tiers), code: line(30), name: line(80) }),
    reply: orgUnit,
    status: 201,
  }),
  changeUnit: route({
    id: 'organisation.changeUnit',
    method: 'PATCH',
    path: '/org-units/:orgUnitId',
    summary: 'Change name, address, phone, region or tier of an org unit',
    access: 'organisation.manage',
    about: 'orgUnit',
    params: one,
    body: shape({
      name: Type.Optional(line(80)),
      address: Type.Optional(text(200)),
      phone: Type.Optional(text(40)),
      region: Type.Optional(nullable(line(40))),
      tier: Type.Optional(oneOf(tiers, 'below its parent’s and above its children’s')),
    }),
    reply: orgUnit,
    problems: ['tier_order'],
  }),
};

export { type BackupStanding, backupRoutes } from './contract-backups.ts';
