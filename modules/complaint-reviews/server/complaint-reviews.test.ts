import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { endedVisit } from '#test/visit.ts';
import { analysisRoutes, type Figure, measureRoutes, reviewRoutes } from '../contract.ts';

const november = { grain: 'month', on: '2026-11-21' } as const;

/** Complaints of a month: three about repairs, of them one closed, one about a price; ten visits. */
async function aMonth(shop: TestShop) {
  const supervisor = await shop.employee('supervisor');
  const advisor = await shop.employee('advisor');
  let visit = await endedVisit(shop, advisor);
  for (let more = 0; more < 9; more++) visit = await endedVisit(shop, advisor);
  const { orderId } = visit;
  const first = await received(advisor, { orderId });
  await upTo(advisor, first.id, 'close');
  await received(advisor, { orderId });
  await received(advisor, {});
  const last = await received(advisor, { kind: 'price' });
  return { supervisor, advisor, first, last };
}
const figureOf = (figures: readonly Figure[], key: Figure['key']) =>
  figures.find((each) => each.key === key)!;
const behind = (by: TestEmployee, query: string) =>
  by.call(analysisRoutes.listRecords, {
    query: Object.fromEntries(new URLSearchParams(query)) as never,
  });
const made = (by: TestEmployee, more: object = {}) =>
  by.call(reviewRoutes.make, { body: { ...november, ...more } });
const dueOn = '2026-12-05';
const agreed = (by: TestEmployee, ownerId: string, more: object = {}) =>
  by.call(measureRoutes.agree, {
    body: {
      purpose: 'improvement',
      words: '换片作业表加一项：导向销润滑',
      kind: 'repairTechnique',
      ownerId,
      dueOn,
      ...more,
    },
  });

describe('analysis', () => {
  test('CMP-17 figures of a month name what they count and of how many', async ({ shop }) => {
    const { supervisor } = await aMonth(shop);
    const { figures, unitName } = await supervisor.call(analysisRoutes.show, { query: november });
    expect(unitName).toBe('试车行');
    expect(figureOf(figures, 'complaintRate')).toMatchObject({
      value: 4,
      of: 10,
      share: 0.4,
      target: 0.1,
      isTargetUpper: true,
    });
    expect(figureOf(figures, 'answeredInTime')).toMatchObject({ value: 1, of: 1, share: 1 });
    expect(figureOf(figures, 'satisfied')).toMatchObject({ value: 1, of: 1 });
    expect(figureOf(figures, 'resolved')).toMatchObject({ value: 1, of: 1, target: 0.9 });
  });

  test('CMP-17 a clock that ran out counts against its term, and its figure opens the late ones', async ({
    shop,
  }) => {
    const { supervisor } = await aMonth(shop);
    await shop.forward(25);
    const { figures } = await supervisor.call(analysisRoutes.show, { query: november });
    const answered = figureOf(figures, 'answeredInTime');
    expect(answered).toMatchObject({ value: 1, of: 4, share: 0.25 });
    expect((await behind(supervisor, answered.records)).items).toHaveLength(3);
  });

  test('CMP-14 every bar opens just the complaints that it counts', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const { paretos } = await supervisor.call(analysisRoutes.show, { query: november });
    expect(paretos.map(({ by }) => by)).toEqual([
      'kind',
      'cause',
      'shop',
      'advisor',
      'technician',
      'model',
    ]);
    for (const { by, total, rest, bars } of paretos) {
      expect(total, by).toBe(4);
      expect(rest, by).toBe(0);
      for (const bar of bars) {
        const { items } = await behind(supervisor, bar.records);
        expect(items, `${by} ${bar.key}`).toHaveLength(bar.complaints);
      }
    }
    expect(paretos[0]!.bars).toMatchObject([
      { key: 'repairTechnique', complaints: 3, cumulative: 0.75 },
      { key: 'price', complaints: 1, cumulative: 1 },
    ]);
    const own = paretos.find(({ by }) => by === 'advisor')!.bars;
    expect(own).toContainEqual(
      expect.objectContaining({ key: advisor.id, label: advisor.name, complaints: 2 }),
    );
  });

  test('CMP-14 whose work complaints are laid to is shown to who supervises alone', async ({
    shop,
  }) => {
    const { advisor } = await aMonth(shop);
    const { paretos } = await advisor.call(analysisRoutes.show, { query: november });
    expect(paretos.map(({ by }) => by)).toEqual(['kind', 'cause', 'shop', 'model']);
  });

  test('CMP-14 the trend has twelve months, and of few visits it says that it cannot judge', async ({
    shop,
  }) => {
    const { supervisor } = await aMonth(shop);
    const { trend } = await supervisor.call(analysisRoutes.show, { query: november });
    expect(trend.points).toHaveLength(12);
    expect(trend.points.at(-1)).toMatchObject({
      fromOn: '2026-11-01',
      complaints: 4,
      visits: 10,
      standing: 'tooFew',
    });
  });

  test('CMP-14 a sister shop is as unknown as none', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const [here, sister] = await sisterShops(shop);
    const { supervisor } = await aMonth(here);
    for (const orgUnitId of [sister.unitId, '01890000-0000-7000-8000-000000000000']) {
      const query = { ...november, orgUnitId };
      await expect(supervisor.call(analysisRoutes.show, { query })).rejects.toMatchObject({
        status: 404,
      });
    }
    const whole = await owner.call(analysisRoutes.show, { query: november });
    expect(figureOf(whole.figures, 'received').value).toBe(4);
    const beside = await (await sister.employee('supervisor')).call(analysisRoutes.show, {
      query: november,
    });
    expect(figureOf(beside.figures, 'received').value).toBe(0);
  });
});

