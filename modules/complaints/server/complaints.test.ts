import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit } from '#test/visit.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { classOfS1, complaintKinds } from '../lifecycle.ts';
import { clocksOf, known, received, stepOf, take, upTo } from './complaints.fixture.ts';

describe('the register', () => {
  test('CMP-01 any channel leads to one register, with number, clock and first entry', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const made = await received(advisor, { channel: 'social', aboutWhom: '机修一组' });
    expect(made).toMatchObject({
      number: 'TS261121-001',
      state: 'received',
      channel: 'social',
      aboutWhom: '机修一组',
      answerDueAt: '2026-11-22T08:00:00.000Z',
      entries: [{ step: 'receive', byName: advisor.name }],
      commitments: [
        { rule: 'complaints.receipt', state: 'open', dueAt: '2026-11-21T10:00:00.000Z' },
        { rule: 'complaints.answer', state: 'open', dueAt: '2026-11-22T08:00:00.000Z' },
      ],
    });
    const { items } = await advisor.call(routes.list, {});
    expect(items.map(({ number }) => number)).toEqual(['TS261121-001']);
  });

  test('CMP-02 each kind belongs to one of the three classes of S1', async ({ shop }) => {
    const classes = new Set(complaintKinds.map(classOfS1));
    expect([...classes].sort()).toEqual(['productQuality', 'repairTechnique', 'serviceAttitude']);
    const agent = await shop.employee('followUpAgent');
    expect(await received(agent, { kind: 'parts' })).toMatchObject({ classOfS1: 'productQuality' });
  });

  test('CMP-01 a phone on file brings customer and car; a plate proposes them', async ({
    shop,
  }) => {
    const place = await known(shop);
    const advisor = await shop.employee('advisor');
    expect(await received(advisor)).toMatchObject({
      ...place,
      customer: { name: '王建国' },
      vehicle: { plate: '京A12345' },
    });
    for (const q of ['京A12345', '12345', '8000', '王建']) {
      const { items } = await advisor.call(routes.matches, { query: { q } });
      expect(items, q).toMatchObject([{ ...place, earlier: [{ number: 'TS261121-001' }] }]);
    }
    expect(await advisor.call(routes.matches, { query: { q: '%' } })).toEqual({ items: [] });
  });

  test('the most pressing stands first; the record costs two statements', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const later = await received(advisor);
    const sooner = await received(advisor, { receivedAt: '2026-11-21T05:00:00.000Z' });
    const first = await advisor.call(routes.list, { query: { limit: 1 } });
    const next = await advisor.call(routes.list, {
      query: { limit: 1, cursor: first.nextCursor! },
    });
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual([sooner.id, later.id]);
    expect(next.nextCursor).toBeNull();
    for (const path of ['/complaints', `/complaints/${later.id}`, '/complaint-matches?q=8000']) {
      const reply = await advisor.raw('GET', path);
      expect(Number(/desc="(\d+)"/.exec(String(reply.headers['server-timing']))?.[1])).toBeLessThan(
        3,
      );
    }
  });

  test('the list is filtered by state, kind, handler, channel, days and beginning', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await upTo(advisor, id, 'acknowledge');
    await received(advisor, { kind: 'price', channel: 'email', complainantName: '李女士' });
    const names = async (query: object) =>
      (await advisor.call(routes.list, { query })).items.map((item) => item.complainantName);
    expect(await names({ state: 'acknowledged' })).toEqual(['王先生']);
    expect(await names({ kind: 'price', channel: 'email' })).toEqual(['李女士']);
    expect(await names({ handlerId: advisor.id })).toEqual(['王先生']);
    expect(await names({ receivedFrom: '2026-11-22' })).toEqual([]);
    expect(await names({ receivedUntil: '2026-11-21', sort: '-receivedAt' })).toHaveLength(2);
    expect(await names({ q: '李' })).toEqual(['李女士']);
    expect(await names({ isOpen: false })).toEqual([]);
  });

  test('a record that the caller cannot see, and a time to come, are refused', async ({ shop }) => {
    const stranger = await TestShop.open();
    const theirs = await known(stranger);
    const advisor = await shop.employee('advisor');
    await expect(received(advisor, theirs)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/customerId', code: 'customer_unknown' }],
    });
    const receivedAt = '2026-11-21T09:00:00.000Z';
    await expect(received(advisor, { receivedAt })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/receivedAt', code: 'in_future' }],
    });
  });

  test('D-01 beside a record of one’s own, one of the sister shop’s is refused too', async ({
    shop,
  }) => {
    const [own, sister] = await sisterShops(shop);
    const advisor = await own.employee('advisor');
    const { orderId } = await endedVisit(own, advisor);
    const { customerId, vehicleId } = await known(sister);
    await expect(received(advisor, { orderId, customerId })).rejects.toMatchObject({
      errors: [{ pointer: '/customerId', code: 'customer_unknown' }],
    });
    await expect(received(advisor, { orderId, vehicleId })).rejects.toMatchObject({
      errors: [{ pointer: '/vehicleId', code: 'vehicle_unknown' }],
    });
  });

  test('CMP-01 where it came from is a call or an order that the caller sees, and stays beside it', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { orderId } = await endedVisit(shop, owner);
    const source = { sourceType: 'serviceOrder', sourceId: orderId } as const;
    expect(await received(owner, source)).toMatchObject(source);
    for (const wrong of [
      { ...source, sourceType: 'followUpCall' } as const,
      { sourceId: orderId },
      { sourceType: 'serviceOrder' } as const,
    ])
      await expect(received(owner, wrong)).rejects.toMatchObject({
        status: 422,
        errors: [{ pointer: '/sourceId', code: 'source_unknown' }],
      });
  });
});

