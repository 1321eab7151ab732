import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Mapping } from '../judge/fields.ts';
import type { ImportKind } from '../judge/kinds.ts';
import type { SavedMap } from '../judge/saved-map.ts';
import type { BatchRow } from './queries.ts';

export type MapRow = Omit<RowOf<'importMaps'>, 'kind' | 'fields'> & {
  kind: ImportKind;
  fields: Mapping;
};

/** What a place keeps serves those below it, too; only who may act at the place itself changes it. */
const serves = `(org_path ^@ any(:scopes) or exists (select from unnest(:scopes) s where s ^@ org_path))`;

const one = statement<MapRow, { importMapId: string }>(
  'imports.map',
  `select * from import_maps where tenant_id = :tenant and id = :importMapId and ${serves}`,
);
export const mapById = (work: Work, importMapId: string) => work.first(one, { importMapId });

const page = statement<MapRow, { kind: string | null; afterId: string; size: number }>(
  'imports.maps',
  `select * from import_maps
    where tenant_id = :tenant and ${serves} and (:kind::text is null or kind = :kind) and id < :afterId::uuid
    order by id desc limit :size`,
);
export const pageOfMaps = (
  work: Work,
  { kind }: { kind?: string },
  after: unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    kind: kind ?? null,
    afterId: String(after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const fitting = statement<MapRow, { kind: string; keys: readonly string[] }>(
  'imports.mapOfHeadings',
  `select * from import_maps where tenant_id = :tenant and kind = :kind and heading_key = any(:keys::text[]) and ${serves}
    order by updated_at desc, id desc limit 1`,
);
/** The map that was kept last for any of these rows of headings. */
export const mapOfHeadings = (work: Work, kind: ImportKind, keys: readonly string[]) =>
  work.first(fitting, { kind, keys });

const named = statement<MapRow, { orgUnitId: string; kind: string; name: string }>(
  'imports.mapNamed',
  `select * from import_maps where tenant_id = :tenant and org_unit_id = :orgUnitId and kind = :kind
      and name = :name for update`,
);

/** A new map of a place, or its one of this name anew. */
export async function saveMap(
  work: Work,
  { orgUnitId, orgPath, kind }: Pick<BatchRow, 'orgUnitId' | 'orgPath' | 'kind'>,
  { name, headings, key, fields }: SavedMap & { name: string },
): Promise<MapRow> {
  const change = { headings, headingKey: key, fields: JSON.stringify(fields) };
  const known = await work.first(named, { orgUnitId, kind, name });
  if (!known) await work.insert('importMaps', { orgUnitId, orgPath, kind, name, ...change });
  else await work.update('importMaps', { id: known.id }, change);
  return (await work.first(named, { orgUnitId, kind, name }))!;
}

const forgotten = statement<never, { importMapId: string; version: number | null }>(
  'imports.forgetMap',
  `delete from import_maps where tenant_id = :tenant and id = :importMapId and org_path ^@ any(:scopes)
      and (:version::int is null or version = :version)`,
);
export const deleteMap = (work: Work, importMapId: string, version: number | null) =>
  work.run(forgotten, { importMapId, version });
