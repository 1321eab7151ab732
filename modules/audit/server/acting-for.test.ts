import { expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { staffRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { auditRoutes } from '../contract.ts';

const dayMs = 86_400_000;

/** An order of an advisor who is away, and a colleague who is named in his stead. */
async function away(shop: TestShop) {
  const visit = await Visit.begin(shop);
  await visit.receive();
  const [owner, standIn, colleague] = [
    await shop.employee('owner'),
    await shop.employee('advisor'),
    await shop.employee('advisor'),
  ];
  await owner.call(staffRoutes.nameStandIn, {
    params: { employeeId: visit.advisor.id },
    body: {
      standInId: standIn.id,
      fromAt: shop.now.toISOString(),
      untilAt: new Date(shop.now.getTime() + dayMs).toISOString(),
    },
  });
  const wait = (by: typeof standIn, waitingFor: 'parts' | 'bay' | 'customer') =>
    by.call(serviceOrderRoutes.wait, { params: visit.params, body: { waitingFor } });
  const acted = async (aboutId: string) => {
    const { items } = await owner.call(auditRoutes.list, { query: { aboutId } });
    return items.map(({ actorName, actingForName }) => [actorName, actingForName]);
  };
  return { visit, owner, standIn, colleague, wait, acted };
}

test('ORG-06 what a stand-in does to what lies with the absent one is on record as done in his stead; a colleague acts for himself', async ({
  shop,
}) => {
  const { visit, standIn, colleague, wait, acted } = await away(shop);
  await wait(standIn, 'parts');
  await wait(colleague, 'bay');
  await wait(visit.advisor, 'customer');
  expect((await acted(visit.order.id)).slice(0, 3)).toEqual([
    [visit.advisor.name, null],
    [colleague.name, null],
    [standIn.name, visit.advisor.name],
  ]);
  await shop.forward(25);
  await wait(standIn, 'parts');
  expect((await acted(visit.order.id))[0], 'his time is over').toEqual([standIn.name, null]);
});

test('ORG-06 what is the stand-in’s own, and what lies with nobody, he does in his own name', async ({
  shop,
}) => {
  const { standIn, acted } = await away(shop);
  const complaint = await standIn.call(complaintRoutes.receive, {
    body: {
      ...{ channel: 'phone', complainantName: '单小红', complainantPhone: '13871234567' },
      ...{ kind: 'serviceAttitude', content: '等了两个小时没有人说一声' },
    } as never,
  });
  for (const [, absent] of await acted(complaint.id)) expect(absent).toBeNull();
});