test('CMP-01 what an authority passed on has its number and its own clock, kept when the result is told', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const passedOn = { referenceNumber: '1440100002026112100001', referenceDueOn: '2026-11-28' };
  const { id } = await received(advisor, { channel: 'authority', ...passedOn });
  const handled = await upTo(advisor, id, 'propose');
  expect(handled).toMatchObject(passedOn);
  expect(handled.commitments.find(({ rule }) => rule === 'complaints.reference')).toMatchObject({
    state: 'open',
    dueAt: '2026-11-28T16:00:00.000Z',
    ownerId: advisor.id,
  });
  const told = await take(advisor, 'reportBack', id, { how: 'phone', words: '已告知结果' });
  expect(clocksOf(told)).toMatchObject({ reference: 'kept' });
  await expect(received(advisor, { channel: 'phone', ...passedOn })).rejects.toMatchObject({
    errors: [{ pointer: '/referenceNumber', code: 'reference_of_nobody' }],
  });
});

describe('the clock of 24 hours', () => {
  test('CMP-03 answered in time it is kept', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await shop.forward(23);
    const shown = await upTo(advisor, id, 'acknowledge');
    expect(shown).toMatchObject({ state: 'acknowledged', handlerName: advisor.name });
    expect(clocksOf(shown)).toEqual({ answer: 'kept', solve: 'open' });
  });

  test('CMP-03 unanswered it warns the receiver, then climbs to supervisor and owner', async ({
    shop,
  }) => {
    const [agent, supervisor, owner] = [
      await shop.employee('followUpAgent'),
      await shop.employee('supervisor'),
      await shop.employee('owner'),
    ];
    const { id } = await received(agent);
    const toldOf = async (who: TestEmployee) =>
      (await who.call(commitmentRoutes.listNotices, {})).items.map(({ aboutId }) => aboutId);
    await shop.forward(19);
    expect(await toldOf(agent)).toEqual([]);
    await shop.forward(1.5);
    expect(await toldOf(agent)).toHaveLength(1);
    expect(await toldOf(supervisor)).toEqual([]);
    await shop.forward(4);
    expect(await toldOf(supervisor)).toHaveLength(1);
    await shop.forward(4);
    expect((await toldOf(owner)).length).toBeGreaterThanOrEqual(1);
    const late = await upTo(agent, id, 'acknowledge');
    expect(clocksOf(late)).toEqual({ answer: 'broken', solve: 'open' });
    expect(
      late.commitments.find(({ rule }) => rule === 'complaints.answer')?.settledAt,
    ).toBeTruthy();
  });

  test('CMP-04 the assessment shortens the time to answer and never lengthens it', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const supervisor = await shop.employee('supervisor');
    const { id: complaintId } = await received(advisor);
    const assess = (severity: 'ordinary' | 'raised' | 'major') =>
      advisor.call(routes.assess, {
        params: { complaintId },
        body: { severity, reason: '客户称要找媒体' },
      });
    expect(await assess('major')).toMatchObject({
      severity: 'major',
      answerDueAt: '2026-11-21T10:00:00.000Z',
      commitments: [{ dueAt: '2026-11-21T10:00:00.000Z' }],
    });
    expect(await assess('ordinary')).toMatchObject({ answerDueAt: '2026-11-21T10:00:00.000Z' });
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items).toMatchObject([{ kind: 'complaints.major', aboutId: complaintId }]);
  });
});

