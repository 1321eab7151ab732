import type { FastifyInstance } from 'fastify';
import { quietDaysOf } from '#modules/reminders/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  type Conditions,
  type RatingEntry,
  type RatingRound,
  ratingRoutes,
  type Segment,
  segmentRoutes,
  standingRoutes,
} from '../contract.ts';
import { figuresOf } from './figures.ts';
import { presentChange, presentStanding } from './present.ts';
import {
  pageOfChanges,
  pageOfSegments,
  type SegmentShown,
  segmentOf,
  standingOf,
} from './queries.ts';
import { countMembers, mostAsked, reachOf, sampleOfMembers } from './queries-members.ts';
import {
  keptRanking,
  liveRanking,
  pageOfRounds,
  type RoundRow,
  roundOf,
} from './queries-ratings.ts';
import {
  askedToday,
  changeSegment,
  chooseFormula,
  freezeRound,
  openRound,
  periodOf,
  planSegmentCalls,
  removeSegment,
  saveSegment,
} from './service.ts';

const firstId = '00000000-0000-0000-0000-000000000000';
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export function segmentsModule(app: FastifyInstance, host: Host): void {
  serveStandings(app, host);
  serveSegments(app, host);
  serveRatings(app, host);
}

function serveStandings(app: FastifyInstance, host: Host): void {
  serve(app, host, standingRoutes, {
    figures: (work) => figuresOf(work),
    changes: async (work, { query }) => {
      const after = host.cursors.open('standingChanges', query.cursor);
      const rows = await pageOfChanges(work, {
        to: query.to,
        from: query['onDate.gte'] ?? null,
        until: query['onDate.lt'] ?? null,
        beforeOn: String(after?.[0] ?? '9999-12-31'),
        beforeId: String(after?.[1] ?? lastId),
        size: sizeOf(query) + 1,
      });
      const key = (row: (typeof rows)[number]) => [row.onDate, row.id];
      return pageOf(host.cursors, 'standingChanges', query, rows, key, presentChange);
    },
    ofCustomer: async (work, { params }) => {
      const row = await standingOf(work, params.customerId);
      if (!row) throw notFound();
      return presentStanding(row);
    },
    choose: async (work, { body }) => {
      await chooseFormula(work, body);
      return body;
    },
  });
}

function serveSegments(app: FastifyInstance, host: Host): void {
  serve(app, host, segmentRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('segments', query.cursor);
      const beforeId = String(after?.[0] ?? lastId);
      const rows = await pageOfSegments(work, { beforeId, size: sizeOf(query) + 1 });
      const present = (row: SegmentShown) => presentSegment(work, row);
      return pageOf(host.cursors, 'segments', query, rows, ({ id }) => [id], present);
    },
    preview: async (work, { body }) => {
      const asked = askedToday(work, body.conditions);
      const { looked, ...counted } = await countMembers(work, asked);
      return { ...counted, sample: await sampleOfMembers(work, { ...asked, looked }) };
    },
    read: (work, { params }) => shownSegment(work, params.segmentId),
    add: async (work, { body }) => shownSegment(work, (await saveSegment(work, body)).id),
    change: async (work, { params, body }, { expectedVersion }) => {
      await changeSegment(work, params.segmentId, body, expectedVersion);
      return shownSegment(work, params.segmentId);
    },
    remove: async (work, { params }, { expectedVersion }) => {
      await removeSegment(work, params.segmentId, expectedVersion);
      return { id: params.segmentId };
    },
    callPreview: async (work, { params, query }) => {
      const segment = await segmentOf(work, params.segmentId);
      if (!segment) throw notFound();
      const asked = askedToday(work, segment.conditions as Conditions);
      const quietDays = await quietDaysOf(work);
      const rows = await reachOf(work, { ...asked, isOffer: query.isOffer ?? false, quietDays });
      const of = (held: string | null) => rows.find((row) => row.held === held)?.customers ?? 0;
      const looked = rows.reduce((sum, { customers }) => sum + customers, 0);
      return {
        looked,
        isMore: looked === mostAsked,
        callable: of(null),
        held: {
          restricted: of('restricted'),
          noCalls: of('noCalls'),
          reminderOff: of('reminderOff'),
          noConsent: of('noConsent'),
          planned: of('planned'),
          talked: of('talked'),
        },
      };
    },
    planCalls: (work, { params, body }) => planSegmentCalls(work, params.segmentId, body),
  });
}

function serveRatings(app: FastifyInstance, host: Host): void {
  serve(app, host, ratingRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('ratingRounds', query.cursor);
      const beforeId = String(after?.[0] ?? lastId);
      const rows = await pageOfRounds(work, { beforeId, size: sizeOf(query) + 1 });
      return pageOf(host.cursors, 'ratingRounds', query, rows, ({ id }) => [id], presentRound);
    },
    open: async (work, { body }) => presentRound(await openRound(work, body)),
    read: async (work, { params }) => {
      const round = await roundOf(work, params.roundId);
      if (!round) throw notFound();
      return presentRound(round);
    },
    entries: async (work, { params, query }) => {
      const round = await roundOf(work, params.roundId);
      if (!round) throw notFound();
      const after = host.cursors.open('ratingEntries', query.cursor);
      const page = {
        afterRank: Number(after?.[0] ?? 0),
        afterId: String(after?.[1] ?? firstId),
        size: sizeOf(query) + 1,
      };
      const rows = round.frozenAt
        ? await keptRanking(work, { roundId: round.id, ...page })
        : await liveRanking(work, { ...periodOf(round), places: round.places, ...page });
      const key = ({ rank, customerId }: RatingEntry) => [rank, customerId];
      return pageOf(host.cursors, 'ratingEntries', query, rows, key, (row) => row);
    },
    freeze: async (work, { params }) => presentRound(await freezeRound(work, params.roundId)),
  });
}

async function shownSegment(work: Work, segmentId: string): Promise<Segment> {
  const row = await segmentOf(work, segmentId);
  if (!row) throw notFound();
  return presentSegment(work, row);
}

const presentSegment = (work: Work, row: SegmentShown): Segment => ({
  id: row.id,
  name: row.name,
  ownerId: row.ownerId,
  ownerName: row.ownerName ?? '',
  isShared: row.isShared,
  isMine: row.ownerId === work.actor.id,
  conditions: row.conditions as Conditions,
  plans: row.plans,
  version: row.version,
});

const presentRound = (row: RoundRow): RatingRound => ({
  id: row.id,
  name: row.name,
  fromOn: row.fromOn,
  untilOn: row.untilOn,
  criterion: row.criterion,
  places: row.places,
  frozenAt: row.frozenAt?.toISOString() ?? null,
  version: row.version,
});
