import { describe, expect } from 'vitest';
import { analysisRoutes } from '#modules/complaint-reviews/contract.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type Complaint, type Judgement, complaintRoutes as routes } from '../contract.ts';
import { shippedNodes, sourceOfFirst } from '../contract-trees-data.ts';
import { received, stepOf, take, upTo, usual } from './complaints.fixture.ts';
import { task } from './work.fixture.ts';

const add = (by: TestEmployee, complaintId: string, kind: 'price' | 'parts', what: string) =>
  by.call(routes.addPoint, { params: { complaintId }, body: { kind, what } });
const judge = (by: TestEmployee, { id, points }: Complaint, at: number, body: Judgement) =>
  by.call(routes.judgePoint, {
    params: { complaintId: id, complaintPointId: points[at]!.id },
    body,
  });
const founded: Judgement = {
  outcome: 'founded',
  causeKind: 'serviceProcess',
  causeKey: 'quotation',
  cause: '加项没有先问客户',
  responsibility: '前台',
};

describe('points', () => {
  test('CMP-02 a complaint begins with one point, of the class in which it was received', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { points } = await received(advisor, { kind: 'parts', classKey: 'wrongPart' });
    expect(points).toMatchObject([
      {
        position: 1,
        kind: 'parts',
        classKey: 'wrongPart',
        classOfS1: 'productQuality',
        outcome: null,
      },
    ]);
  });

  test('CMP-02 a class of another kind is refused, at the register and for a point', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await expect(received(advisor, { kind: 'price', classKey: 'noise' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/classKey', code: 'class_unknown' }],
    });
    const { id } = await received(advisor);
    const body = { kind: 'price', what: '多收钱', classKey: 'quotation' } as const;
    await expect(
      advisor.call(routes.addPoint, { params: { complaintId: id }, body }),
    ).rejects.toMatchObject({ status: 422, errors: [{ code: 'class_unknown' }] });
  });

  test('CMP-06 CMP-11 it is not closed before each of its points is judged', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await add(advisor, id, 'price', '结账多收一百元');
    const told = await upTo(advisor, id, 'noteLesson');
    expect(told.points.map(({ outcome }) => outcome)).toEqual(['founded', null]);
    expect(stepOf(told, 'close')).toMatchObject({ allowed: false, reason: 'gate_cause' });
    const found = await judge(advisor, told, 1, founded);
    expect(found.points[1]).toMatchObject({
      ...founded,
      judgedByName: advisor.name,
      what: '结账多收一百元',
    });
    expect(await take(advisor, 'close', id, {})).toMatchObject({ state: 'closed' });
  });

  test('CMP-06 the investigation says of each point what was found', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await add(advisor, id, 'price', '结账多收一百元');
    const { points } = await upTo(advisor, id, 'acknowledge');
    const shown = await advisor.call(routes.investigate, {
      params: { complaintId: id },
      body: {
        findings: '看了工单和录音。',
        points: [
          { complaintPointId: points[0]!.id, outcome: 'unfounded' },
          { complaintPointId: points[1]!.id, ...founded },
        ],
      },
    });
    expect(shown.points).toMatchObject([{ outcome: 'unfounded' }, founded]);
    expect(shown).toMatchObject({ state: 'investigating', gate: { cause: true } });
  });

  test('CMP-06 what is founded has a cause, of the second level below its first', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const shown = await upTo(advisor, (await received(advisor)).id, 'acknowledge');
    const without = judge(advisor, shown, 0, { outcome: 'partly' });
    await expect(without).rejects.toMatchObject({
      status: 422,
      errors: [{ code: 'cause_needed' }],
    });
    const astray = judge(advisor, shown, 0, { ...founded, causeKind: 'design' });
    await expect(astray).rejects.toMatchObject({
      status: 422,
      errors: [{ code: 'cause_unknown' }],
    });
  });

  test('CMP-06 a point is judged no sooner than the customer was answered, and not behind the person’s back', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const made = await received(advisor);
    await expect(judge(advisor, made, 0, founded)).rejects.toMatchObject({ status: 409 });
    await upTo(advisor, made.id, 'acknowledge');
    await task(advisor, made.id, { purpose: 'statement' });
    await expect(judge(advisor, made, 0, founded)).rejects.toMatchObject({
      status: 409,
      code: 'statement_outstanding',
    });
  });

  test('CMP-02 in another class its first point carries the kind of the complaint with it', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id, points } = await received(advisor);
    const shown = await advisor.call(routes.classifyPoint, {
      params: { complaintId: id, complaintPointId: points[0]!.id },
      body: { kind: 'timeliness', classKey: 'noReply' },
    });
    expect(shown).toMatchObject({
      kind: 'timeliness',
      classOfS1: 'serviceAttitude',
      points: [{ kind: 'timeliness', classKey: 'noReply' }],
    });
  });

  test('CMP-14 bars by class and by cause count points, all others complaints', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    const shown = await add(advisor, id, 'price', '结账多收一百元');
    await upTo(advisor, id, 'investigate');
    await judge(advisor, shown, 1, founded);
    const { paretos } = await advisor.call(analysisRoutes.show, {});
    const barsBy = (by: string) =>
      paretos.find((each) => each.by === by)?.bars.map(({ key, complaints }) => [key, complaints]);
    expect(barsBy('kind')).toEqual([
      ['price', 1],
      ['repairTechnique', 1],
    ]);
    expect(barsBy('cause')).toEqual([
      ['repair', 1],
      ['serviceProcess', 1],
    ]);
    expect(paretos.find(({ by }) => by === 'shop')).toMatchObject({ total: 1 });
    const behind = { fromOn: '2026-11-01', untilOn: '2026-11-30', by: 'cause' } as const;
    const query = { ...behind, key: 'serviceProcess' };
    const { items } = await advisor.call(analysisRoutes.listRecords, { query });
    expect(items.map((item) => item.id)).toEqual([id]);
  });

  test('another handler’s points are his', async ({ shop }) => {
    const [handler, other] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const shown = await upTo(handler, (await received(handler)).id, 'acknowledge');
    await expect(judge(other, shown, 0, founded)).rejects.toMatchObject({ status: 403 });
    expect(await other.call(routes.one, { params: { complaintId: shown.id } })).toMatchObject({
      mayJudge: false,
      mayAddPoints: false,
    });
  });
});

