import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { campaignRoutes, replyRoutes as routes } from '../contract.ts';
import { campaignTemplate, everybody } from './campaigns.fixture.ts';

async function anEvent(shop: TestShop, capacity: number) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const agent = await shop.employee('followUpAgent');
  const happensAt = new Date(shop.now.getTime() + 20 * 86_400_000).toISOString();
  const { id: campaignId } = await writer.call(campaignRoutes.write, {
    body: {
      ...{ kind: 'event', name: '客户联谊会', content: '免费检测' },
      segmentId: await everybody(writer),
      templateId: await campaignTemplate(writer),
      event: { happensAt, place: '客户休息区', capacity },
    },
  });
  const params = { campaignId };
  await writer.call(campaignRoutes.examine, { params });
  await shop.settle();
  const approve = () => boss.call(campaignRoutes.approve, { params });
  const guest = async (name: string) =>
    (await boss.call(customerRoutes.add, { body: { name, phone: '13800138001' } })).id;
  const answer = (customerId: string, seats: number) => {
    const said = seats === 0 ? { isComing: false } : { isComing: true, seats };
    return agent.call(routes.answer, { params, body: { customerId, ...said } });
  };
  const signIn = (customerId: string, seats: number) =>
    agent.call(routes.signIn, { params, body: { customerId, seats } });
  const seats = () => agent.call(routes.seats, { params });
  return { ...{ boss, agent, params, happensAt, approve, guest, answer, signIn, seats } };
}

test('FUP-08 seats are given out in order, never more than there are; who gives his back lets the next one in', async ({
  shop,
}) => {
  const { approve, guest, answer, seats, agent, params } = await anEvent(shop, 3);
  const [first, second, third] = [await guest('王丽'), await guest('李强'), await guest('赵敏')];
  await expect(answer(first, 1)).rejects.toMatchObject({ status: 409, code: 'campaign_not_open' });
  await approve();
  expect(await answer(first, 2)).toMatchObject({ state: 'coming', seats: 2 });
  expect(await answer(second, 2)).toMatchObject({ state: 'waiting', place: 1 });
  expect(await answer(third, 1)).toMatchObject({ state: 'waiting', place: 2 });
  expect(await seats()).toMatchObject({ capacity: 3, taken: 2, waiting: 3, declined: 0 });
  expect(await answer(first, 0)).toMatchObject({ state: 'declined', seats: 0 });
  const { items } = await agent.call(routes.list, { params, query: {} });
  expect(items).toMatchObject([
    { customerName: '王丽', state: 'declined' },
    { customerName: '李强', state: 'coming', seats: 2 },
    { customerName: '赵敏', state: 'coming', seats: 1 },
  ]);
  expect(await seats()).toMatchObject({ taken: 3, waiting: 0, declined: 1 });
});

test('FUP-08 of ten who answer at once, as many come as there are seats', async ({ shop }) => {
  const { approve, guest, answer, seats } = await anEvent(shop, 4);
  await approve();
  const guests: string[] = [];
  for (let at = 0; at < 10; at += 1) guests.push(await guest(`来宾${at}`));
  const answers = await Promise.all(guests.map((customerId) => answer(customerId, 1)));
  expect(answers.filter(({ state }) => state === 'coming')).toHaveLength(4);
  expect(await seats()).toMatchObject({ taken: 4, waiting: 6 });
});

test('FUP-08 the door opens on the day: with whom he really came, as far as seats are free', async ({
  shop,
}) => {
  const { approve, guest, answer, signIn, seats, happensAt } = await anEvent(shop, 4);
  await approve();
  const [first, unasked] = [await guest('王丽'), await guest('李强')];
  await answer(first, 2);
  await expect(signIn(first, 2)).rejects.toMatchObject({ status: 409, code: 'campaign_not_today' });
  await shop.moveTo(happensAt);
  expect(await signIn(first, 3)).toMatchObject({ state: 'coming', seats: 3, cameSeats: 3 });
  await expect(signIn(unasked, 2)).rejects.toMatchObject({ status: 409, code: 'campaign_full' });
  expect(await signIn(unasked, 1)).toMatchObject({ state: 'coming', cameSeats: 1 });
  expect(await seats()).toMatchObject({ taken: 4, came: 4, isDoorOpen: true });
});
