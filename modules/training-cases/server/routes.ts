import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import { trainingCaseRoutes } from '../contract.ts';
import {
  caseShown,
  casesOfComplaint,
  makeCase,
  managedBy,
  publishCase,
  reviseCase,
  tickRead,
  withdrawCase,
  writeCase,
} from './cases.ts';
import { shownInList } from './presenting.ts';
import { sendCase } from './printing.ts';
import { caseById, pageOfCases } from './queries.ts';
import { pageOfReaders } from './queries-readers.ts';

/** Training cases on the wire (CMP-14): made of a complaint, written, published by another, read. */
export function trainingCasesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, trainingCaseRoutes, {
    list: (work, { query }) => listCases(work, query, host),
    one: (work, { params }, { language }) => caseShown(work, params.trainingCaseId, language),
    ofComplaint: (work, { params }) => casesOfComplaint(work, params.complaintId),
    make: (work, { params }, { language }) => makeCase(work, params.complaintId, language),
    write: (work, { params, body }, { expectedVersion, language }) =>
      writeCase(work, params.trainingCaseId, body, expectedVersion, language),
    publish: (work, { params }, { expectedVersion, language }) =>
      publishCase(work, params.trainingCaseId, expectedVersion, language),
    withdraw: (work, { params, body }, { expectedVersion, language }) =>
      withdrawCase(work, params.trainingCaseId, body.reason, expectedVersion, language),
    revise: (work, { params }, { expectedVersion, language }) =>
      reviseCase(work, params.trainingCaseId, expectedVersion, language),
    tickRead: (work, { params }, { language }) => tickRead(work, params.trainingCaseId, language),
    listReaders: (work, { params, query }) => listReaders(work, params.trainingCaseId, query, host),
    print: (work, { params }, call) => sendCase(work, params.trainingCaseId, call),
  });
}

async function listCases(
  work: Work,
  query: QueryOf<typeof trainingCaseRoutes.list>,
  { cursors }: Host,
) {
  const list = 'trainingCases.list';
  const { state = null, kind = null, causeKind = null, isRead = null } = query;
  const words = query.q?.trim() || null;
  const managed = managedBy(work.actor);
  const rows = await pageOfCases(
    work,
    { state, kind, causeKind, isRead, words, managed, size: sizeOf(query) + 1 },
    cursors.open(list, query.cursor),
  );
  const keyOf = (row: (typeof rows)[number]) => [row.createdAt.toISOString(), row.id];
  return pageOf(cursors, list, query, rows, keyOf, shownInList);
}

async function listReaders(
  work: Work,
  caseId: string,
  query: QueryOf<typeof trainingCaseRoutes.listReaders>,
  { cursors }: Host,
) {
  const row = await caseById(work, caseId, managedBy(work.actor));
  if (!row || !work.actor.scopes.some((scope) => row.orgPath.startsWith(scope))) throw notFound();
  const list = 'trainingCases.readers';
  const of = { caseId, orgPath: row.orgPath, since: row.publishedAt };
  const rows = await pageOfReaders(
    work,
    { ...of, hasRead: query.hasRead ?? null, size: sizeOf(query) + 1 },
    cursors.open(list, query.cursor),
  );
  const keyOf = (each: (typeof rows)[number]) => [each.orgPath, each.id];
  return pageOf(cursors, list, query, rows, keyOf, ({ id, name, unitName, readAt }) => ({
    ...{ id, name, unitName },
    ...wire({ readAt }),
  }));
}
