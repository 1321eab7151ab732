import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';

const figure = (text: string, name: string) =>
  Number(new RegExp(`^jingming_${name} (\\S+)$`, 'm').exec(text)?.[1]);

describe('figures for whoever runs this', () => {
  test('D-74 a task that waits is seen, and how long it has been waiting', async ({ shop }) => {
    await shop.write((work) =>
      work.later({ name: 'nobody.knowsThis' }, {}, new Date(Date.now() - 90_000)),
    );
    const { body } = await shop.http.inject('/metrics');
    expect(figure(body, 'tasks_due')).toBeGreaterThan(0);
    expect(figure(body, 'oldest_task_seconds')).toBeGreaterThanOrEqual(90);
    expect(figure(body, 'database_connections')).toBeGreaterThan(0);
    expect(body).not.toContain(shop.tenantId);
  });

  test('D-74 only this machine reads them: what a proxy brings from elsewhere finds nothing', async ({
    shop,
  }) => {
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const headers = { [name]: '203.0.113.7' };
      const reply = await shop.http.inject({ url: '/metrics', headers });
      expect([name, reply.statusCode]).toEqual([name, 404]);
    }
    const reply = await shop.http.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
    expect(reply.statusCode).toBe(404);
  });
});
