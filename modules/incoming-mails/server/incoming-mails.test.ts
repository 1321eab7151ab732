import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { mailboxRoutes, incomingMailRoutes as routes } from '../contract.ts';
import { MailboxPeer } from './imap-peer.fixture.ts';
import { connected, letter, letterWith } from './letters.fixture.ts';

let peer: MailboxPeer;
let port = 0;
const at = new Date('2026-11-21T07:30:00.000Z');
const sent: string[] = [];
const smtp = new SMTPServer({
  hideSTARTTLS: true,
  authOptional: true,
  onData: (stream, _session, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece) => pieces.push(piece));
    stream.on('end', () => {
      sent.push(Buffer.concat(pieces).toString());
      done();
    });
  },
});
beforeAll(() => new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready)));
afterAll(() => new Promise<void>((closed) => smtp.close(closed)));
beforeEach(async () => {
  peer = new MailboxPeer();
  port = await peer.open();
});
afterEach(() => peer.close());

const asked = { kind: 'repairTechnique', content: '刹车又响了', complainantName: '王丽' } as const;
const paramsOf = ({ id }: { id: string }) => ({ incomingMailId: id });
const readIt = (by: TestEmployee, mail: { id: string }) =>
  by.call(routes.read, { params: paramsOf(mail) });
const openIt = (by: TestEmployee, mail: { id: string }, more = {}) =>
  by.call(routes.open, { params: paramsOf(mail), body: { ...asked, ...more } });
const clocksOf = async (by: TestEmployee, id: string) =>
  (await by.call(commitmentRoutes.list, { query: { rule: 'incomingMails.decide' } })).items.filter(
    ({ aboutId }) => aboutId === id,
  );

describe('what a letter becomes', () => {
  test('CMP-01 CMP-03 a complaint is opened from it, its 24 hours count from when the letter arrived', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, only } = await connected(shop, peer, port);
    const mail = await only();
    await shop.forward(2);
    const after = await openIt(await shop.employee('owner'), mail);
    expect(after).toMatchObject({ state: 'opened', customerId: null });
    const complaint = await owner.call(complaintRoutes.one, {
      params: { complaintId: after.complaintId! },
    });
    expect(complaint).toMatchObject({
      channel: 'email',
      replyBy: 'email',
      receivedAt: at.toISOString(),
      answerDueAt: '2026-11-22T07:30:00.000Z',
    });
    await expect(openIt(owner, mail)).rejects.toMatchObject({ status: 409 });
  });

  test('CMP-01 whoever waits for a letter has the mailbox looked at now, as often as he asks', async ({
    shop,
  }) => {
    const { owner, list } = await connected(shop, peer, port);
    await shop.settle();
    peer.put(letter(), shop.now);
    for (const _ of [1, 2]) {
      expect(await owner.call(mailboxRoutes.fetch, {})).toEqual({ isLooking: true });
      await shop.settle();
    }
    expect(await list()).toHaveLength(1);
  });

  test('CMP-01 what was attached becomes evidence of the complaint', async ({ shop }) => {
    peer.put(
      letterWith([
        ['表.csv', Buffer.from('姓名,电话\n')],
        ['好.exe', Buffer.alloc(9)],
      ]),
      at,
    );
    const { owner, only } = await connected(shop, peer, port);
    const { complaintId } = await openIt(owner, await only());
    const params = { complaintId: complaintId! };
    const { evidence } = await owner.call(complaintRoutes.one, { params });
    expect(evidence).toMatchObject([
      { contentType: 'message/rfc822' },
      { caption: '表.csv', contentType: 'text/csv' },
    ]);
  });

  test('CMP-01 it is added to a complaint that it answers, and whoever handles that one hears of it', async ({
    shop,
  }) => {
    peer.put(letter({ messageId: '<first@customer.example>' }), at);
    const { owner, only, fetched } = await connected(shop, peer, port);
    const { complaintId } = await openIt(owner, await only());
    const params = { complaintId: complaintId! };
    const { number } = await owner.call(complaintRoutes.one, { params });
    const headers = ['In-Reply-To: <first@customer.example>'];
    peer.put(
      letter({ subject: '再补充', text: '还漏油', headers, from: 'other@customer.example' }),
      at,
    );
    peer.put(letter({ subject: `关于 ${number}`, from: 'third@customer.example' }), at);
    await shop.forward(0.1);
    const waiting = (await fetched()).filter(({ state }) => state === 'waiting');
    const ways = await Promise.all(
      waiting.map(async (mail) => (await readIt(owner, mail)).threads),
    );
    expect(ways.map((one) => one.map(({ way }) => way))).toEqual([['number'], ['answers']]);
    const added = waiting.find(({ subject }) => subject === '再补充')!;
    expect(
      await owner.call(routes.add, {
        params: paramsOf(added),
        body: { complaintId: complaintId! },
      }),
    ).toMatchObject({ state: 'added', complaintNumber: number });
    const { entries } = await owner.call(complaintRoutes.one, { params });
    expect(entries.findLast(({ step }) => step === 'note')).toMatchObject({
      step: 'note',
      words: '再补充\n还漏油',
    });
    const { items } = await owner.call(routes.list, { query: { complaintId: complaintId! } });
    expect(items).toHaveLength(2);
  });

  test('CMP-01 it is filed with a reason, and put back when that was too soon', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, only } = await connected(shop, peer, port);
    const mail = await only();
    const params = paramsOf(mail);
    const file = (body: { filedAs: 'noComplaint' | 'enquiry'; note?: string }) =>
      owner.call(routes.file, { params, body });
    await expect(file({ filedAs: 'noComplaint' })).rejects.toMatchObject({
      errors: [{ pointer: '/note', code: 'mail_reason_needed' }],
    });
    expect(await file({ filedAs: 'enquiry' })).toMatchObject({
      state: 'filed',
      filedAs: 'enquiry',
    });
    expect(await clocksOf(owner, mail.id)).toEqual([]);
    await shop.forward(0.5);
    expect(await owner.call(routes.putBack, { params })).toMatchObject({ state: 'waiting' });
    expect(await clocksOf(owner, mail.id)).toMatchObject([{ state: 'open' }]);
  });

  test('CMP-03 an untouched letter is a promise: it is broken when nobody decided in time', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, only } = await connected(shop, peer, port, { decideMinutes: 60 });
    const mail = await only();
    expect(await clocksOf(owner, mail.id)).toMatchObject([
      { rule: 'incomingMails.decide', state: 'open', subject: '王丽' },
    ]);
    await shop.forward(24);
    expect(await clocksOf(owner, mail.id)).toMatchObject([{ state: 'broken' }]);
  });

  test('D-20 who may not handle complaints only reads, another house sees nothing, two at once are one', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, only } = await connected(shop, peer, port);
    const mail = await only();
    const reader = await shop.employee('technician');
    const stranger = await (await TestShop.open()).employee('owner');
    await expect(readIt(stranger, mail)).rejects.toMatchObject({ status: 404 });
    await expect(openIt(reader, mail)).rejects.toMatchObject({ status: 403 });
    const both = await Promise.allSettled([openIt(owner, mail), openIt(owner, mail)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await owner.call(complaintRoutes.list, { query: {} })).items).toHaveLength(1);
  });
});

