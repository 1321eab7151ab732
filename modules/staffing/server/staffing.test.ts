import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { staffRoutes } from '#modules/people/contract.ts';
import { cookieName } from '#modules/people/server/index.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type PostKey, staffingRoutes as routes } from '../contract.ts';

const of = ({ id }: { id: string }) => ({ employeeId: id });
const hold = (by: TestEmployee, who: { id: string }, postKey: PostKey, isDedicated = false) =>
  by.call(routes.hold, { params: of(who), body: { postKey, isDedicated } });
const paper = {
  name: '机动车维修技术人员从业资格证',
  number: 'SZ-2024-0417',
  issuer: '深圳市交通运输局',
  issuedOn: '2024-01-10',
  expiresOn: '2027-01-10',
  fileId: null,
};

describe('posts', () => {
  test('ORG-04 every post has duties and qualifications, the agent the four qualities', async ({
    shop,
  }) => {
    const anyone = await shop.employee('technician');
    const { items } = await anyone.call(routes.listPosts, {});
    expect(items).toHaveLength(13);
    expect(items.every((post) => post.duties.length > 0 && post.qualifications.length > 0)).toBe(
      true,
    );
    const agent = items.find(({ key }) => key === 'customerAgent');
    expect(agent?.qualities.map(({ name }) => name)).toEqual([
      '心理素质',
      '品德素质',
      '技术素质',
      '综合素质',
    ]);
  });

  test('ORG-04 a house words a post anew; who saw an older wording is told, and it is kept', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const body = { duties: ['每天回访二十位客户'], qualifications: ['普通话'], qualities: [] };
    const params = { postKey: 'customerAgent' as const };
    const change = () => owner.call(routes.changePost, { params, body }, { version: 1 });
    expect(await change()).toMatchObject({ version: 2, duties: ['每天回访二十位客户'] });
    await expect(change()).rejects.toMatchObject({ status: 412 });
    const { items } = await owner.call(routes.listVersions, { params });
    expect(items).toMatchObject([
      { version: 2, byName: owner.name },
      { version: 1, at: null },
    ]);
    const advisor = await shop.employee('advisor');
    await expect(
      advisor.call(routes.changePost, { params, body }, { version: 2 }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('ORG-04 an agent is assessed by all four qualities, of a post that he holds, by another', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const agent = await shop.employee('followUpAgent');
    const four = ['psychological', 'moral', 'technical', 'overall'].map((quality) => {
      return { quality, score: 4 };
    });
    const assess = (scores: typeof four, who = agent) =>
      owner.call(routes.assess, { params: of(who), body: { postKey: 'customerAgent', scores } });
    await expect(assess(four)).rejects.toMatchObject({ code: 'post_not_held' });
    await hold(owner, agent, 'customerAgent');
    await expect(assess(four.slice(1))).rejects.toMatchObject({ code: 'qualities_incomplete' });
    await expect(assess(four, owner)).rejects.toMatchObject({ code: 'not_oneself' });
    const { assessments } = await assess(four);
    expect(assessments).toMatchObject([{ postKey: 'customerAgent', byName: owner.name }]);
  });

  test('ORG-05 who is dedicated to a post holds no other', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const inspector = await shop.employee('inspector');
    const { holdings } = await hold(owner, inspector, 'outgoingInspector', true);
    await expect(hold(owner, inspector, 'technician')).rejects.toMatchObject({
      code: 'dedicated_already',
    });
    const params = { postHoldingId: holdings[0]!.id };
    await owner.call(routes.endHolding, { params });
    await expect(owner.call(routes.endHolding, { params })).rejects.toMatchObject({
      code: 'holding_over',
    });
    expect((await hold(owner, inspector, 'technician')).holdings).toHaveLength(2);
  });
});

describe('staffing', () => {
  test('ORG-05 a shop’s people against the standard of its class, dedicated ones apart', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = await owner.call(routes.standing, {});
    expect(first.items).toMatchObject([{ shopClass: null, posts: [] }]);
    const params = { orgUnitId: shop.unitId };
    await owner.call(routes.classify, { params, body: { shopClass: 'C' } });
    await hold(owner, await shop.employee('technician'), 'technician');
    await hold(owner, await shop.employee('inspector'), 'outgoingInspector');
    const gaps = async () => {
      const { items } = await owner.call(routes.standing, {});
      const posts = items[0]!.posts.map(({ postKey, missing }) => [postKey, missing]);
      return Object.fromEntries(posts);
    };
    expect(await gaps()).toMatchObject({ technician: 2, outgoingInspector: 1, serviceManager: 1 });
    const standard = [
      {
        shopClass: 'C' as const,
        posts: [{ postKey: 'technician' as const, count: 1, isDedicated: false }],
      },
    ];
    await owner.call(routes.changeStandard, { body: { standard } }, { version: first.version });
    expect(await gaps()).toEqual({ technician: 0 });
  });

  test('ORG-05 a shop sees its own standing alone, and sets no standard for the house', async ({
    shop,
  }) => {
    const [here] = await sisterShops(shop);
    const manager = await here.employee('owner');
    const { items } = await manager.call(routes.standing, {});
    expect(items.map(({ orgUnitId }) => orgUnitId)).toEqual([here.unitId]);
    const set = manager.call(routes.changeStandard, { body: { standard: [] } }, { version: 0 });
    await expect(set).rejects.toMatchObject({ status: 403, code: 'whole_house_needed' });
  });
});

