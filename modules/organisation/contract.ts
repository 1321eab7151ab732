import { Type } from 'typebox';
import { id, line, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { orgUnit, tiers } from './contract-unit.ts';

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
    problems: ['tier_order', 'unit_closed'],
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
    problems: ['tier_order', 'region_unknown'],
  }),
};

export { type BackupStanding, backupRoutes } from './contract-backups.ts';
export { type Region, regionRoutes } from './contract-regions.ts';
export {
  basisKinds,
  type SharingBasis,
  sharingRoutes,
  type UnitSharing,
} from './contract-sharing.ts';
export {
  type MovePreview,
  type PlaceCount,
  type PlaceKind,
  placeKinds,
  treeRoutes,
} from './contract-tree.ts';
export { type OrgUnit, orgUnit, tiers } from './contract-unit.ts';
