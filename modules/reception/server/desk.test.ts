import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { carOf, orderOf } from './car.fixture.ts';

describe('the desk', () => {
  test('WSH-01 it shows the cars in the shop and the promises that press', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const owned = await carOf(shop);
    await orderOf(shop, owned, advisor.id);
    await orderOf(shop, owned, advisor.id, { number: 'GD261120-009', state: 'delivered' });
    const promise = {
      rule: 'test.rule',
      aboutType: 'customer',
      aboutId: owned.customer.id,
      startedAt: shop.now,
      sum: [],
    };
    await shop.write((work) =>
      work.insertAll('commitments', [
        { ...promise, dueAt: new Date(shop.now.getTime() - 3_600_000), state: 'broken' },
        {
          ...promise,
          rule: 'test.later',
          dueAt: new Date(shop.now.getTime() + 3_600_000),
          state: 'open',
        },
      ]),
    );
    const reply = await advisor.raw('GET', '/reception-desk');
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
    expect(reply.json()).toMatchObject({
      carCount: 1,
      cars: [{ number: 'GD261121-001', plate: '京A12345', advisorName: advisor.name }],
      promises: [{ rule: 'test.rule', state: 'broken', subject: '张三' }],
    });
  });
});
