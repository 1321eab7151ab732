import type { FastifyInstance } from 'fastify';
import { shownOnThread } from '#modules/messages/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { templateRoutes } from '../contract.ts';
import { presentTemplate } from './present.ts';
import { pageOfTemplates, type TemplateRow, templateById } from './queries.ts';
import { composeFor, sendTemplate, usableFor } from './sending.ts';
import {
  approveTemplate,
  askForApproval,
  changeTemplate,
  refuseTemplate,
  retireTemplate,
  reviseTemplate,
  writeTemplate,
} from './service.ts';

export function messageTemplatesModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, templateRoutes, {
    list: async (work, { query }) => {
      const after = cursors.open('messageTemplates', query.cursor);
      const rows = await pageOfTemplates(work, query.state, after?.[0], sizeOf(query) + 1);
      const present = (row: TemplateRow) => presentTemplate(work.actor, row);
      return pageOf(cursors, 'messageTemplates', query, rows, ({ id }) => [id], present);
    },
    add: async (work, { body }) => shown(work, await writeTemplate(work, body)),
    change: async (work, { params, body }, { expectedVersion }) =>
      shown(work, await changeTemplate(work, params.templateId, body, expectedVersion)),
    ask: async (work, { params }) => shown(work, await askForApproval(work, params.templateId)),
    approve: async (work, { params }) =>
      shown(work, await approveTemplate(work, params.templateId)),
    refuse: async (work, { params, body }) =>
      shown(work, await refuseTemplate(work, params.templateId, body.reason)),
    retire: async (work, { params }) => shown(work, await retireTemplate(work, params.templateId)),
    revise: async (work, { params }) => shown(work, await reviseTemplate(work, params.templateId)),
    preview: async (work, { params }) => {
      const { values: _kept, ...composed } = await composeFor(work, params);
      return composed;
    },
    usable: async (work, { params, query }) => ({
      items: await usableFor(work, params.customerId, query.vehicleId),
    }),
    send: async (work, { params, body }) => {
      const { id } = await sendTemplate(work, { customerId: params.customerId, ...body });
      return shownOnThread(work, id);
    },
  });
}

const shown = async (work: Work, { id }: { id: string }) =>
  presentTemplate(work.actor, (await templateById(work, id))!);
