import { type Static, Type } from 'typebox';
import { id, instant, line, listOf, oneOf, pageFields, text, version } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { importFieldNames } from './judge/fields.ts';
import { importKinds } from './judge/kinds.ts';

/** Which heading means what, kept under a name: lists from other shop programs come in by it. */
export const importMap = shape(
  {
    id,
    kind: oneOf(importKinds),
    name: line(80),
    headings: Type.Array(text(200), { maxItems: 500 }),
    fields: Type.Array(oneOf(importFieldNames), { maxItems: 50 }),
    updatedAt: instant,
    /** Whether the caller may forget it: a map of a place above serves those below, and is theirs to use only. */
    mayForget: Type.Boolean(),
    version,
  },
  { $id: 'ImportMap' },
);
export type ImportMap = Static<typeof importMap>;

const access = 'customers.import';

export const importMapRoutes = {
  listMaps: route({
    id: 'imports.listMaps',
    method: 'GET',
    path: '/import-maps',
    summary: 'The saved column maps of the house, the latest first',
    access,
    query: shape({ ...pageFields, kind: Type.Optional(oneOf(importKinds)) }),
    reply: listOf(importMap),
  }),
  keepMap: route({
    id: 'imports.keepMap',
    method: 'POST',
    path: '/imports/:importId/map',
    summary:
      'Keep the columns of a list under a name: the next list with the same headings is read by it; the same name again changes the map',
    access,
    about: 'import',
    params: shape({ importId: id }),
    body: shape({ name: line(80) }),
    reply: importMap,
    status: 201,
    problems: ['map_without_headings'],
  }),
  forgetMap: route({
    id: 'imports.forgetMap',
    method: 'DELETE',
    path: '/import-maps/:importMapId',
    summary: 'Forget a saved map; lists that came in by it stay as they are',
    access,
    about: 'importMap',
    params: shape({ importMapId: id }),
    reply: shape({ id }),
  }),
};
