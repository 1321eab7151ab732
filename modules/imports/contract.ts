import { Type } from 'typebox';
import { count, id, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { importMapRoutes } from './contract-maps.ts';
import {
  byField,
  cellText,
  columnAt,
  importBatch,
  importBatchWhole,
  importRow,
  reasonCodes,
  rowNo,
} from './contract-records.ts';
import { decisions } from './judge/decisions.ts';
import { importKinds } from './judge/kinds.ts';
import { relationCodes } from './judge/verdict.ts';
import { batchStates, rowStatuses } from './lifecycle.ts';

export { type ImportMap, importMap } from './contract-maps.ts';
export {
  type ImportBatch,
  type ImportBatchWhole,
  type ImportCounts,
  type ImportRow,
  importBatch,
  importBatchWhole,
  importRow,
  reasonCodes,
} from './contract-records.ts';

const access = 'customers.import';
const about = 'import';
const params = shape({ importId: id });
/** A step on a whole list: fifty thousand rows may take a minute. */
const onWholeList = { access, about, params, rate: 'heavy' as const };

export const importRoutes = {
  ...importMapRoutes,
  begin: route({
    id: 'imports.begin',
    method: 'POST',
    path: '/imports',
    summary:
      'Read an uploaded list: columns are recognised, every row is judged, nothing is written yet',
    access,
    rate: 'heavy',
    body: shape({
      kind: Type.Optional(oneOf(importKinds)),
      fileId: id,
      sheet: Type.Optional(text(200)),
    }),
    reply: importBatchWhole,
    status: 201,
    problems: ['file_unknown'],
  }),
  list: route({
    id: 'imports.list',
    method: 'GET',
    path: '/imports',
    summary: 'The lists brought in so far, the latest first',
    access,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(batchStates)),
      kind: Type.Optional(oneOf(importKinds)),
    }),
    reply: listOf(importBatch),
  }),
  read: route({
    id: 'imports.read',
    method: 'GET',
    path: '/imports/:importId',
    summary: 'One list: how far it is, its columns, what was found',
    access,
    about,
    params,
    reply: importBatchWhole,
  }),
  listRows: route({
    id: 'imports.listRows',
    audit: 'read',
    method: 'GET',
    path: '/imports/:importId/rows',
    summary:
      'The rows of a list with their reasons, by row number; both records where there are two',
    access,
    about,
    personal: true,
    params,
    query: shape({
      ...pageFields,
      status: Type.Optional(oneOf(rowStatuses)),
      code: Type.Optional(oneOf(reasonCodes)),
    }),
    reply: listOf(importRow),
  }),
  change: route({
    id: 'imports.change',
    method: 'PATCH',
    path: '/imports/:importId',
    summary:
      'Another column for a field, another heading row, another sheet; the rows are judged again',
    access,
    about,
    params,
    body: shape({
      mapping: Type.Optional(byField(columnAt)),
      headerRow: Type.Optional(nullable(rowNo)),
      sheet: Type.Optional(text(200)),
      /** A saved map to go by; `null`: recognised anew, without any. */
      importMapId: Type.Optional(nullable(id)),
    }),
    reply: importBatchWhole,
    problems: [
      'column_twice',
      'column_unknown',
      'field_unknown',
      'header_row_unknown',
      'map_unknown',
    ],
  }),
  mendRow: route({
    id: 'imports.mendRow',
    method: 'PATCH',
    path: '/imports/:importId/rows/:rowNo',
    summary:
      'Type over cells of a row, or decide about it; all rows that it touches are judged again',
    access,
    about,
    personal: true,
    params: shape({ importId: id, rowNo }),
    body: shape({
      fields: Type.Optional(byField(cellText)),
      decision: Type.Optional(nullable(oneOf(decisions))),
    }),
    reply: importRow,
    problems: ['decision_not_possible', 'field_without_column'],
  }),
  decide: route({
    id: 'imports.decide',
    method: 'POST',
    path: '/imports/:importId/decide',
    summary: 'One decision for all open questions of a kind',
    access,
    about,
    params,
    body: shape({ code: oneOf(relationCodes), decision: oneOf(decisions) }),
    reply: shape({ rows: count }),
    problems: ['decision_not_possible'],
  }),
  handBack: route({
    id: 'imports.handBack',
    audit: 'read',
    method: 'GET',
    path: '/imports/:importId/returned.xlsx',
    summary: 'The rows held back as a workbook, with reason and advice in columns of their own',
    access,
    about,
    kind: 'stream',
    personal: true,
    rate: 'heavy',
    params,
    query: shape({ rows: Type.Optional(oneOf(['held', 'all'])) }),
    reply: Type.Unknown({ description: 'bytes' }),
  }),
  takeBack: route({
    id: 'imports.takeBack',
    method: 'POST',
    path: '/imports/:importId/returned',
    summary: 'Take the mended workbook in again: its rows replace those of the list',
    access,
    about,
    rate: 'heavy',
    params,
    body: shape({ fileId: id }),
    reply: importBatchWhole,
    problems: ['file_unknown'],
  }),
  run: route({
    id: 'imports.run',
    method: 'POST',
    path: '/imports/:importId/run',
    summary: 'Write all accepted rows into the archive, in the background: all or nothing',
    ...onWholeList,
    reply: importBatchWhole,
    problems: ['nothing_to_import', 'another_import_running', 'sums_unconfirmed'],
  }),
  undo: route({
    id: 'imports.undo',
    method: 'POST',
    path: '/imports/:importId/undo',
    summary: 'Take out exactly what the list brought in; refused while any of it is in use',
    ...onWholeList,
    reply: importBatchWhole,
    problems: ['import_used'],
  }),
  discard: route({
    id: 'imports.discard',
    method: 'POST',
    path: '/imports/:importId/discard',
    summary: 'Drop a list that is not wanted; its rows are forgotten',
    ...onWholeList,
    reply: importBatchWhole,
  }),
};
