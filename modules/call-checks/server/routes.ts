import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { callCheckRoutes, callCheckRuleRoutes } from '../contract.ts';
import { agree, check, decide, disagree, look } from './checking.ts';
import { ownForm, saveForm } from './forms.ts';
import { countOfChecks, countOfOwn, pageOfChecks, pageOfOwn } from './queries.ts';
import { type Counted, countedBy } from './queries-figures.ts';
import { ownRule, setRule } from './rules.ts';
import { leastForAverage, presentFigure, presentListed, shownCheck } from './show.ts';

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** A quarter, unless a period is named. */
const usualDays = 91;
const none: Counted = {
  ...{ key: '', name: '', drawn: 0, checked: 0, average: null, failed: 0, disputed: 0, overdue: 0 },
};

/** The checks of talks on the wire: drawn, judged, answered, counted; by what they are drawn and judged. */
export function callChecksModule(app: FastifyInstance, host: Host): void {
  const beforeOf = (list: string, cursor: string | undefined) =>
    String(host.cursors.open(list, cursor)?.[0] ?? lastId);
  const after = async (
    work: Work,
    { callCheckId }: { callCheckId: string },
    done: Promise<void>,
  ) => {
    await done;
    return shownCheck(work, callCheckId);
  };
  serve(app, host, callCheckRoutes, {
    list: async (work, { query }) => {
      const { state = null, agentId = null, criterion = null, only = null } = query;
      const { from = null, until = null } = query;
      const filter = { state, agentId, criterion, only, from, until };
      const beforeId = beforeOf('callChecks', query.cursor);
      const rows = await pageOfChecks(work, { ...filter, beforeId, size: sizeOf(query) + 1 });
      const present = (row: (typeof rows)[number]) => presentListed(work.now, row);
      const page = pageOf(host.cursors, 'callChecks', query, rows, ({ id }) => [id], present);
      return query.count ? { ...page, total: await countOfChecks(work, filter) } : page;
    },
    mine: async (work, { query }) => {
      const beforeId = beforeOf('callChecks.mine', query.cursor);
      const rows = await pageOfOwn(work, { beforeId, size: sizeOf(query) + 1 });
      const present = (row: (typeof rows)[number]) => presentListed(work.now, row);
      const page = pageOf(host.cursors, 'callChecks.mine', query, rows, ({ id }) => [id], present);
      return query.count ? { ...page, total: await countOfOwn(work) } : page;
    },
    figures: async (work, { query }) => {
      const until = query.until ?? dateIn(zoneOfTenant, work.now);
      const from = query.from ?? addDays(until, -usualDays);
      const asked = {
        from,
        until,
        agentId: query.agentId ?? null,
        criterion: query.criterion ?? null,
      };
      const items = await countedBy(work, query.by ?? 'agent', asked);
      const [total = none] = await countedBy(work, 'all', asked);
      return {
        ...{ from, until, leastForAverage },
        total: presentFigure(total),
        items: items.map(presentFigure),
      };
    },
    read: (work, { params }) => shownCheck(work, params.callCheckId),
    check: (work, { params, body }) => after(work, params, check(work, params.callCheckId, body)),
    agree: (work, { params, body }) =>
      after(work, params, agree(work, params.callCheckId, body.words)),
    disagree: (work, { params, body }) =>
      after(work, params, disagree(work, params.callCheckId, body.words)),
    decide: (work, { params, body }) => after(work, params, decide(work, params.callCheckId, body)),
    look: (work, { params, body }) => after(work, params, look(work, params.callCheckId, body)),
  });
  serve(app, host, callCheckRuleRoutes, {
    read: ownRule,
    save: (work, { body }) => setRule(work, body),
    form: ownForm,
    saveForm: (work, { body }) => saveForm(work, body),
  });
}
