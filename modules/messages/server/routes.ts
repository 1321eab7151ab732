import type { FastifyInstance } from 'fastify';
import { customerById } from '#modules/customers/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import {
  messageRoutes,
  messageRuleRoutes,
  optOutRoutes,
  smsCallbackRoutes,
  smsRoutes,
  wecomCallbackRoutes,
  wecomRoutes,
} from '../contract.ts';
import { messageWords } from '../locales/words.ts';
import { optOut, showOptOut } from './opting-out.ts';
import { presentMessage, shownOnThread } from './present.ts';
import { pageOfThread, type ShownRow } from './queries.ts';
import { queueMessage } from './queue.ts';
import { rulesShown, setRules } from './rules.ts';
import { emailShown, noteTestEmail, retryMessage, setUpEmail, testEmail } from './service.ts';
import { hear } from './sms-callback.ts';
import { noteTestSms, setUpSms, smsShown, testSms } from './sms-setting.ts';
import { bindingShown, linkFor } from './wecom-binding.ts';
import { hearWecom, verify } from './wecom-callback.ts';
import { noteTestWecom, setUpWecom, testWecom, wecomShown } from './wecom-setting.ts';

export function messagesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, messageRuleRoutes, {
    rules: rulesShown,
    setRules: (work, { body }) => setRules(work, body),
  });
  serve(app, host, smsRoutes, {
    sms: async (work) => ({ sms: await smsShown(work, host) }),
    setUpSms: (work, { body }) => setUpSms(work, host, body),
    testSms: async (work, { body }, { writing }) => {
      const sent = await testSms(work, host, body);
      await writing(noteTestSms);
      return sent;
    },
  });
  serve(app, host, wecomRoutes, {
    wecom: (work) => wecomShown(work, host),
    setUpWecom: (work, { body }) => setUpWecom(work, host, body),
    testWecom: async (work, _input, { writing }) => {
      const account = await testWecom(work, host);
      await writing(noteTestWecom);
      return account;
    },
    binding: (work, { params }) => bindingShown(work, params.customerId),
    link: (work, { params }) => linkFor(work, host, params.customerId),
  });
  servePublic(app, host, wecomCallbackRoutes, {
    verify: (call, { params, query }) => verify(host, call, params.token, query),
    callback: (call, { params, query }) => hearWecom(host, call, params.token, query),
  });
  servePublic(app, host, smsCallbackRoutes, {
    callback: ({ request }, { params }) => hear(host, request, params.token),
  });
  servePublic(app, host, optOutRoutes, {
    page: async (call) => showOptOut(host, call),
    optOut: (call, { params }) => optOut(host, call, params.token),
  });
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
        // Written by hand, an advertisement is an offer to him who switches offers off.
        remindsOf: body.purpose === 'marketing' ? 'offer' : '',
        template: '',
        address: body.address ?? usual,
      });
      return shownOnThread(work, row.id);
    },
    retry: async (work, { params }) => {
      await retryMessage(work, params.messageId);
      return shownOnThread(work, params.messageId);
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
