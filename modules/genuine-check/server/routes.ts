import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { wire } from '#platform/wire.ts';
import {
  type GenuineBatch,
  type GenuineCode,
  genuineRoutes,
  lookingUpRoutes,
} from '../contract.ts';
import type { GenuineCodeState } from '../lifecycle.ts';
import { checkCode } from './checking.ts';
import { readCode } from './code.ts';
import { hashOf, issueBatch, sendLabels, withdrawBatch, withdrawCode } from './issuing.ts';
import { type BatchRow, type CodeRow, pageOfBatches, pageOfCodes } from './queries.ts';

/** No code has this hash: what was typed cannot be one. */
const noHash = Buffer.alloc(32);

export function genuineCheckModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, genuineRoutes, {
    listBatches: async (work, { query }) => {
      const after = cursors.open('genuineBatches', query.cursor);
      const rows = await pageOfBatches(work, after?.[0], sizeOf(query) + 1);
      return pageOf(cursors, 'genuineBatches', query, rows, ({ id }) => [id], shownBatch);
    },
    issue: async (work, { body }) => shownBatch(await issueBatch(work, body, host.secrets)),
    labels: (work, { params }, call) => sendLabels(work, params.genuineBatchId, call),
    withdrawBatch: async (work, { params, body }) =>
      shownBatch(await withdrawBatch(work, params.genuineBatchId, body.reason)),
    listCodes: async (work, { query }) => {
      const after = cursors.open('genuineCodes', query.cursor);
      const typed = query.q?.trim() ?? '';
      const code = readCode(typed);
      const asked = {
        state: query.state ?? null,
        batchId: query.genuineBatchId ?? null,
        hash: typed === '' ? null : code === undefined ? noHash : hashOf(code),
        size: sizeOf(query) + 1,
      };
      const rows = await pageOfCodes(work, asked, after?.[0]);
      return pageOf(cursors, 'genuineCodes', query, rows, ({ id }) => [id], shownCode);
    },
    withdrawCode: async (work, { params, body }) =>
      shownCode(await withdrawCode(work, params.genuineCodeId, body.reason)),
  });
  servePublic(app, host, lookingUpRoutes, {
    check: ({ request }, { body }) => checkCode(host, request, body),
  });
}

function shownBatch(row: BatchRow): GenuineBatch {
  const { id, number, product, partNumber, codes, codesChecked, codesWarned } = row;
  const { withdrawnAt, createdAt } = wire(row);
  const { withdrawnWhy, createdByName } = row;
  const counted = { codes, codesChecked, codesWarned };
  return {
    id,
    number,
    product,
    partNumber,
    ...counted,
    withdrawnAt,
    withdrawnWhy,
    createdByName,
    createdAt,
  };
}

function shownCode(row: CodeRow): GenuineCode {
  const { id, batchId, batchNumber, product, partNumber, serial, ending, checks, latest } = row;
  const { firstCheckedAt, lastCheckedAt } = wire(row);
  const state = row.state as GenuineCodeState;
  const of = { id, batchId, batchNumber, product, partNumber, serial, ending };
  return { ...of, state, checks, firstCheckedAt, lastCheckedAt, latest };
}
