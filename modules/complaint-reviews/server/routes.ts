import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { BehindFigure } from '../contract.ts';
import { analysisRoutes, lawRoutes, measureRoutes, reviewRoutes } from '../contract.ts';
import { analysisOf, placeOf } from './analysis.ts';
import { lawOf, tickLaw } from './law.ts';
import {
  agreeMeasure,
  changeMeasure,
  dropMeasure,
  finishMeasure,
  presentMeasures,
} from './measures.ts';
import { refuseFarDay, spanOf } from './periods.ts';
import { sendReview } from './printing.ts';
import { pageOfReviews } from './queries.ts';
import { type RecordRow, recordsBehind } from './queries-figures.ts';
import { pageOfMeasures } from './queries-measures.ts';
import { hold, invite, makeReview, minute, shownReview } from './reviews.ts';

/** What is learnt from complaints on the wire: analysis, meetings, measures. */
export function complaintReviewsModule(app: FastifyInstance, host: Host): void {
  serveAnalysis(app, host);
  serveReviews(app, host);
  serveMeasures(app, host);
  serve(app, host, lawRoutes, {
    show: (work, { params }) => lawOf(work, params.complaintId),
    tick: (work, { params, body }) => tickLaw(work, params.complaintId, body.item),
  });
}

function serveAnalysis(app: FastifyInstance, host: Host): void {
  serve(app, host, analysisRoutes, {
    show: (work, { query }) => analysisOf(work, query),
    listRecords: async (work, { query }) => {
      const { fromOn, untilOn, by = null, key = null, figure = null } = query;
      refuseFarDay('?fromOn', fromOn);
      refuseFarDay('?untilOn', untilOn);
      if (untilOn < fromOn) throw ruleBroken('?untilOn', 'period_reversed');
      const { path } = await placeOf(work, query.orgUnitId);
      const list = 'complaintReviews.records';
      const rows = await recordsBehind(
        work,
        { ...spanOf({ fromOn, untilOn }), place: path, by, key, figure, size: sizeOf(query) + 1 },
        host.cursors.open(list, query.cursor),
      );
      const keyOf = (row: RecordRow) => [row.receivedAt.toISOString(), row.id];
      return pageOf(host.cursors, list, query, rows, keyOf, presentRecord);
    },
  });
}

function presentRecord(row: RecordRow): BehindFigure {
  const { orgPath: _, ...shown } = wire(row);
  return shown as BehindFigure;
}

function serveReviews(app: FastifyInstance, host: Host): void {
  serve(app, host, reviewRoutes, {
    list: async (work, { query }) => {
      const list = 'complaintReviews.list';
      const after = host.cursors.open(list, query.cursor);
      const rows = await pageOfReviews(work, after, sizeOf(query) + 1);
      return pageOf(
        host.cursors,
        list,
        query,
        rows,
        (row) => [row.fromOn, row.id],
        ({ id, unitName, grain, fromOn, untilOn, state, createdByName, ...row }) => ({
          ...{ id, unitName, grain, fromOn, untilOn, state, createdByName },
          ...{ measures: row.measures, measuresOpen: row.measuresOpen },
          ...wire({ createdAt: row.createdAt, heldAt: row.heldAt }),
        }),
      );
    },
    make: (work, { body }) => makeReview(work, body),
    one: (work, { params }) => shownReview(work, params.complaintReviewId),
    minute: (work, { params, body }, { expectedVersion }) =>
      minute(work, params.complaintReviewId, body.minutes, expectedVersion),
    invite: (work, { params, body }, { expectedVersion }) =>
      invite(work, params.complaintReviewId, body.employeeIds, expectedVersion),
    hold: (work, { params }, { expectedVersion }) =>
      hold(work, params.complaintReviewId, expectedVersion),
    print: (work, { params }, call) => sendReview(work, params.complaintReviewId, call),
  });
}

function serveMeasures(app: FastifyInstance, host: Host): void {
  serve(app, host, measureRoutes, {
    list: async (work, { query }) => {
      const list = 'complaintReviews.measures';
      const { state = null, purpose = null, ownerId = null } = query;
      const asked = { state, purpose, ownerId, size: sizeOf(query) + 1 };
      const rows = await pageOfMeasures(work, asked, host.cursors.open(list, query.cursor));
      const shown = await presentMeasures(work, rows.slice(0, sizeOf(query)));
      return pageOf(
        host.cursors,
        list,
        query,
        rows,
        (row) => [row.dueOn, row.id],
        ({ id }) => shown.get(id)!,
      );
    },
    agree: (work, { body }) => agreeMeasure(work, body),
    change: (work, { params, body }, { expectedVersion }) =>
      changeMeasure(work, params.complaintMeasureId, body, expectedVersion),
    finish: (work, { params, body }, { expectedVersion }) =>
      finishMeasure(work, params.complaintMeasureId, body.result, expectedVersion),
    drop: (work, { params, body }, { expectedVersion }) =>
      dropMeasure(work, params.complaintMeasureId, body.reason, expectedVersion),
  });
}
