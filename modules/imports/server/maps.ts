import { inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { ImportMap } from '../contract.ts';
import { importEvents } from '../events.ts';
import { type ImportField, importFieldNames } from '../judge/fields.ts';
import { mapToSave } from '../judge/saved-map.ts';
import { deleteMap, type MapRow, mapById, saveMap } from './queries-maps.ts';
import { shown } from './service.ts';

/** Keeps the columns of a list, as they are set now, for lists with the same headings. */
export async function keepMap(work: Work, batchId: string, name: string): Promise<MapRow> {
  const batch = await shown(work, batchId);
  const toSave = mapToSave(batch.columns, batch.mapping);
  if (!toSave) throw ruleBroken('/name', 'map_without_headings');
  const map = await saveMap(work, batch, { name: name.trim(), ...toSave });
  const told = { batchId, importMapId: map.id, name: map.name };
  await work.emit(importEvents.mapKept, told, {
    type: 'import',
    id: batchId,
    orgPath: batch.orgPath,
  });
  return map;
}

/** Lists that were read by it keep their columns. */
export async function forgetMap(
  work: Work,
  importMapId: string,
  expectedVersion: number | undefined,
): Promise<{ id: string }> {
  const map = await mapById(work, importMapId);
  if (!map || !inScope(work.actor, map.orgPath)) throw notFound();
  const removed = await deleteMap(work, importMapId, expectedVersion ?? null);
  if (removed === 0) throw new Problem(412, 'version_stale');
  await work.emit(
    importEvents.mapForgotten,
    { importMapId, name: map.name },
    { type: 'importMap', id: importMapId, orgPath: map.orgPath },
  );
  return { id: importMapId };
}

export function presentMap({ actor }: Work, map: MapRow): ImportMap {
  const { id, kind, name, headings, fields, updatedAt, version } = map;
  const held = new Set(Object.keys(fields));
  const named: ImportField[] = importFieldNames.filter((field) => held.has(field));
  const mayForget = inScope(actor, map.orgPath);
  const shown = wire({ id, kind, name, headings, updatedAt, version });
  return { ...shown, fields: named, mayForget };
}
