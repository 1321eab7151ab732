import { expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { letterRoutes } from '#modules/letters/contract.ts';
import { comingRoutes, linkRoutes } from '#modules/links/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { visited } from '#modules/segments/server/segments.fixture.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestShop, test } from '#test/shop.ts';
import {
  campaignRoutes,
  type HeldInvitation,
  heldInvitationRoutes as held,
  invitationRoutes,
  replyRoutes,
} from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';
import { tellMovedUp } from './telling.ts';

const hour = 3_600_000;

/** Who comes by links is counted by his address: each test has one of its own. */
let addresses = 0;
const nextAddress = () => `10.61.0.${++addresses}`;

/** A guest's telephone: no login, only what his invitation gave it. */
class Guest {
  private cookie = '';
  private readonly shop: TestShop;
  private id = '';
  private readonly remoteAddress = nextAddress();
  constructor(shop: TestShop) {
    this.shop = shop;
  }
  async raw(route: Route, body?: object) {
    return this.shop.http.inject({
      method: route.method,
      url: pathOf(route, { campaignContactId: this.id }),
      headers: { cookie: this.cookie },
      remoteAddress: this.remoteAddress,
      ...(body && { payload: body }),
    });
  }
  async come(url: string) {
    const reply = await this.raw(comingRoutes.come, { token: new URL(url).hash.slice(1) });
    this.cookie = String(reply.headers['set-cookie'] ?? '').split(';')[0]!;
    this.id = reply.json().aboutId;
    return reply;
  }
  async read(): Promise<HeldInvitation> {
    return (await this.raw(held.read)).json();
  }
  answer(seats: number) {
    return this.raw(held.answer, seats === 0 ? { isComing: false } : { isComing: true, seats });
  }
}

async function anInvitation(shop: TestShop, capacity = 3, guests = ['王丽', '李强']) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const agent = await shop.employee('followUpAgent');
  for (const [at, name] of guests.entries()) {
    const body = { phone: `1380013800${at}`, address: '深圳市福田区1号' };
    const { customerId } = await visited(shop, writer, name, [{ daysAgo: 90, fen: 50_000 }]);
    const of = { params: { customerId } };
    const { version } = await boss.call(customerRoutes.read, of);
    await boss.call(customerRoutes.change, { ...of, body }, { version });
    const consent = { purpose: 'marketing', channel: 'any', given: true } as const;
    const said = { ...consent, evidence: '进厂登记表签字' };
    await boss.call(customerRoutes.recordConsent, { ...of, body: said });
  }
  const happensAt = new Date(shop.now.getTime() + 20 * 24 * hour).toISOString();
  const answerBy = new Date(shop.now.getTime() + 18 * 24 * hour).toISOString();
  const words = { body: '{称呼}，{门店}邀您参加活动，报名请看{链接}，拒收请回复R' };
  const { id: campaignId } = await writer.call(campaignRoutes.write, {
    body: {
      ...{ kind: 'event', name: '客户联谊会', content: '免费检测，带家人来' },
      segmentId: await everybody(writer),
      templateId: await campaignTemplate(writer, words),
      event: { happensAt, place: '客户休息区', capacity, bring: '行驶证', answerBy },
    },
  });
  const params = { campaignId };
  await writer.call(campaignRoutes.examine, { params });
  await shop.settle();
  await boss.call(campaignRoutes.approve, { params });
  const contacts = async (query: object = {}) =>
    (await boss.call(campaignRoutes.contacts, { params, query })).items;
  const linkFor = async (name: string) => {
    const contact = (await contacts()).find(({ customerName }) => customerName === name)!;
    const of = { campaignContactId: contact.id };
    return { of, ...(await agent.call(invitationRoutes.makeLink, { params: of, body: {} })) };
  };
  const comes = async (name: string) => {
    const { url, id: linkId, of } = await linkFor(name);
    const guest = new Guest(shop);
    await guest.come(url);
    return Object.assign(guest, { url, linkId, of });
  };
  const replies = async () =>
    (await agent.call(replyRoutes.list, { params, query: {} })).items.map(
      ({ customerName, state, seats, byLink }) => ({ customerName, state, seats, byLink }),
    );
  return { ...{ writer, boss, agent, params, happensAt, answerBy }, contacts, comes, replies };
}