describe('who may', () => {
  test('a stranger finds nothing, a technician may not look', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const params = { complaintId: (await received(advisor)).id };
    const stranger = await (await TestShop.open()).employee('owner');
    const technician = await shop.employee('technician');
    const body = { words: '看看' };
    await expect(stranger.call(routes.one, { params })).rejects.toMatchObject({ status: 404 });
    await expect(stranger.call(routes.note, { params, body })).rejects.toMatchObject({
      status: 404,
    });
    await expect(technician.call(routes.one, { params })).rejects.toMatchObject({ status: 403 });
  });

  test('another handler’s case is his: 403, and the step says why', async ({ shop }) => {
    const [handler, colleague] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const { id } = await upTo(handler, (await received(handler)).id, 'acknowledge');
    const seen = await colleague.call(routes.one, { params: { complaintId: id } });
    expect(stepOf(seen, 'investigate')).toMatchObject({ allowed: false, reason: 'not_your_case' });
    const body = { findings: '我也看看' };
    await expect(
      colleague.call(routes.investigate, { params: { complaintId: id }, body }),
    ).rejects.toMatchObject({ status: 403, code: 'not_your_case' });
  });

  test('handed over, the clock goes on for the new handler', async ({ shop }) => {
    const [handler, colleague] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const technician = await shop.employee('technician');
    const params = { complaintId: (await received(handler)).id };
    await upTo(handler, params.complaintId, 'acknowledge');
    const assign = (handlerId: string) =>
      handler.call(routes.assign, { params, body: { handlerId, reason: '休假' } });
    await expect(assign(technician.id)).rejects.toMatchObject({ code: 'handler_unknown' });
    const handed = await assign(colleague.id);
    expect(handed.handlerId).toBe(colleague.id);
    const solve = handed.commitments.find(({ rule }) => rule === 'complaints.solve');
    expect(solve).toMatchObject({ ownerId: colleague.id, state: 'open' });
  });

  test('two handlers at once: the second has an old version and is told', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const made = await received(advisor);
    const acknowledge = () =>
      advisor.call(
        routes.acknowledge,
        { params: { complaintId: made.id }, body: { words: '已致电' } },
        { version: made.version },
      );
    const both = await Promise.allSettled([acknowledge(), acknowledge()]);
    const refused = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.map(({ reason }) => reason.status)).toEqual([412]);
  });
});

test('CMP-17 the figures count, and each opens what it counted', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const solved = await received(advisor);
  await upTo(advisor, solved.id, 'close');
  await received(advisor, { kind: 'price' });
  await shop.forward(25);
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const { figures } = await advisor.call(routes.figures, { query: period });
  const byKey = Object.fromEntries(figures.map((figure) => [figure.key, figure]));
  expect(byKey).toMatchObject({
    received: { value: 2 },
    answeredInTime: { value: 1, of: 2, share: 0.5 },
    resolved: { value: 1, of: 2, target: 0.9 },
    recurred: { value: 0 },
    complaintRate: { of: 0, share: null, target: 0.1 },
  });
  const query = Object.fromEntries(new URLSearchParams(byKey.resolved!.filter));
  const { items } = await advisor.call(routes.list, { query });
  expect(items.map(({ id }) => id)).toEqual([solved.id]);
  await expect(
    advisor.call(routes.figures, { query: { from: '2026-11-30', to: '2026-11-01' } }),
  ).rejects.toMatchObject({ status: 422, code: 'period_reversed' });
});