describe('a meeting', () => {
  test('CMP-13 its pack stays as it was made, whatever comes in later', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const review = await made(supervisor);
    await received(advisor, {});
    const params = { complaintReviewId: review.id };
    const { pack } = await supervisor.call(reviewRoutes.one, { params });
    expect(figureOf(pack.figures, 'received').value).toBe(4);
    expect(pack.hotSpots[0]).toMatchObject({ key: 'repairTechnique', complaints: 3, before: 0 });
  });

  test('CMP-13 three different cases are put forward, each with its reason', async ({ shop }) => {
    const { supervisor, last } = await aMonth(shop);
    await supervisor.call(complaintRoutes.assess, {
      params: { complaintId: last.id },
      body: { severity: 'major', reason: '有媒体在问' },
    });
    const { pack } = await made(supervisor);
    expect(pack.cases[0]).toMatchObject({ id: last.id, reason: 'gravest' });
    expect(pack.cases.map(({ reason }) => reason)).toEqual(['gravest', 'cameBack', 'longestOpen']);
    expect(new Set(pack.cases.map(({ id }) => id)).size).toBe(3);
    expect(pack.cases[0]!.beginning).toContain('刹车异响');
  });

  test('CMP-13 what is overdue and what was closed by exception stands in the pack', async ({
    shop,
  }) => {
    const { supervisor, last } = await aMonth(shop);
    await supervisor.call(complaintRoutes.closeByException, {
      params: { complaintId: last.id },
      body: { reason: '客户撤回' },
    });
    await shop.forward(30);
    const { pack } = await made(supervisor);
    expect(pack.overdue.total).toBe(2);
    expect(pack.exceptions).toMatchObject({ total: 1, first: [{ id: last.id }] });
  });

  test('CMP-13 who is invited is told, and no stranger can be', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const review = await made(supervisor, { employeeIds: [advisor.id] });
    expect(review.people).toEqual([{ id: advisor.id, name: advisor.name }]);
    const { items } = await advisor.call(commitmentRoutes.listNotices, { query: {} });
    expect(items[0]).toMatchObject({ kind: 'complaintReviews.invited', aboutId: review.id });
    const stranger = '01890000-0000-7000-8000-000000000000';
    await expect(made(supervisor, { employeeIds: [stranger] })).rejects.toMatchObject({
      status: 422,
      code: 'employee_unknown',
    });
  });

  test('CMP-13 minutes are kept while they are written, and stand once it was held', async ({
    shop,
  }) => {
    const { supervisor } = await aMonth(shop);
    const review = await made(supervisor);
    const params = { complaintReviewId: review.id };
    const write = (minutes: string, version: number) =>
      supervisor.call(reviewRoutes.minute, { params, body: { minutes } }, { version });
    await expect(supervisor.call(reviewRoutes.hold, { params })).rejects.toMatchObject({
      code: 'minutes_missing',
    });
    const { version } = await write('导向销缺油是主因', review.version);
    await expect(write('另一个窗口', review.version)).rejects.toMatchObject({ status: 412 });
    const held = await supervisor.call(reviewRoutes.hold, { params });
    expect(held).toMatchObject({ state: 'held', minutes: '导向销缺油是主因' });
    await expect(write('改一改', version + 1)).rejects.toMatchObject({ status: 409 });
  });

  test('CMP-13 pack, minutes and measures are printed', async ({ shop }) => {
    const { supervisor, advisor, first } = await aMonth(shop);
    const review = await made(supervisor);
    await agreed(supervisor, advisor.id, { complaintReviewId: review.id });
    const reply = await supervisor.raw('GET', `/complaint-reviews/${review.id}/print.pdf`);
    expect(reply.statusCode).toBe(200);
    const text = (await readPdf(reply.rawPayload)).pages.join('');
    expect(text).toContain('投诉总结会议');
    expect(text).toContain('导向销润滑');
    expect(text).toContain(first.number);
  });

  test('CMP-14 a day beyond the calendar is refused and breaks nothing', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    for (const on of ['9999-12-31', '0001-01-01']) {
      const query = { grain: 'year', on } as const;
      const refused = { code: 'day_too_far' };
      await expect(supervisor.call(analysisRoutes.show, { query })).rejects.toMatchObject(refused);
      await expect(made(supervisor, { on })).rejects.toMatchObject(refused);
      const far = agreed(supervisor, supervisor.id, { dueOn: on });
      await expect(far).rejects.toMatchObject(refused);
    }
    const edge = { grain: 'year', on: '2199-12-31' } as const;
    const { trend } = await supervisor.call(analysisRoutes.show, { query: edge });
    expect(trend.points).toHaveLength(5);
  });

  test('CMP-13 a period that has not begun has no pack', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    await expect(made(supervisor, { on: '2027-01-01' })).rejects.toMatchObject({
      code: 'period_ahead',
    });
  });
});

