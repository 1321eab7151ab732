import type { FastifyInstance } from 'fastify';
import { customerById } from '#modules/customers/server/index.ts';
import { type Actor, can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import { type MessageShown, messageRoutes } from '../contract.ts';
import { messageLife } from '../lifecycle.ts';
import { messageWords } from '../locales/words.ts';
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
      const present = (row: ShownRow) => shown(work.actor, row);
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
  shown(work.actor, await shownMessage(work, messageId));

function shown(actor: Actor, row: ShownRow): MessageShown {
  const { id, customerId, direction, channel, purpose, template, subject, body, version } = row;
  const { aboutType, aboutId, state, createdByName } = row;
  const { nextTryAt, sentAt, createdAt } = wire(row);
  const isRetriable = messageLife.allowed(state).includes('retry');
  const mayRetry = isRetriable ? { allowed: true } : { allowed: false, reason: `while_${state}` };
  return {
    id,
    customerId,
    direction,
    channel,
    purpose,
    template,
    address: addressFor(actor, row.address),
    subject,
    body,
    aboutType,
    aboutId,
    state,
    waitingFor: row.heldReason as MessageShown['waitingFor'],
    attempts: row.attempts ?? 0,
    nextTryAt,
    sentAt,
    createdAt,
    createdByName,
    version,
    steps: [{ step: 'retry', ...mayRetry }],
  };
}

/** Mail keeps its first letter and domain; a telephone its ends for everybody: in full it is revealed on record (ARC-10). */
function addressFor(actor: Actor, address: string): string {
  if (!address.includes('@')) return maskPhone(address);
  return can(actor, 'customers.reveal') ? address : address.replace(/^(.).*@/, '$1***@');
}
