import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { incomingMailRoutes, mailboxRoutes } from '../contract.ts';
import { fetchNow, mailboxShown, noteTest, setUpMailbox, testMailbox } from './mailbox.ts';
import { sendOriginal } from './original.ts';
import { presentEntry, presentMail } from './present.ts';
import { pageOfMails } from './queries.ts';
import { addToComplaint, confirmSender, fileMail, openComplaint, putMailBack } from './steps.ts';

/** Mail that wants a decision on the wire, and the mailbox that it comes from. */
export function incomingMailsModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, incomingMailRoutes, {
    list: async (work, { query }) => {
      const { show = 'all', complaintId, customerId } = query;
      const after = cursors.open('incomingMails', query.cursor);
      const asked = { show, complaintId, customerId, size: sizeOf(query) + 1 };
      const rows = await pageOfMails(work, asked, after?.[0]);
      const shown = (row: (typeof rows)[number]) => {
        const entry = presentEntry(work.actor, row);
        // Asked for by the customer it would tell whose complaint that is.
        const isNamed = entry.isWalled && customerId !== undefined;
        return isNamed ? { ...entry, complaintId: null, complaintNumber: null } : entry;
      };
      return pageOf(cursors, 'incomingMails', query, rows, ({ id }) => [id], shown);
    },
    read: (work, { params }) => presentMail(work, params.incomingMailId),
    original: (work, { params }, call) => sendOriginal(work, params.incomingMailId, call),
    open: async (work, { params, body }, { expectedVersion }) => {
      await openComplaint(work, { ...params, expectedVersion }, body);
      return presentMail(work, params.incomingMailId);
    },
    add: async (work, { params, body }, { expectedVersion }) => {
      await addToComplaint(work, { ...params, expectedVersion }, body);
      return presentMail(work, params.incomingMailId);
    },
    file: async (work, { params, body }, { expectedVersion }) => {
      await fileMail(work, { ...params, expectedVersion }, body);
      return presentMail(work, params.incomingMailId);
    },
    putBack: async (work, { params }, { expectedVersion }) => {
      await putMailBack(work, { ...params, expectedVersion });
      return presentMail(work, params.incomingMailId);
    },
    confirmSender: async (work, { params, body }, { expectedVersion }) => {
      await confirmSender(work, { ...params, expectedVersion }, body);
      return presentMail(work, params.incomingMailId);
    },
  });
  serve(app, host, mailboxRoutes, {
    read: mailboxShown,
    setUp: (work, { body }) => setUpMailbox(work, host, body),
    test: async (work, _input, { writing }) => {
      const found = await testMailbox(work, host);
      await writing(noteTest);
      return found;
    },
    fetch: fetchNow,
  });
}
