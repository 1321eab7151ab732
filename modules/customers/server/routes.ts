import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed, refuseNotShared } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { customerRoutes, reminderChoiceRoutes, restrictionRoutes } from '../contract.ts';
import { paperRoutes } from '../contract-papers.ts';
import { addContact, changeContact, removeContact } from './contacts.ts';
import { filePaper, presentPaper, withdrawPaper } from './papers.ts';
import { presentContact, presentItem, presentRecord } from './present.ts';
import { customerById, customerRecord } from './queries.ts';
import { pageOfPapers } from './queries-papers.ts';
import { countCustomers, pageOfCustomers } from './queries-search.ts';
import { chooseReminder } from './reminder-choices.ts';
import { liftRestriction } from './restrictions.ts';
import { changeCustomer, createCustomer, recordConsent, recordReveal } from './service.ts';
import { identitiesOfCars } from './vehicle-sight.ts';

export function customersModule(app: FastifyInstance, host: Host): void {
  serve(app, host, customerRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('customers', query.cursor);
      const rows = await pageOfCustomers(work, query, after?.[0], sizeOf(query) + 1);
      const page = pageOf(host.cursors, 'customers', query, rows, ({ id }) => [id], presentItem);
      return query.count ? { ...page, total: await countCustomers(work, query) } : page;
    },
    add: async (work, { body }) => recordOf(work, (await createCustomer(work, body)).id),
    read: async (work, { params }) => recordOf(work, params.customerId),
    change: async (work, { params, body }, { expectedVersion }) => {
      await changeCustomer(work, params.customerId, body, expectedVersion);
      return recordOf(work, params.customerId);
    },
    reveal: async (work, { params, body }) => {
      const row = await customerRecord(work, params.customerId);
      if (!row) throw notFound();
      refuseNotShared(work.actor, row.orgPath);
      await recordReveal(work, row, body);
      return {
        phone: row.phone,
        address: row.address,
        contacts: row.contacts.map(({ id, phone }) => ({ id, phone })),
        vehicles: await identitiesOfCars(work, row.id),
      };
    },
    addContact: async (work, { params, body }) =>
      presentContact(await addContact(work, params.customerId, body)),
    changeContact: async (work, { params, body }, { expectedVersion }) =>
      presentContact(await changeContact(work, params.contactId, body, expectedVersion)),
    removeContact: async (work, { params }, { expectedVersion }) => {
      await removeContact(work, params.contactId, expectedVersion);
      return {};
    },
    recordConsent: async (work, { params, body }) => {
      const row = await recordConsent(work, params.customerId, body);
      const { purpose, channel, given, evidence, at } = row;
      return { purpose, channel, given, evidence, at: at.toISOString() };
    },
  });
  serve(app, host, reminderChoiceRoutes, {
    choose: (work, { params, body }) => chooseReminder(work, params.customerId, body),
  });
  serve(app, host, restrictionRoutes, {
    liftRestriction: async (work, { params, body }) => {
      await liftRestriction(work, params.customerId, body.reason);
      return {};
    },
  });
  serve(app, host, paperRoutes, {
    list: async (work, { params, query }) => {
      const { customerId } = params;
      if (!(await customerById(work, customerId))) throw notFound();
      const after = host.cursors.open('papers', query.cursor);
      const asked = { customerId, kind: query.kind };
      const rows = await pageOfPapers(work, asked, after, sizeOf(query) + 1);
      const lastOf = ({ atText, id }: { atText: string; id: string }) => [atText, id];
      return pageOf(host.cursors, 'papers', query, rows, lastOf, presentPaper);
    },
    add: async (work, { params, body }) =>
      presentPaper(await filePaper(work, params.customerId, body)),
    withdraw: async (work, { params, body }) => {
      await withdrawPaper(work, params.paperId, body.reason);
      return { id: params.paperId };
    },
  });
}

async function recordOf(work: Work, customerId: string) {
  const row = await customerRecord(work, customerId);
  if (!row) throw notFound();
  return placed(presentRecord(work, row), row.orgPath);
}