test('CAR-03 CAR-04 a guest sees the event of his link and answers it, changes it, and the desk has it', async ({
  shop,
}) => {
  const { comes, replies, contacts } = await anInvitation(shop);
  const guest = await comes('王丽');
  const seen = await guest.read();
  expect(seen).toMatchObject({
    ...{ name: '客户联谊会', place: '客户休息区', bring: '行驶证', state: 'open', answer: null },
    ...{ seatsLeft: 'few', mostSeats: 3 },
  });
  expect(JSON.stringify(seen)).not.toMatch(/王丽|138001/);
  expect((await guest.answer(2)).json()).toMatchObject({
    answer: { state: 'coming', seats: 2, place: null },
  });
  expect(await replies()).toEqual([
    { customerName: '王丽', state: 'coming', seats: 2, byLink: true },
  ]);
  expect((await guest.answer(0)).json().answer).toMatchObject({ state: 'declined', seats: 0 });
  expect(await replies()).toMatchObject([{ state: 'declined', seats: 0 }]);
  const opened = (await contacts()).filter(({ openedAt }) => openedAt !== null);
  expect(opened).toMatchObject([{ customerName: '王丽' }]);
});

test('CAR-07 the house sees the page of an invitation before the link leaves, word for word', async ({
  shop,
}) => {
  const { agent, comes } = await anInvitation(shop);
  const guest = await comes('王丽');
  const preview = () => agent.call(invitationRoutes.preview, { params: guest.of });
  expect(await preview()).toEqual(await guest.read());
  await guest.answer(2);
  expect(await preview()).toMatchObject({ answer: { state: 'coming', seats: 2 } });
  const technician = await shop.employee('technician');
  const refused = technician.call(invitationRoutes.preview, { params: guest.of });
  await expect(refused).rejects.toMatchObject({ status: 403 });
});

test('FUP-08 by the link too who finds no seat waits, says how many are before him, and moves up', async ({
  shop,
}) => {
  const { comes, agent, params } = await anInvitation(shop);
  const [first, second] = [await comes('王丽'), await comes('李强')];
  await first.answer(2);
  expect((await second.answer(2)).json()).toMatchObject({
    ...{ answer: { state: 'waiting', seats: 2, place: 1 }, seatsLeft: 'none' },
  });
  expect(await first.read()).toMatchObject({ seatsLeft: 'none' });
  expect((await second.answer(4)).json()).toMatchObject({ status: 422, code: 'campaign_full' });
  await first.answer(0);
  expect(await second.read()).toMatchObject({ answer: { state: 'coming', seats: 2 } });
  expect(await agent.call(replyRoutes.seats, { params })).toMatchObject({ taken: 2, waiting: 0 });
});

test('FUP-08 of guests who answer by link at once, no more come than there are seats', async ({
  shop,
}) => {
  const names = ['王丽', '李强', '赵敏', '周洋', '孙悦'];
  const { comes, replies } = await anInvitation(shop, 3, names);
  const guests = [];
  for (const name of names) guests.push(await comes(name));
  await Promise.all(guests.map((guest) => guest.answer(1)));
  const states = (await replies()).map(({ state }) => state).toSorted();
  expect(states).toEqual(['coming', 'coming', 'coming', 'waiting', 'waiting']);
});

test('CAR-03 the page says plainly that answering is over, the event cancelled, changed, or past', async ({
  shop,
}) => {
  const { comes, boss, params, answerBy, happensAt } = await anInvitation(shop);
  const guest = await comes('王丽');
  await boss.call(campaignRoutes.reopen, { params });
  expect(await guest.read()).toMatchObject({ state: 'unsettled' });
  expect((await guest.answer(1)).json()).toMatchObject({ status: 409, code: 'invitation_shut' });
  await boss.call(campaignRoutes.approve, { params });
  await guest.answer(2);
  await shop.moveTo(answerBy);
  const again = await comes('王丽');
  expect(await again.read()).toMatchObject({ state: 'shut', answer: { seats: 2 } });
  expect((await again.answer(1)).json()).toMatchObject({ code: 'invitation_shut' });
  await shop.moveTo(happensAt);
  const later = await comes('王丽');
  expect(await later.read()).toMatchObject({ state: 'over' });
  await boss.call(campaignRoutes.stop, { params, body: { reason: '台风' } });
  expect(await later.read()).toMatchObject({ state: 'calledOff' });
});

test('D-40 the invitation opens no other one, and nothing once it is withdrawn', async ({
  shop,
}) => {
  const { comes, agent, contacts } = await anInvitation(shop);
  const guest = await comes('王丽');
  const other = (await contacts()).find(({ customerName }) => customerName === '李强')!;
  const url = pathOf(held.read, { campaignContactId: other.id });
  const cookie = (
    await shop.http.inject({
      method: 'POST',
      url: pathOf(comingRoutes.come),
      payload: { token: new URL(guest.url).hash.slice(1) },
      remoteAddress: nextAddress(),
    })
  ).headers['set-cookie'];
  const headers = { cookie: String(cookie).split(';')[0]! };
  expect((await shop.http.inject({ method: 'GET', url, headers })).statusCode).toBe(404);
  await agent.call(linkRoutes.withdraw, { params: { linkId: guest.linkId } });
  expect((await guest.raw(held.read)).json()).toMatchObject({ status: 410, code: 'link_over' });
});

