import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { disposition } from '#platform/disposition.ts';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { writeSheet } from '#platform/sheets/write.ts';
import type { Work } from '#platform/work.ts';
import { importRoutes } from '../contract.ts';
import { importEvents } from '../events.ts';
import { returnedSheet } from '../judge/returned.ts';
import { headerToReturn } from './judging.ts';
import { forgetMap, keepMap, presentMap } from './maps.ts';
import { presentBatch, presentRow, presentWhole } from './present.ts';
import { type BatchRow, pageOfBatches } from './queries.ts';
import { pageOfMaps } from './queries-maps.ts';
import { pageOfRows, shownRow } from './queries-shown.ts';
import { judgedRows } from './returning.ts';
import { kindsFor } from './rights.ts';
import {
  begin,
  change,
  decide,
  discard,
  mendRow,
  run,
  shown,
  takeReturnedFile,
  undo,
} from './service.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function importsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, importRoutes, {
    begin: async (work, { body }) => presentWhole(await begin(work, body)),
    list: async (work, { query }) => {
      const after = host.cursors.open('imports', query.cursor);
      const filter = { state: query.state, kinds: kindsFor(work.actor, query.kind) };
      const rows = await pageOfBatches(work, filter, after, sizeOf(query) + 1);
      return pageOf(host.cursors, 'imports', query, rows, (row) => [row.id], presentBatch);
    },
    read: async (work, { params }) => presentWhole(await shown(work, params.importId)),
    listRows: async (work, { params, query }, { language }) => {
      const batch = await shown(work, params.importId);
      const list = `imports.rows.${batch.id}`;
      const after = Number(host.cursors.open(list, query.cursor)?.[0] ?? 0);
      const rows = await pageOfRows(work, batch.id, query, after, sizeOf(query) + 1);
      return pageOf(
        host.cursors,
        list,
        query,
        rows,
        (row) => [row.rowNo],
        (row) => presentRow(work, batch, row, language),
      );
    },
    listMaps: async (work, { query }) => {
      const after = host.cursors.open('imports.maps', query.cursor);
      const rows = await pageOfMaps(work, query, after, sizeOf(query) + 1);
      const show = (row: (typeof rows)[number]) => presentMap(work, row);
      return pageOf(host.cursors, 'imports.maps', query, rows, (row) => [row.id], show);
    },
    keepMap: async (work, { params, body }) =>
      presentMap(work, await keepMap(work, params.importId, body.name)),
    forgetMap: async (work, { params }, { expectedVersion }) =>
      forgetMap(work, params.importMapId, expectedVersion),
    change: async (work, { params, body }, { expectedVersion }) =>
      presentWhole(await change(work, params.importId, body, expectedVersion)),
    mendRow: async (work, { params, body }, { expectedVersion, language }) => {
      const { importId, rowNo } = params;
      const batch = await mendRow(work, importId, rowNo, body, expectedVersion);
      return presentRow(work, batch, (await shownRow(work, importId, rowNo))!, language);
    },
    decide: async (work, { params, body }) => decide(work, params.importId, body),
    handBack: async (work, { params, query }, call) =>
      handBack(work, await shown(work, params.importId), query.rows ?? 'held', call),
    takeBack: async (work, { params, body }) =>
      presentWhole(await takeReturnedFile(work, params.importId, body.fileId)),
    run: async (work, { params }, { expectedVersion }) =>
      presentWhole(await run(work, params.importId, expectedVersion)),
    undo: async (work, { params }, { expectedVersion, language }) =>
      presentWhole(await undo(work, params.importId, language, expectedVersion)),
    discard: async (work, { params }, { expectedVersion }) =>
      presentWhole(await discard(work, params.importId, expectedVersion)),
  });
}

/** Streams the workbook; that personal data left the house is on record before the first byte (ARC-10). */
async function handBack(work: Work, batch: BatchRow, rows: 'held' | 'all', call: Call) {
  const header = headerToReturn(batch);
  const count =
    rows === 'all' ? batch.counts.rows : (batch.counts.held ?? 0) + (batch.counts.question ?? 0);
  await call.writing((writer) =>
    writer.emit(
      importEvents.handedBack,
      { batchId: batch.id, rows: count ?? 0 },
      { type: 'import', id: batch.id, orgPath: batch.orgPath },
    ),
  );
  const plan = { header, mapping: batch.mapping, language: call.language, rows };
  const sheet = returnedSheet(judgedRows(work, batch, rows === 'all'), plan);
  const stream = new PassThrough();
  writeSheet(stream, { sheets: [sheet] }).catch((error: Error) => stream.destroy(error));
  const name = batch.fileName.replace(/\.\w+$/, '');
  const suffix = call.language === 'en' ? 'to mend' : '待处理';
  return call.reply
    .type(workbook)
    .header('content-disposition', disposition('attachment', `${name}-${suffix}.xlsx`))
    .header('cache-control', 'no-store')
    .send(stream);
}
