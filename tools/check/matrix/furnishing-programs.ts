import { inboundRoutes, webhookRoutes } from '#modules/webhooks/contract.ts';
import { newId } from '#platform/ids.ts';
import { mostAttempts } from '#platform/task-failures.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';

/** A webhook with something to deliver again, and a door for another program. */
export async function letProgramsIn(shop: TestShop, owner: TestEmployee): Promise<void> {
  const body = { name: '报表平台', url: 'https://example.org/hook' };
  const { id: webhookId } = await owner.call(webhookRoutes.add, {
    body: { ...body, kinds: ['serviceOrder.received'] },
  });
  await owner.call(inboundRoutes.add, { body: { name: '官网', source: 'complaints' } });
  await shop.write((work) =>
    work.insert('webhookDeliveries', {
      webhookId,
      eventId: newId(work.now),
      kind: 'serviceOrder.received',
      body: '{}',
      state: 'failed',
    }),
  );
}

/** What needs a carrier or another day: a message that failed, a notice at the bell, a task given up. */
export async function putIn(
  shop: TestShop,
  owner: TestEmployee,
  customerId: string,
): Promise<void> {
  await shop.write(async (work) => {
    await work.insert('messages', {
      customerId,
      direction: 'out',
      channel: 'email',
      purpose: 'service',
      body: '您的车已经修好',
      state: 'failed',
    });
    await work.insert('tasks', {
      name: 'webhooks.send',
      isErrand: true,
      data: JSON.stringify({ deliveryId: newId(work.now) }),
      runAt: work.now,
      attempts: mostAttempts,
      lastError: 'Error: not reached',
    });
    await work.insert('notices', {
      employeeId: owner.id,
      kind: 'commitments.broken',
      aboutType: 'complaint',
      aboutId: newId(work.now),
      facts: '{}',
    });
  });
}
