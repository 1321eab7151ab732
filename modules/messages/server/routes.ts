import type { FastifyInstance } from 'fastify';
import { customerById } from '#modules/customers/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { messageRoutes } from '../contract.ts';
import { messageWords } from '../locales/words.ts';
import { presentMessage } from './present.ts';
import { pageOfThread, type ShownRow, shownMessage } from './queries.ts';
import { queueMessage } from './queue.ts';
import { emailShown, noteTestEmail, retryMessage, setUpEmail, testEmail } from './service.ts';

export function messagesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, messageRoutes, {
    thread: async (work, { params, query }) => {
      if (!(await customerById(work, params.customerId))) throw notFound();
      const after = host.cursors.open('messages', query.cursor)?.[0];
      const afterId = after === undefined ? null : String(after);
      const rows = await pageOfThread(work, params.customerId, afterId, sizeOf(query) + 1);
      const present = (row: ShownRow) => presentMessage(work.actor, row);
      return pageOf(host.cursors, 'messages', query, rows, ({ id }) => [id], present);
    },
    send: async (work, { params, body }) => {
      const customer = await customerById(work, params.customerId);
      if (!customer) throw notFound();
      const usual = body.channel === 'sms' ? customer.phone : '';
      const row = await queueMessage(work, {
        ...body,
        customerId: customer.id,
        template: '',
        address: body.address ?? usual,
      });
      return detailOf(work, row.id);
    },
    retry: async (work, { params }) => {
      await retryMessage(work, params.messageId);
      return detailOf(work, params.messageId);
    },
    channels: async (work) => ({ email: await emailShown(work) }),
    setUpEmail: (work, { body }) => setUpEmail(work, host.secrets, body),
    testEmail: async (work, { body: { address } }, { language, writing }) => {
      const { testSubject: subject, testBody: body } = messageWords[language];
      await testEmail(work, host, address, { subject, body });
      await writing(noteTestEmail);
      return { address };
    },
  });
}

const detailOf = async (work: Work, messageId: string) =>
  presentMessage(work.actor, await shownMessage(work, messageId));