test('CAR-03 the message carries the link, the letter a code that leads to the same event', async ({
  shop,
}) => {
  const { boss, writer, params, contacts } = await anInvitation(shop, 10, ['王丽']);
  await boss.call(campaignRoutes.start, { params });
  const { rounds } = await boss.call(campaignRoutes.one, { params });
  for (const { fromOn } of rounds) {
    const at = new Date(`${fromOn}T02:00:00.000Z`);
    if (at > shop.now) await shop.moveTo(at.toISOString());
    await shop.settle();
  }
  const { customerId } = (await contacts())[0]!;
  const { items: letters } = await writer.call(letterRoutes.list, {});
  const [letter] = letters;
  expect(letter).toMatchObject({ kind: 'invitation', recipient: '王丽' });
  const one = await writer.call(letterRoutes.one, { params: { letterId: letter!.id } });
  expect(one.body).toContain('扫描信末二维码');
  const paper = await writer.raw('GET', pathOf(letterRoutes.paper, { letterId: letter!.id }));
  expect(paper.body.slice(0, 300)).toMatch(/^%PDF/);
  const { pages, qr } = await readPdf(paper.rawPayload);
  expect(pages[0]).toContain('手机扫码答复');
  const byCode = new Guest(shop);
  await byCode.come(qr!);
  expect(await byCode.read()).toMatchObject({ name: '客户联谊会', state: 'open' });
  const { items: told } = await boss.call(messageRoutes.thread, { params: { customerId } });
  const [, address] = /(http\S+?\/k#[\w.-]+)/.exec(told.map(({ body }) => body).join(' ')) ?? [];
  const byMessage = new Guest(shop);
  await byMessage.come(address!);
  expect(await byMessage.read()).toMatchObject({ name: '客户联谊会' });
});

test('CAR-03 CAR-04 who moves up is told by the way he may be reached, once; his page and the list say so', async ({
  shop,
}) => {
  const { boss, comes, params } = await anInvitation(shop);
  const first = await comes('王丽');
  const second = await comes('李强');
  await first.answer(2);
  await second.answer(2);
  expect((await second.read()).answer).toMatchObject({ state: 'waiting', hasMovedUp: false });
  await first.answer(0);
  await shop.settle();
  expect((await second.read()).answer).toMatchObject({ state: 'coming', hasMovedUp: true });
  const replies = async () =>
    (await boss.call(replyRoutes.list, { params, query: { q: '李强' } })).items;
  const [reply] = await replies();
  expect(reply).toMatchObject({ state: 'coming', movedUp: { told: 'queued' } });
  const of = { params: { customerId: reply!.customerId } };
  const told = async () => (await boss.call(messageRoutes.thread, of)).items;
  expect(await told()).toMatchObject([
    { channel: 'sms', purpose: 'service', body: expect.stringContaining('已为您留 2 位') },
  ]);
  await tellAgain(shop, { ...params, customerId: reply!.customerId });
  expect(await told()).toHaveLength(1);
  await second.answer(0);
  expect(await replies()).toMatchObject([{ state: 'declined', movedUp: null }]);
});

test('CAR-04 who wishes no contact reads it on his page; who drew the event up is asked to call', async ({
  shop,
}) => {
  const { boss, writer, comes, params } = await anInvitation(shop);
  const first = await comes('王丽');
  const second = await comes('李强');
  await first.answer(3);
  await second.answer(1);
  const [waiting] = (await boss.call(replyRoutes.list, { params, query: { q: '李强' } })).items;
  const of = { params: { customerId: waiting!.customerId } };
  const { version } = await boss.call(customerRoutes.read, of);
  const body = { preferredChannel: 'none' } as const;
  await boss.call(customerRoutes.change, { ...of, body }, { version });
  await first.answer(1);
  await shop.settle();
  expect((await second.read()).answer).toMatchObject({ state: 'coming', hasMovedUp: true });
  const [reply] = (await boss.call(replyRoutes.list, { params, query: { q: '李强' } })).items;
  expect(reply).toMatchObject({ movedUp: { told: 'nobody' } });
  expect((await boss.call(messageRoutes.thread, of)).items).toEqual([]);
  const { items } = await writer.call(commitmentRoutes.listNotices, {});
  expect(items).toMatchObject([{ kind: 'campaigns.seatUntold', aboutId: params.campaignId }]);
});

/** The same piece of work once more, as after a crash. */
const tellAgain = (shop: TestShop, told: { campaignId: string; customerId: string }) =>
  shop.write((work) => tellMovedUp(work, told, 'https://jingming.example'));
