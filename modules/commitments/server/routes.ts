import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import { calendarRoutes, commitmentRoutes, type NoticeShown } from '../contract.ts';
import { changeCalendar, shownCalendar } from './calendar.ts';
import { refuseSeeing, refuseStopping, supervises } from './policy.ts';
import { pauseRow, resumeRow } from './promises.ts';
import {
  type CommitmentRow,
  commitmentInScope,
  figuresByRule,
  loadByOwner,
  lockCommitment,
  pageOfCommitments,
} from './queries.ts';
import { markRead, type NoticeRow, pageOfNotices, unreadOf } from './queries-notices.ts';
import { ruleOf } from './rules.ts';
import { shownCommitment, shownDetail, shownTo } from './shown.ts';

export function commitmentsModule(app: FastifyInstance, host: Host): void {
  serveNotices(app, host);
  serve(app, host, calendarRoutes, {
    calendar: (work, { query }) => shownCalendar(work, query),
    changeCalendar: async (work, { body }) => ({ changed: await changeCalendar(work, body) }),
  });
  const { list, one, pause, resume, figures } = commitmentRoutes;
  serve(
    app,
    host,
    { list, one, pause, resume, figures },
    {
      list: async (work, { query }) => {
        const after = host.cursors.open('commitments', query.cursor);
        const rows = await pageOfCommitments(work, filterOf(work, query, after));
        return pageOf(
          host.cursors,
          'commitments',
          query,
          rows,
          ({ dueAt, id }) => [dueAt, id],
          (row) => shownCommitment(shownTo(work.actor, row)),
        );
      },
      one: async (work, { params }) => detailOf(work, params.commitmentId),
      pause: async (work, { params, body }, call) => {
        const row = await lockedFor(work, params.commitmentId, call);
        await pauseRow(work, row, body.reason);
        return detailOf(work, row.id);
      },
      resume: async (work, { params }, call) => {
        const row = await lockedFor(work, params.commitmentId, call);
        await resumeRow(work, row);
        return detailOf(work, row.id);
      },
      figures: async (work, { query }) => {
        const rules = await figuresByRule(work, new Date(query.from), new Date(query.to));
        return {
          rules: rules.map((row) => ({ ...row, source: ruleOf(row.rule)?.source ?? row.rule })),
          load: await loadByOwner(work, endOfToday(work.now)),
        };
      },
    },
  );
}

function filterOf(
  work: Work,
  query: QueryOf<typeof commitmentRoutes.list>,
  after: unknown[] | null,
) {
  const moment = (text: unknown) => (text === undefined ? null : new Date(String(text)));
  return {
    state: query.state ?? 'unsettled',
    rule: query.rule ?? null,
    ownerId: supervises(work.actor) ? (query.ownerId ?? null) : work.actor.id,
    dueFrom: moment(query.dueFrom),
    dueBefore: moment(query.dueBefore),
    afterDue: moment(after?.[0]),
    afterId: after ? String(after[1]) : null,
    size: sizeOf(query) + 1,
  };
}

const endOfToday = (now: Date) => instantAt(zoneOfTenant, dateIn(zoneOfTenant, now), '24:00');

async function detailOf(work: Work, commitmentId: string) {
  const row = await commitmentInScope(work, commitmentId);
  if (!row) throw notFound();
  refuseSeeing(work.actor, row);
  return shownDetail(work, row);
}

async function lockedFor(work: Work, id: string, call: Call): Promise<CommitmentRow> {
  const row = await lockCommitment(work, id);
  if (!row || !inScope(work.actor, row.orgPath)) throw notFound();
  refuseStopping(work.actor, row);
  if (call.expectedVersion !== undefined && call.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

function serveNotices(app: FastifyInstance, host: Host): void {
  const { listNotices, readNotice, readAllNotices } = commitmentRoutes;
  serve(
    app,
    host,
    { listNotices, readNotice, readAllNotices },
    {
      listNotices: async (work, { query }) => {
        const after = host.cursors.open('notices', query.cursor);
        const { rows, unread } = await pageOfNotices(work, {
          afterId: after ? String(after[0]) : null,
          unreadOnly: query.unread ?? false,
          size: sizeOf(query) + 1,
        });
        const key = ({ id }: NoticeRow) => [id];
        return { ...pageOf(host.cursors, 'notices', query, rows, key, shownNotice), unread };
      },
      readNotice: async (work, { params }) => {
        if ((await markRead(work, params.noticeId)) === 0) throw notFound();
        return { unread: await unreadOf(work) };
      },
      readAllNotices: async (work) => {
        await markRead(work, null);
        return { unread: 0 };
      },
    },
  );
}

function shownNotice(row: NoticeRow): NoticeShown {
  const { id, kind, aboutType, aboutId } = row;
  const { readAt, createdAt } = wire(row);
  const facts = row.facts as NoticeShown['facts'];
  return { id, kind, aboutType, aboutId, facts, readAt, createdAt };
}