describe('whom it concerns', () => {
  test('CMP-01 by order, plate, VIN and phone in the words, with the reason of each; never by the display name', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop, '粤B12345');
    await visit.receive();
    const text = `我的车 粤B·12345，电话 138-0013-8000，单号 ${visit.order.number}`;
    peer.put(letter({ text }), at);
    const { owner, only, fetched } = await connected(shop, peer, port);
    const { matches } = await only();
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ customerId: visit.customerId, orderId: visit.order.id });
    expect(matches[0]!.ways.map(({ way }) => way).sort()).toEqual(['order', 'phone', 'plate']);
    const { name } = await owner.call(customerRoutes.read, {
      params: { customerId: visit.customerId },
    });
    peer.put(letter({ from: `${name} <somebody@else.example>`, text: '没有说是谁' }), at);
    await shop.forward(0.1);
    const [latest] = await fetched();
    expect((await readIt(owner, latest!)).matches).toEqual([]);
  });

  test('CMP-01 by the address that was written to, or that wrote before', async ({ shop }) => {
    const { owner, only, fetched } = await connected(shop, peer, port);
    const { id: customerId } = await owner.call(customerRoutes.add, { body: { name: '王丽' } });
    peer.put(letter(), at);
    await shop.forward(0.1);
    const first = await only();
    expect(first.matches).toEqual([]);
    await openIt(owner, first, { customerId });
    peer.put(letter({ subject: '又来信' }), at);
    await shop.forward(0.1);
    const [second] = await fetched();
    expect((await readIt(owner, second!)).matches).toMatchObject([
      { customerId, ways: [{ way: 'wroteBefore', value: 'wangli@customer.example' }] },
    ]);
  });

  const trustedServer = 'mx.shop.example';
  const results = (words: string) => [`Authentication-Results: ${trustedServer}; ${words}`];
  test('D-57 a forged sender leads to nobody before a person has confirmed him by another way', async ({
    shop,
  }) => {
    const headers = results(
      'spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=customer.example',
    );
    peer.put(letter({ headers, text: '电话 13800138000' }), at);
    const { owner, only } = await connected(shop, peer, port, { trustedServer });
    await owner.call(customerRoutes.add, { body: { name: '王丽', phone: '13800138000' } });
    const mail = await only();
    expect(mail).toMatchObject({ standing: 'failed', isHeldBack: true, matches: [], threads: [] });
    await expect(openIt(owner, mail)).rejects.toMatchObject({ code: 'mail_sender_unconfirmed' });
    const confirmed = await owner.call(routes.confirmSender, {
      params: paramsOf(mail),
      body: { note: '打档案电话，本人确认' },
    });
    expect(confirmed).toMatchObject({ isHeldBack: false, matches: [{ customerName: '王丽' }] });
    expect(await openIt(owner, mail)).toMatchObject({ state: 'opened' });
  });

  test.for([
    ['dmarc=pass header.from=customer.example', 'verified'],
    ['dkim=pass header.d=customer.example', 'verified'],
    ['dkim=pass header.d=evil.example', 'unverified'],
    ['spf=pass smtp.mailfrom=a@customer.example', 'verified'],
    ['spf=softfail (comment; dmarc=pass) smtp.mailfrom=a@customer.example', 'failed'],
  ] as const)('D-57 %s makes the sender %s', async ([words, standing], { shop }) => {
    peer.put(letter({ headers: results(words) }), at);
    const { only } = await connected(shop, peer, port, { trustedServer });
    expect(await only()).toMatchObject({ standing });
  });

  test('D-57 what a sender says of himself, below or under another name, is not believed', async ({
    shop,
  }) => {
    const own = 'Authentication-Results: mx.evil.example; dmarc=pass';
    const below = 'Authentication-Results: mx.shop.example; dmarc=pass';
    peer.put(letter({ headers: [...results('dmarc=fail'), own, below] }), at);
    peer.put(letter({ headers: [own] }), at);
    const { fetched } = await connected(shop, peer, port, { trustedServer });
    const all = await fetched();
    expect(all.map(({ standing }) => standing)).toEqual(['unverified', 'failed']);
  });
});