describe('the trees', () => {
  test('CMP-02 CMP-06 every first level and every node is shipped with its source', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { firsts, nodes } = await advisor.call(routes.trees, {});
    expect(nodes).toHaveLength(shippedNodes.length);
    expect(nodes.every(({ source }) => source !== '')).toBe(true);
    for (const { key, source } of firsts) expect(source).toBe(sourceOfFirst[key]);
    for (const { tree, key } of firsts) {
      expect(
        nodes.some((node) => node.tree === tree && node.under === key),
        key,
      ).toBe(true);
    }
  });

  test('CMP-02 the house adds a class of its own and retires it; what bears it keeps its name', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const body = { tree: 'class', under: 'price', name: '会员价没算' } as const;
    const { nodes } = await owner.call(routes.addNode, { body });
    const { key } = nodes.find(({ name }) => name === '会员价没算')!;
    const { id } = await received(advisor, { kind: 'price', classKey: key });
    await owner.call(routes.retireNode, { body: { key, isRetired: true } });
    await expect(received(advisor, { kind: 'price', classKey: key })).rejects.toMatchObject({
      status: 422,
      errors: [{ code: 'class_unknown' }],
    });
    const shown = await advisor.call(routes.one, { params: { complaintId: id } });
    expect(shown.points).toMatchObject([{ classKey: key, className: '会员价没算' }]);
    await owner.call(routes.retireNode, { body: { key, isRetired: false } });
    await received(advisor, { kind: 'price', classKey: key });
  });

  test('CMP-02 a name twice and a first level that is none are refused, and an advisor changes nothing', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const body = { tree: 'cause', under: 'repair', name: '设备没校准' } as const;
    await owner.call(routes.addNode, { body });
    await expect(owner.call(routes.addNode, { body })).rejects.toMatchObject({
      errors: [{ code: 'node_named_twice' }],
    });
    const astray = { ...body, under: 'price' } as const;
    await expect(owner.call(routes.addNode, { body: astray })).rejects.toMatchObject({
      errors: [{ code: 'node_under_unknown' }],
    });
    const advisor = await shop.employee('advisor');
    await expect(advisor.call(routes.addNode, { body })).rejects.toMatchObject({ status: 403 });
  });
});

test('CMP-02 one tree for all: a shop below the top reads it and cannot change it', async ({
  shop,
}) => {
  const [one] = await sisterShops(shop);
  const top = await shop.employee('owner');
  const below = await one.employee('owner');
  const body = { tree: 'class', under: 'other', name: '停车收费' } as const;
  await top.call(routes.addNode, { body });
  const read = await below.call(routes.trees, {});
  expect(read).toMatchObject({ mayChange: false });
  expect(read.nodes.at(-1)).toMatchObject({ name: '停车收费', isShipped: false });
  await expect(below.call(routes.addNode, { body })).rejects.toMatchObject({
    status: 403,
    code: 'tree_of_the_house',
  });
});

test('CMP-11 the usual way judges the one point that there is', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const { points } = await upTo(advisor, (await received(advisor)).id, 'close');
  const { causeKind, cause, responsibility } = usual.investigate;
  expect(points).toMatchObject([{ outcome: 'founded', causeKind, cause, responsibility }]);
});
