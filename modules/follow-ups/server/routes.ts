import type { FastifyInstance } from 'fastify';
import { calendarOf, commitmentsAbout } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { callRoutes, followUpRoutes, type Matter, matterRoutes } from '../contract.ts';
import { recordCall, recordCallFor, takeFollowUp } from './calling.ts';
import { callingHours, quietNow } from './calling-hours.ts';
import { serveLoads } from './loads.ts';
import { dropMatter, solveMatter, tellMatter } from './matters.ts';
import { presentBench, presentCall, presentDue, presentEntry, presentMatter } from './present.ts';
import { benchOf } from './queries-bench.ts';
import {
  type CallsPage,
  countCalls,
  countFollowUps,
  dueFollowUps,
  farFuture,
  firstId,
  lastId,
  pageOfCalls,
  pageOfFollowUps,
  type RegisterPage,
  talksBetween,
} from './queries-lists.ts';
import { countMatters, type MatterFilter, matterById, pageOfMatters } from './queries-matters.ts';
import { serveRules } from './routes-rules.ts';
import { assignFollowUp, cancelFollowUp } from './supervision.ts';

const zone = zoneOfTenant;

export function followUpsModule(app: FastifyInstance, host: Host): void {
  serveFollowUps(app, host);
  serveCalls(app, host);
  serveMatters(app, host);
  serveRules(app, host);
  serveLoads(app, host);
}

function serveFollowUps(app: FastifyInstance, host: Host): void {
  serve(app, host, followUpRoutes, {
    due: async (work, { query }) => {
      const on = query.on ?? dateIn(zone, work.now);
      const mine = query.mine ?? false;
      const after = host.cursors.open('followUpsDue', query.cursor);
      const rows = await dueFollowUps(work, {
        on,
        mine,
        afterOn: String(after?.[0] ?? '0001-01-01'),
        afterCalm: Number(after?.[1] ?? 0),
        afterId: String(after?.[2] ?? firstId),
        size: sizeOf(query) + 1,
      });
      const page = pageOf(
        host.cursors,
        'followUpsDue',
        query,
        rows,
        (row) => [row.latestOn, row.isCalm, row.id],
        (row) => presentDue(work.actor, work.now, row),
      );
      const from = instantAt(zone, on, '00:00');
      const until = instantAt(zone, addDays(on, 1), '00:00');
      return { ...page, on, doneToday: await talksBetween(work, { from, until, mine }) };
    },
    list: async (work, { query }) => {
      const filter: RegisterPage = {
        state: query.state ?? null,
        rule: query.rule ?? null,
        agentId: query.agentId ?? null,
        customerId: query.customerId ?? null,
        orderId: query.orderId ?? null,
        latestFrom: query['latestOn.gte'] ?? null,
        latestUntil: query['latestOn.lt'] ?? null,
      };
      const after = host.cursors.open('followUps', query.cursor);
      const rows = await pageOfFollowUps(work, filter, {
        beforeOn: String(after?.[0] ?? farFuture.on),
        beforeId: String(after?.[1] ?? lastId),
        size: sizeOf(query) + 1,
      });
      const page = pageOf(
        host.cursors,
        'followUps',
        query,
        rows,
        (row) => [row.latestOn, row.id],
        (row) => presentEntry(work.actor, work.now, row),
      );
      return query.count ? { ...page, total: await countFollowUps(work, filter) } : page;
    },
    read: async (work, { params }) => {
      const row = await benchOf(work, params.followUpId);
      if (!row) throw notFound();
      const calendar = await calendarOf(work, row.orgPath);
      const quiet = quietNow(callingHours(calendar, row.callingWeek ?? undefined), row, work.now);
      return placed(presentBench(work.actor, work.now, row, quiet), row.orgPath);
    },
    lock: async (work, { params, body }) => {
      const { lockedUntil, version } = await takeFollowUp(work, params.followUpId, body);
      const { id: byId, name: byName } = work.actor;
      return { lock: { byId, byName, until: lockedUntil!.toISOString() }, version };
    },
    record: async (work, { params, body }, call) =>
      recorded(await recordCall(work, params.followUpId, body, call)),
    assign: async (work, { params, body }, call) => {
      const { id, version } = await assignFollowUp(work, params.followUpId, body.agentId, call);
      return { id, agentId: body.agentId, version };
    },
    cancel: async (work, { params, body }, call) => {
      const { id, state, version } = await cancelFollowUp(
        work,
        params.followUpId,
        body.reason,
        call,
      );
      return { id, state, version };
    },
  });
}

