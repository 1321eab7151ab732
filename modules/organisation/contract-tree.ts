import { type Static, Type } from 'typebox';
import { count, id, line, oneOf } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { orgUnit } from './contract-unit.ts';

/** What stands at a place of the tree, each counted by the module whose it is. */
export const placeKinds = [
  'people',
  'apiKeys',
  'customers',
  'vehicles',
  'serviceOrders',
  'complaints',
  'followUps',
  'matters',
  'commitments',
  'prepaid',
  'imports',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

const placeCount = shape({ kind: oneOf(placeKinds), count });
export type PlaceCount = Static<typeof placeCount>;
const counts = Type.Array(placeCount, { maxItems: placeKinds.length });

const movePreview = shape(
  {
    units: count,
    shops: count,
    records: count,
    counts,
  },
  { $id: 'UnitMovePreview' },
);
export type MovePreview = Static<typeof movePreview>;

const one = shape({ orgUnitId: id });
const many = Type.Array(orgUnit, { maxItems: 5000 });
const manage = { access: 'organisation.manage', about: 'orgUnit', params: one } as const;

/** The tree as a whole, and what changes its form (ORG-01). */
export const treeRoutes = {
  readTree: route({
    id: 'organisation.readTree',
    method: 'GET',
    path: '/org-units/tree',
    summary: 'The org units of one’s scope as a tree, closed ones too',
    access: 'organisation.manage',
    reply: shape({ items: many }),
  }),
  previewMove: route({
    id: 'organisation.previewMove',
    method: 'GET',
    path: '/org-units/:orgUnitId/move/:parentId',
    summary: 'What moves along when an org unit is put below another',
    ...manage,
    params: shape({ orgUnitId: id, parentId: id }),
    rate: 'heavy',
    reply: movePreview,
    problems: ['tier_order', 'unit_closed', 'move_below_itself', 'top_stays'],
  }),
  moveUnit: route({
    id: 'organisation.moveUnit',
    method: 'POST',
    path: '/org-units/:orgUnitId/move',
    summary: 'Put an org unit with everything below it under another; its records go along',
    ...manage,
    rate: 'heavy',
    stepUp: true,
    body: shape({ parentId: id }),
    reply: orgUnit,
    problems: ['tier_order', 'unit_closed', 'move_below_itself', 'top_stays', 'move_too_large'],
  }),
  orderUnit: route({
    id: 'organisation.orderUnit',
    method: 'POST',
    path: '/org-units/:orgUnitId/order',
    summary: 'Put an org unit at another place among its siblings',
    ...manage,
    body: shape({
      position: Type.Integer({ minimum: 1, maximum: 10_000, description: '1 is the first' }),
    }),
    reply: orgUnit,
    problems: ['top_stays'],
  }),
  previewClosing: route({
    id: 'organisation.previewClosing',
    method: 'GET',
    path: '/org-units/:orgUnitId/close',
    summary: 'What is still open in an org unit and below it',
    ...manage,
    reply: shape({ unitsOpen: count, counts }),
  }),
  closeUnit: route({
    id: 'organisation.closeUnit',
    method: 'POST',
    path: '/org-units/:orgUnitId/close',
    summary: 'Close an org unit in which nothing is open any more',
    ...manage,
    stepUp: true,
    body: shape({ reason: line(200) }),
    reply: orgUnit,
    problems: ['unit_in_use', 'unit_closed', 'top_stays'],
  }),
  reopenUnit: route({
    id: 'organisation.reopenUnit',
    method: 'POST',
    path: '/org-units/:orgUnitId/reopen',
    summary: 'Open a closed org unit again',
    ...manage,
    stepUp: true,
    reply: orgUnit,
    problems: ['unit_open', 'unit_closed'],
  }),
};
