import { expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { followUpRoutes, loadRoutes as routes } from '../contract.ts';

test('FUP-11 the supervisor sees each one’s load and shares it in one step; promises go along', async ({
  shop,
}) => {
  const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
  const supervisor = await shop.employee('supervisor');
  for (const name of ['王秀英', '赵敏', '李强']) await endedVisit(shop, advisor, { name });
  const [one, two] = [await shop.employee('followUpAgent'), await shop.employee('followUpAgent')];
  await shop.moveTo('2026-11-30T03:00:00.000Z');
  const loadOf = async (agentId: string) =>
    (await supervisor.call(routes.list, {})).items.find((load) => load.agentId === agentId);
  expect(await loadOf(agent.id)).toMatchObject({ open: 6, due: 3, overdue: 3, mayCall: true });
  expect(await loadOf(one.id)).toMatchObject({ open: 0, name: one.name });
  const body = { fromId: agent.id, toIds: [one.id, two.id] };
  expect(await supervisor.call(routes.share, { body })).toEqual({ moved: 6 });
  expect([await loadOf(one.id), await loadOf(two.id)]).toMatchObject([{ open: 3 }, { open: 3 }]);
  const { items } = await supervisor.call(commitmentRoutes.list, {
    query: { rule: 'followUps.contact' },
  });
  expect(new Set(items.map(({ ownerId }) => ownerId))).toEqual(new Set([one.id, two.id]));
  await expect(supervisor.call(routes.share, { body })).rejects.toMatchObject({
    code: 'nothing_to_share',
  });
});

test('FUP-11 nothing goes to the advisor who served, to who may not call, or from another house', async ({
  shop,
}) => {
  const both = await shop.employee('advisor', 'followUpAgent');
  const agent = await shop.employee('followUpAgent');
  const supervisor = await shop.employee('supervisor');
  const visit = await endedVisit(shop, both);
  const share = (fromId: string, ...toIds: string[]) =>
    supervisor.call(routes.share, { body: { fromId, toIds } });
  await expect(share(agent.id, both.id)).rejects.toMatchObject({ code: 'nothing_to_share' });
  const technician = await shop.employee('technician');
  await expect(share(agent.id, technician.id)).rejects.toMatchObject({
    errors: [{ pointer: '/toIds', code: 'agent_cannot_call' }],
  });
  const stranger = await (await TestShop.open()).employee('supervisor');
  await expect(
    stranger.call(routes.share, { body: { fromId: agent.id, toIds: [stranger.id] } }),
  ).rejects.toMatchObject({ code: 'nothing_to_share' });
  await expect(agent.call(routes.list, {})).rejects.toMatchObject({ status: 403 });
  const { items } = await agent.call(followUpRoutes.list, { query: { orderId: visit.orderId } });
  expect(items.map(({ agentId }) => agentId)).toEqual([agent.id, agent.id]);
});