describe('certificates', () => {
  test('ORG-05 a month before one expires the manager is warned; renewed, the deadline moves', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const technician = await shop.employee('technician');
    const params = of(technician);
    const added = await owner.call(routes.addCertificate, { params, body: paper });
    await shop.moveTo('2026-12-12T08:00:00.000Z');
    const due = await owner.call(commitmentRoutes.list, { query: { state: 'unsettled' } });
    expect(due.items).toMatchObject([{ rule: 'staffing.renewCertificate' }]);
    const cookie = `${cookieName(false)}=${await shop.signIn(due.items[0]!.ownerId!)}`;
    const bell = await shop.http.inject({ url: '/api/v1/notices', headers: { cookie } });
    expect(bell.json().items).toMatchObject([
      { kind: 'commitment.warned', facts: { rule: 'staffing.renewCertificate' } },
    ]);
    const list = await owner.call(routes.listCertificates, {
      query: { expiresBefore: '2027-02-01' },
    });
    expect(list.items).toMatchObject([{ id: added.id, employeeName: technician.name }]);
    await owner.call(
      routes.changeCertificate,
      { params: { certificateId: added.id }, body: { ...paper, expiresOn: '2030-01-10' } },
      { version: added.version },
    );
    const open = await owner.call(commitmentRoutes.list, { query: { state: 'unsettled' } });
    expect(open.items).toMatchObject([{ dueAt: '2030-01-09T16:00:00.000Z' }]);
  });

  test('ORG-07 a leaver’s posts end, and nobody renews his papers', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const technician = await shop.employee('technician');
    const params = of(technician);
    await owner.call(routes.addCertificate, { params, body: paper });
    await hold(owner, technician, 'technician');
    await owner.call(staffRoutes.leave, { params, body: {} });
    await shop.settle();
    const { holdings } = await owner.call(routes.person, { params });
    expect(holdings[0]?.untilOn).not.toBeNull();
    const open = await owner.call(commitmentRoutes.list, { query: { state: 'unsettled' } });
    expect(open.items).toEqual([]);
  });

  test('ORG-05 a certificate that ends before it begins is refused, a withdrawn one is over', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const params = of(await shop.employee('technician'));
    const backwards = { ...paper, issuedOn: '2027-02-01' };
    await expect(
      owner.call(routes.addCertificate, { params, body: backwards }),
    ).rejects.toMatchObject({ code: 'span_backwards' });
    const { id } = await owner.call(routes.addCertificate, { params, body: paper });
    const which = { params: { certificateId: id } };
    expect(await owner.call(routes.withdrawCertificate, which)).toMatchObject({
      isWithdrawn: true,
    });
    await expect(owner.call(routes.withdrawCertificate, which)).rejects.toMatchObject({
      code: 'certificate_withdrawn',
    });
  });
});
