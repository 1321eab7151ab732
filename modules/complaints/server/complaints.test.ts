import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { type Complaint, type NewComplaint, complaintRoutes as routes } from '../contract.ts';
import { classOfS1, complaintKinds } from '../lifecycle.ts';

const words: NewComplaint = {
  channel: 'phone',
  complainantName: '王先生',
  complainantPhone: '138 0013 8000',
  kind: 'repairTechnique',
  content: '刹车异响修了两次还响，说好昨天给答复也没有人打电话。',
};

const received = (by: TestEmployee, given: Partial<NewComplaint> = {}) =>
  by.call(routes.receive, { body: { ...words, ...given } });
const known = (shop: TestShop) =>
  shop.write(async (work) => {
    const customer = await createCustomer(work, { name: '王建国', phone: '13800138000' });
    const vehicle = await createVehicle(work, { plate: '京A12345', ownerId: customer.id });
    return { customerId: customer.id, vehicleId: vehicle.id };
  });
const clocksOf = ({ commitments }: Complaint) =>
  Object.fromEntries(
    commitments.map(({ rule, state }) => [rule.replace('complaints.', ''), state]),
  );
const stepOf = ({ steps }: Complaint, step: string) => steps.find((each) => each.step === step);

/** A step by its name, when the body comes with it. */
const take = (by: TestEmployee, step: string, complaintId: string, body: object) =>
  by.call(routes[step as 'note'], { params: { complaintId }, body: body as { words: string } });

/** Takes a complaint through the steps up to the one named, each with a usual body. */
async function upTo(by: TestEmployee, complaintId: string, last: keyof typeof usual) {
  let shown: Complaint | undefined;
  for (const [step, body] of Object.entries(usual)) {
    shown = await take(by, step, complaintId, body);
    if (step === last) break;
  }
  return shown!;
}
const usual = {
  acknowledge: { words: '已致电道歉，今天下午技师到场检查。' },
  investigate: {
    findings: '右前导向销缺油。',
    causeKind: 'repair',
    cause: '导向销没有润滑',
    responsibility: '机修一组',
  },
  propose: { solution: '免费返修', measure: '清洁润滑导向销，换片', customerAnswer: 'accepted' },
  reportBack: { how: 'phone', words: '已试车，没有异响。' },
  askSatisfaction: { satisfaction: 'satisfied' },
  noteLesson: { lesson: '换片作业表加一项：导向销润滑。' },
  close: {},
} as const;

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

describe('the closed loop', () => {
  test('CMP-05 CMP-06 CMP-07 CMP-08 CMP-11 every step on record leads to a closed complaint', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    const closed = await upTo(advisor, id, 'close');
    expect(closed).toMatchObject({
      state: 'closed',
      gate: { cause: true, measure: true, told: true, satisfaction: true, lesson: true },
      causeKind: 'repair',
      responsibility: '机修一组',
      customerAnswer: 'accepted',
      toldHow: 'phone',
      dueAt: null,
    });
    expect(closed.entries.map(({ step }) => step)).toEqual(['receive', ...Object.keys(usual)]);
    expect(clocksOf(closed)).toEqual({
      answer: 'kept',
      solve: 'kept',
      tell: 'kept',
      close: 'kept',
    });
    const watched = await advisor.call(routes.watch, { params: { complaintId: id }, body: {} });
    expect(watched).toMatchObject({ state: 'monitoring', watchUntil: '2027-02-19' });
  });

  for (const missing of ['cause', 'satisfaction', 'lesson'] as const) {
    test(`CMP-11 without ${missing} it cannot be closed`, async ({ shop }) => {
      const advisor = await shop.employee('advisor');
      const params = { complaintId: (await received(advisor)).id };
      const skipped = {
        cause: 'investigate',
        satisfaction: 'askSatisfaction',
        lesson: 'noteLesson',
      };
      for (const [step, body] of Object.entries(usual)) {
        if (step === 'close') break;
        const given =
          step === 'investigate' ? { findings: '还没有查到' } : { satisfaction: 'unreachable' };
        const sent = skipped[missing] === step ? given : body;
        if (missing === 'lesson' && step === 'noteLesson') continue;
        await take(advisor, step, params.complaintId, sent);
      }
      const shown = await advisor.call(routes.one, { params });
      expect(shown.gate).toMatchObject({ [missing]: false });
      expect(stepOf(shown, 'close')).toEqual({
        step: 'close',
        allowed: false,
        reason: `gate_${missing}`,
      });
      await expect(advisor.call(routes.close, { params, body: {} })).rejects.toMatchObject({
        status: 409,
        code: 'gate_open',
        errors: [{ pointer: `/gate/${missing}`, code: `needs_${missing}` }],
      });
    });
  }

  for (const last of ['acknowledge', 'investigate', 'propose'] as const) {
    test(`CMP-11 after ${last} alone it cannot be closed: the result was not told`, async ({
      shop,
    }) => {
      const advisor = await shop.employee('advisor');
      const shown = await upTo(advisor, (await received(advisor)).id, last);
      expect(stepOf(shown, 'close')?.allowed).toBe(false);
      const params = { complaintId: shown.id };
      await expect(advisor.call(routes.close, { params, body: {} })).rejects.toMatchObject({
        status: 409,
        code: 'step_not_allowed',
      });
    });
  }

  test('CMP-11 an exception is signed by a supervisor, with a reason', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const supervisor = await shop.employee('supervisor');
    const params = { complaintId: (await received(advisor)).id };
    const body = { reason: '客户撤回投诉，已来电说明。' };
    await expect(advisor.call(routes.closeByException, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    const closed = await supervisor.call(routes.closeByException, { params, body });
    expect(closed).toMatchObject({
      state: 'closed',
      exception: { reason: body.reason, byName: supervisor.name },
    });
    expect(clocksOf(closed)).toEqual({ answer: 'cancelled' });
  });

  test('CMP-09 not satisfied opens it again, and what was told has to be told anew', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const params = { complaintId: (await received(advisor)).id };
    await upTo(advisor, params.complaintId, 'reportBack');
    await shop.forward(20);
    const body = { satisfaction: 'unsatisfied', words: '第二天又响了' } as const;
    const reopened = await advisor.call(routes.askSatisfaction, { params, body });
    expect(reopened).toMatchObject({
      state: 'investigating',
      timesReopened: 1,
      gate: { told: false, satisfaction: false },
    });
    expect(clocksOf(reopened)).toMatchObject({ close: 'kept', solve: 'open' });
    expect(reopened.entries.at(-1)).toMatchObject({ step: 'reopen', words: '第二天又响了' });
  });

  test('CMP-10 the same kind about the same car within 90 days is linked', async ({ shop }) => {
    const { vehicleId } = await known(shop);
    const advisor = await shop.employee('advisor');
    const first = await received(advisor, { vehicleId });
    await upTo(advisor, first.id, 'close');
    await shop.forward(24 * 80);
    const again = await received(advisor, { vehicleId });
    expect(again).toMatchObject({
      repeatOfId: first.id,
      earlier: [{ id: first.id, isSameVehicle: true }],
    });
    expect((await received(advisor, { vehicleId, kind: 'price' })).repeatOfId).toBeNull();
    await upTo(advisor, again.id, 'close');
    await shop.forward(24 * 91);
    expect((await received(advisor, { vehicleId })).repeatOfId).toBeNull();
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
