import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { duplicateRoutes, type Run } from '../contract.ts';
import { type MergeAsked, mergeRecords } from './merging.ts';
import { presentMerge } from './present.ts';
import { mergeById } from './queries.ts';
import { latestRun, pageOfPairs, type RunRow, runById } from './queries-search.ts';
import { beginSearch, cancelSearch } from './searching.ts';
import { duplicatesOf, presentPair, previewOf, tellApart } from './showing.ts';
import { undoMerge, undoPreviewOf } from './undoing.ts';

export function duplicatesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, duplicateRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('duplicates', query.cursor);
      const rows = await pageOfPairs(work, query.kind, after, sizeOf(query) + 1);
      const keyOf = ({ score, id }: { score: number; id: string }) => [score, id];
      const page = pageOf(host.cursors, 'duplicates', query, rows, keyOf, (row) =>
        presentPair(work, row),
      );
      const run = await latestRun(work);
      return { ...page, run: run ? presentRun(run) : null };
    },
    search: async (work) => presentRun(await beginSearch(work)),
    readRun: async (work, { params }) => {
      const run = await runById(work, params.runId);
      if (!run) throw notFound();
      return presentRun(run);
    },
    cancel: async (work, { params }) => presentRun(await cancelSearch(work, params.runId)),
    ofCustomer: (work, { params }) => duplicatesOf(work, 'customer', params.customerId),
    ofVehicle: (work, { params }) => duplicatesOf(work, 'vehicle', params.vehicleId),
    tellCustomersApart: async (work, { params, body }) => {
      await tellApart(work, 'customer', [params.customerId, body.otherCustomerId]);
      return {};
    },
    tellVehiclesApart: async (work, { params, body }) => {
      await tellApart(work, 'vehicle', [params.vehicleId, body.otherVehicleId]);
      return {};
    },
    previewCustomers: (work, { params }) =>
      previewOf(work, 'customer', params.customerId, params.otherCustomerId),
    previewVehicles: (work, { params }) =>
      previewOf(work, 'vehicle', params.vehicleId, params.otherVehicleId),
    mergeCustomers: (work, { params, body: { otherCustomerId, ...rest } }) =>
      merged(work, 'customer', { keptId: params.customerId, goneId: otherCustomerId, ...rest }),
    mergeVehicles: (work, { params, body: { otherVehicleId, ...rest } }) =>
      merged(work, 'vehicle', { keptId: params.vehicleId, goneId: otherVehicleId, ...rest }),
    readMerge: (work, { params }) => undoPreviewOf(work, params.mergeId),
    undo: async (work, { params }) => {
      await undoMerge(work, params.mergeId);
      return mergeOf(work, params.mergeId);
    },
  });
}

const merged = async (work: Work, kind: 'customer' | 'vehicle', asked: MergeAsked) =>
  mergeOf(work, await mergeRecords(work, kind, asked));

async function mergeOf(work: Work, mergeId: string) {
  const row = await mergeById(work, mergeId);
  if (!row) throw notFound();
  return presentMerge(row);
}

const presentRun = ({
  id,
  state,
  doneRows,
  totalRows,
  found,
  createdAt,
  endedAt,
}: RunRow): Run => ({
  id,
  state,
  doneRows,
  totalRows: Math.max(totalRows, doneRows),
  found,
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});
