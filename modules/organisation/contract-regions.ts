import { type Static, Type } from 'typebox';
import { count, id, line, version } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

const region = shape({ id, name: line(40), units: count, version }, { $id: 'Region' });
export type Region = Static<typeof region>;

const one = shape({ regionId: id });
const houseWide = { access: 'organisation.manage', isHouseWide: true } as const;

/** The regions of a house (ORG-03): shops are grouped by them, figures are cut by them. */
export const regionRoutes = {
  list: route({
    id: 'regions.list',
    method: 'GET',
    path: '/regions',
    summary: 'The regions of the house and how many units of one’s scope each has',
    access: 'signedIn',
    reply: shape({
      items: Type.Array(region, { maxItems: 200 }),
      mayChange: Type.Boolean({ description: 'whether the caller may add, rename and remove' }),
    }),
  }),
  add: route({
    id: 'regions.add',
    method: 'POST',
    path: '/regions',
    summary: 'Add a region',
    ...houseWide,
    body: shape({ name: line(40) }),
    reply: region,
    status: 201,
    problems: ['region_taken', 'regions_full'],
  }),
  rename: route({
    id: 'regions.rename',
    method: 'PATCH',
    path: '/regions/:regionId',
    summary: 'Give a region another name, at all its units',
    ...houseWide,
    about: 'region',
    params: one,
    body: shape({ name: line(40) }),
    reply: region,
    problems: ['region_taken'],
  }),
  remove: route({
    id: 'regions.remove',
    method: 'DELETE',
    path: '/regions/:regionId',
    summary: 'Remove a region that no unit belongs to',
    ...houseWide,
    about: 'region',
    params: one,
    reply: nothing,
    status: 204,
    problems: ['region_in_use'],
  }),
};
