import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { offerRoutes, proposalRoutes, reminderSettingRoutes } from '../contract.ts';
import { placeOfProposal, presentOffer, presentProposal } from './present.ts';
import { countProposals, type OfferRow, pageOfOffers, pageOfProposals } from './queries.ts';
import { settingsOf } from './rules.ts';
import {
  announceOffer,
  dismissProposal,
  extractFor,
  saveSettings,
  withdrawOffer,
} from './service.ts';
import { firstId } from './sweeping.ts';

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export function remindersModule(app: FastifyInstance, host: Host): void {
  serve(app, host, proposalRoutes, {
    list: async (work, { query }) => {
      const filter = {
        kind: query.kind ?? null,
        orgUnitId: query.orgUnitId ?? null,
        customerId: query.customerId ?? null,
        vehicleId: query.vehicleId ?? null,
        dueFrom: query['dueOn.gte'] ?? null,
        dueUntil: query['dueOn.lt'] ?? null,
      };
      const after = host.cursors.open('serviceProposals', query.cursor);
      const { quietDays } = await settingsOf(work, work.actor.unitPath);
      const rows = await pageOfProposals(work, {
        ...filter,
        afterOn: String(after?.[0] ?? '0001-01-01'),
        afterId: String(after?.[1] ?? firstId),
        size: sizeOf(query) + 1,
        quietDays,
      });
      const page = pageOf(host.cursors, 'serviceProposals', query, rows, placeOfProposal, (row) =>
        presentProposal(work.actor, row),
      );
      return query.count ? { ...page, total: await countProposals(work, filter) } : page;
    },
    dismiss: async (work, { params, body }) => {
      const { id, dismissedAt } = await dismissProposal(work, params.proposalId, body.reason);
      return { id, dismissedAt: dismissedAt!.toISOString() };
    },
  });
  serve(app, host, reminderSettingRoutes, {
    read: (work) => settingsOf(work, work.actor.unitPath),
    save: async (work, { body }) => {
      await saveSettings(work, body);
      return body;
    },
    extract: (work, { body }) => extractFor(work, body.orgUnitId),
  });
  serve(app, host, offerRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('serviceOffers', query.cursor);
      const rows = await pageOfOffers(work, {
        beforeOn: String(after?.[0] ?? '9999-12-31'),
        beforeId: String(after?.[1] ?? lastId),
        size: sizeOf(query) + 1,
      });
      const key = ({ untilOn, id }: OfferRow) => [untilOn, id];
      return pageOf(host.cursors, 'serviceOffers', query, rows, key, presentOffer);
    },
    add: async (work, { body }) => presentOffer(await announceOffer(work, body)),
    withdraw: async (work, { params }) => presentOffer(await withdrawOffer(work, params.offerId)),
  });
}