describe('measures', () => {
  test('CMP-13 a measure is a promise of its owner, and kept when it is done', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const review = await made(supervisor);
    const measure = await agreed(supervisor, advisor.id, { complaintReviewId: review.id });
    expect(measure).toMatchObject({
      reviewId: review.id,
      clock: { state: 'open', ownerId: advisor.id, dueAt: '2026-12-05T16:00:00.000Z' },
    });
    const params = { complaintMeasureId: measure.id };
    const body = { result: '作业表已改，培训过了' };
    const other = await shop.employee('advisor');
    await expect(other.call(measureRoutes.finish, { params, body })).rejects.toMatchObject({
      status: 403,
      code: 'not_your_measure',
    });
    const done = await advisor.call(measureRoutes.finish, { params, body });
    expect(done).toMatchObject({
      state: 'done',
      doneOn: '2026-11-21',
      clock: { state: 'kept' },
      effect: { verdict: 'tooEarly' },
    });
  });

  test('CMP-13 one that is not done in time climbs to the supervisor', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    await agreed(supervisor, advisor.id, { dueOn: '2026-11-22' });
    await shop.forward(60);
    const { items } = await supervisor.call(measureRoutes.list, { query: { state: 'agreed' } });
    expect(items[0]!.clock).toMatchObject({ state: 'broken' });
    const told = await supervisor.call(commitmentRoutes.listNotices, { query: {} });
    expect(told.items.map(({ aboutId }) => aboutId)).toContain(items[0]!.id);
  });

  test('CMP-13 another date moves the promise, another owner takes it over', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const measure = await agreed(supervisor, advisor.id);
    const other = await shop.employee('followUpAgent');
    const after = await supervisor.call(
      measureRoutes.change,
      {
        params: { complaintMeasureId: measure.id },
        body: { ownerId: other.id, dueOn: '2026-12-20' },
      },
      { version: measure.version },
    );
    expect(after.clock).toMatchObject({ ownerId: other.id, dueAt: '2026-12-20T16:00:00.000Z' });
  });

  test('CMP-13 what is dropped keeps its reason and its promise ends', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    const { id } = await agreed(supervisor, advisor.id);
    const params = { complaintMeasureId: id };
    const body = { reason: '设备停产' };
    const dropped = await supervisor.call(measureRoutes.drop, { params, body });
    expect(dropped).toMatchObject({
      state: 'dropped',
      result: '设备停产',
      clock: { state: 'cancelled' },
    });
    await expect(supervisor.call(measureRoutes.drop, { params, body })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('CMP-13 a technician, who handles no complaints, cannot be held to one', async ({
    shop,
  }) => {
    const supervisor = await shop.employee('supervisor');
    const technician = await shop.employee('technician');
    await expect(agreed(supervisor, technician.id)).rejects.toMatchObject({
      code: 'owner_unknown',
    });
    await expect(agreed(supervisor, supervisor.id, { dueOn: '2026-11-01' })).rejects.toMatchObject({
      code: 'in_past',
    });
  });

  test('CMP-13 its effect compares that kind before and after by visits', async ({ shop }) => {
    const { supervisor, advisor } = await aMonth(shop);
    for (let more = 0; more < 5; more++) await received(advisor, {});
    await shop.forward(24);
    const { id } = await agreed(supervisor, advisor.id);
    const params = { complaintMeasureId: id };
    await advisor.call(measureRoutes.finish, { params, body: { result: '做了' } });
    for (let day = 0; day < 10; day++) {
      await shop.forward(24);
      await endedVisit(shop, advisor);
    }
    await received(advisor, { kind: 'price' });
    await shop.forward(24 * 22);
    const { items } = await supervisor.call(measureRoutes.list, { query: {} });
    expect(items[0]!.effect).toMatchObject({
      verdict: 'fell',
      before: { complaints: 8, visits: 10, untilOn: '2026-11-21' },
      after: { complaints: 0, visits: 10, fromOn: '2026-11-23' },
      ratio: 0,
      low: 0,
    });
    expect(items[0]!.effect!.high).toBeCloseTo(0.5858, 4);
  });

  test('CMP-15 a prevention plan names its risk, how it is checked and what customers are told', async ({
    shop,
  }) => {
    const supervisor = await shop.employee('supervisor');
    const plan = {
      purpose: 'prevention',
      qualityControl: '交车前抽查一成',
      education: '新换的刹车片前 300 公里请避免急刹。',
    };
    await expect(agreed(supervisor, supervisor.id, plan)).rejects.toMatchObject({
      code: 'risk_needed',
    });
    const riskArea = '换片后异响';
    const made = await agreed(supervisor, supervisor.id, { ...plan, riskArea });
    expect(made).toMatchObject({ riskArea, ...plan, reviewId: null });
    const query = { purpose: 'prevention' } as const;
    expect((await supervisor.call(measureRoutes.list, { query })).items).toHaveLength(1);
  });
});