const recorded = <T extends { nextTryAt: Date | null }>(outcome: T) => ({
  ...outcome,
  nextTryAt: outcome.nextTryAt?.toISOString() ?? null,
});

function serveCalls(app: FastifyInstance, host: Host): void {
  serve(app, host, callRoutes, {
    list: async (work, { query }) => {
      const filter: CallsPage = {
        customerId: query.customerId ?? null,
        followUpId: query.followUpId ?? null,
        byId: query.byId ?? null,
        direction: query.direction ?? null,
        result: query.result ?? null,
        from: query['at.gte'] ?? null,
        until: query['at.lt'] ?? null,
      };
      const after = host.cursors.open('followUpCalls', query.cursor);
      const rows = await pageOfCalls(work, filter, {
        beforeAt: String(after?.[0] ?? farFuture.at),
        beforeId: String(after?.[1] ?? lastId),
        size: sizeOf(query) + 1,
      });
      const key = (row: (typeof rows)[number]) => [row.at.toISOString(), row.id];
      const page = pageOf(host.cursors, 'followUpCalls', query, rows, key, presentCall);
      return query.count ? { ...page, total: await countCalls(work, filter) } : page;
    },
    recordFor: async (work, { params, body }, call) =>
      recorded(await recordCallFor(work, params.customerId, body, call)),
  });
}

function serveMatters(app: FastifyInstance, host: Host): void {
  serve(app, host, matterRoutes, {
    list: async (work, { query }) => {
      const filter: MatterFilter = {
        state: query.state ?? null,
        open: query.open ?? false,
        mine: query.mine ?? false,
        customerId: query.customerId ?? null,
      };
      const after = host.cursors.open('matters', query.cursor);
      const rows = await pageOfMatters(work, filter, {
        afterAt: String(after?.[0] ?? '0001-01-01T00:00:00.000Z'),
        afterId: String(after?.[1] ?? firstId),
        size: sizeOf(query) + 1,
      });
      const ids = rows.map(({ id }) => id);
      const promised = await commitmentsAbout(work, 'matter', ids);
      const page = pageOf(
        host.cursors,
        'matters',
        query,
        rows,
        (row) => [row.createdAt.toISOString(), row.id],
        (row) => presentMatter(work.actor, row, promised.get(row.id) ?? []),
      );
      return query.count ? { ...page, total: await countMatters(work, filter) } : page;
    },
    read: async (work, { params }) => shownMatter(work, params.matterId),
    solve: async (work, { params, body }, call) => {
      await solveMatter(work, params.matterId, body, call);
      return shownMatter(work, params.matterId);
    },
    tell: async (work, { params, body }, call) => {
      await tellMatter(work, params.matterId, body, call);
      return shownMatter(work, params.matterId);
    },
    drop: async (work, { params, body }, call) => {
      await dropMatter(work, params.matterId, body, call);
      return shownMatter(work, params.matterId);
    },
  });
}

async function shownMatter(work: Work, matterId: string): Promise<Matter> {
  const row = await matterById(work, matterId);
  if (!row) throw notFound();
  const promised = await commitmentsAbout(work, 'matter', [matterId]);
  return placed(presentMatter(work.actor, row, promised.get(matterId) ?? []), row.orgPath);
}