describe('what the house answers by itself', () => {
  const email = async (owner: TestEmployee) =>
    owner.call(messageRoutes.setUpEmail, {
      body: {
        ...{ host: '127.0.0.1', port: (smtp.server.address() as { port: number }).port },
        ...{ isSecure: false, username: '', from: 'kefu@shop.example', fromName: '试车行' },
      },
    });
  /** By how it is answered: each test's letters have numbers of their own. */
  const answersTo = (messageId: string) => sent.filter((one) => one.includes(messageId));

  test('CMP-08 the sender hears once that his complaint has arrived, with its number, marked as automatic', async ({
    shop,
  }) => {
    const messageId = `<ack-${shop.tenantId}@customer.example>`;
    peer.put(letter({ messageId }), at);
    const { owner, only, fetched } = await connected(shop, peer, port, { isAnswered: true });
    await email(owner);
    const after = await openIt(owner, await only());
    expect(after.acknowledgedAt).not.toBeNull();
    const told = { params: { complaintId: after.complaintId! } };
    expect((await owner.call(complaintRoutes.one, told)).receipt).toMatchObject({
      ...{ state: 'told', toldHow: 'email' },
    });
    await shop.settle();
    const [answer, ...more] = answersTo(messageId);
    expect(more).toEqual([]);
    expect(answer).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(answer).toContain(`In-Reply-To: ${messageId}`);
    const again = `<ack2-${shop.tenantId}@customer.example>`;
    peer.put(letter({ messageId: again }), at);
    await shop.forward(0.1);
    const [second] = (await fetched()).filter(({ state }) => state === 'waiting');
    await owner.call(routes.add, {
      params: paramsOf(second!),
      body: { complaintId: after.complaintId! },
    });
    await shop.settle();
    expect(answersTo(again)).toEqual([]);
  });

  test('CMP-08 nobody is answered where the house has not said so', async ({ shop }) => {
    const messageId = `<quiet-${shop.tenantId}@customer.example>`;
    peer.put(letter({ messageId }), at);
    const { owner, only } = await connected(shop, peer, port);
    await email(owner);
    expect(await openIt(owner, await only())).toMatchObject({ acknowledgedAt: null });
  });

  test.for([
    ['Auto-Submitted: auto-replied', 'automatic'],
    ['Precedence: bulk', 'bulk'],
    ['X-Loop: kefu@shop.example', 'loop'],
    ['List-Id: <news.example>', 'bulk'],
    ['Return-Path: <>', 'automatic'],
  ] as const)('CMP-08 %s is marked %s and never answered', async ([header, mark], { shop }) => {
    peer.put(letter({ headers: [header] }), at);
    const { owner, only } = await connected(shop, peer, port, { isAnswered: true });
    await email(owner);
    const mail = await only();
    expect(mail.marks).toEqual([mark]);
    expect(await openIt(owner, mail)).toMatchObject({ state: 'opened', acknowledgedAt: null });
  });

  test('CMP-08 what the house wrote itself comes back marked, and starts no clock', async ({
    shop,
  }) => {
    peer.put(letter({ from: '试车行 <kefu@shop.example>' }), at);
    const { owner, only } = await connected(shop, peer, port, { isAnswered: true });
    const mail = await only();
    expect(mail).toMatchObject({ marks: ['own'], decideBy: null });
    expect(await clocksOf(owner, mail.id)).toEqual([]);
  });

  test('CMP-08 of more letters than ten in an hour of one sender the later ones are a flood', async ({
    shop,
  }) => {
    for (let count = 0; count < 12; count++) peer.put(letter({ subject: `第${count}封` }), at);
    const { fetched } = await connected(shop, peer, port);
    const all = await fetched();
    expect(all.filter(({ marks }) => marks.includes('flood'))).toHaveLength(2);
  });
});
