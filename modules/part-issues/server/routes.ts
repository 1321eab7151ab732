import type { FastifyInstance } from 'fastify';
import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import {
  partBarcodeRoutes,
  partChargeRoutes,
  partIssueRoutes,
  partRuleRoutes,
} from '../contract.ts';
import { bind, presentBarcode, unbind } from './barcodes.ts';
import { charge, presentCharge, reverse } from './charging.ts';
import { orderScanned } from './finding.ts';
import { issue, me, takeBack, waive } from './issuing.ts';
import { countOfIssues, pageOfIssues } from './queries.ts';
import { countOfBarcodes, pageOfBarcodes } from './queries-barcodes.ts';
import { countOfCharges, pageOfCharges } from './queries-charges.ts';
import { answer, ask, confirm } from './replying.ts';
import { codeOf, rulesAt, setRules } from './rules.ts';
import { sendIssueList } from './sheet.ts';
import { presentListed, shownOrder } from './show.ts';

interface Dated {
  at: Date;
  id: string;
}
const keyOf = ({ at, id }: Dated) => [at.toISOString(), id];
const positionAfter = (after: readonly unknown[] | null, size: number) => ({
  afterAt: after ? new Date(String(after[0])) : null,
  afterId: after ? String(after[1]) : null,
  size: size + 1,
});

/** Nobody’s own: what a program or who has no person asks for by “mine”. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Who decides sees all charges; everybody else those that are his own. */
const chargedTo = (work: Work): string | null =>
  can(work.actor, 'parts.decide', work.actor.unitPath) ? null : (me(work) ?? nobody);

export function partIssuesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, partIssueRoutes, {
    counter: async (work, { query }) => shownOrder(work, (await orderScanned(work, query.code)).id),
    ofOrder: (work, { params }) => shownOrder(work, params.orderId),
    issue: async (work, { params, body }) =>
      shownOrder(work, params.orderId, await issue(work, params.orderId, body)),
    takeBack: async (work, { params, body }) =>
      shownOrder(work, params.orderId, await takeBack(work, params.orderId, body)),
    waive: async (work, { params, body }) => {
      await waive(work, params.orderId, body);
      return shownOrder(work, params.orderId);
    },
    sheet: (work, { params }, call) => sendIssueList(work, params.orderId, call),
    list: async (work, { query }) => {
      const filter = {
        kind: query.kind ?? null,
        technicianId: query.mine ? (me(work) ?? nobody) : null,
        isAsked: query.isAsked ?? false,
      };
      const after = host.cursors.open('partIssues', query.cursor) ?? null;
      const rows = await pageOfIssues(work, { ...filter, ...positionAfter(after, sizeOf(query)) });
      const page = pageOf(host.cursors, 'partIssues', query, rows, keyOf, (row) =>
        presentListed(work, row),
      );
      return query.count ? { ...page, total: await countOfIssues(work, filter) } : page;
    },
    confirm: (work, { params }) => confirm(work, params.partIssueId),
    ask: (work, { params, body }) => ask(work, params.partIssueId, body.words),
    answer: (work, { params, body }) => answer(work, params.partIssueId, body.words),
  });
  serve(app, host, partChargeRoutes, {
    list: async (work, { query }) => {
      const filter = { orderId: query.orderId ?? null, employeeId: chargedTo(work) };
      const after = host.cursors.open('partCharges', query.cursor) ?? null;
      const rows = await pageOfCharges(work, { ...filter, ...positionAfter(after, sizeOf(query)) });
      const page = pageOf(host.cursors, 'partCharges', query, rows, keyOf, (row) =>
        presentCharge(work, row),
      );
      return query.count ? { ...page, total: await countOfCharges(work, filter) } : page;
    },
    charge: (work, { params, body }) => charge(work, params.orderId, body),
    reverse: (work, { params, body }) => reverse(work, params.partChargeId, body),
  });
  serve(app, host, partRuleRoutes, {
    read: (work) => rulesAt(work, work.actor.unitPath),
    save: (work, { body }) => setRules(work, body),
  });
  serve(app, host, partBarcodeRoutes, {
    list: async (work, { query }) => {
      const filter = { start: query.code === undefined ? null : codeOf(query.code) };
      const after = host.cursors.open('partBarcodes', query.cursor) ?? null;
      const rows = await pageOfBarcodes(work, {
        ...filter,
        afterBarcode: after ? String(after[0]) : '',
        afterId: after ? String(after[1]) : nobody,
        size: sizeOf(query) + 1,
      });
      const byCode = ({ barcode, id }: (typeof rows)[number]) => [barcode, id];
      const page = pageOf(host.cursors, 'partBarcodes', query, rows, byCode, presentBarcode);
      return query.count ? { ...page, total: await countOfBarcodes(work, filter) } : page;
    },
    bind: (work, { body }) => bind(work, body),
    unbind: (work, { params }) => unbind(work, params.partBarcodeId),
  });
}
