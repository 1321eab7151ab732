import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { Database } from '#platform/database.ts';
import { testClock } from '#test/server.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { buildApp } from '../../../server/app.ts';
import { startRelay } from '../../../server/relay.ts';
import {
  colleagueRoutes,
  entranceRoutes,
  factorRoutes,
  peopleRoutes,
  signInRuleRoutes,
  staffRoutes,
} from '../contract.ts';
import { Visitor, withLogin, withTotp } from './visitor.fixture.ts';

const signedOut = { status: 401 };

test('G-47 all other devices end at once, this one goes on', async ({ shop }) => {
  const { username } = await withLogin(shop, 'advisor');
  const [desk, tablet, phone] = [new Visitor(shop), new Visitor(shop), new Visitor(shop)];
  for (const one of [desk, tablet, phone]) await one.signIn(username);
  expect(await desk.call(peopleRoutes.revokeOtherSessions, {})).toEqual({ ended: 2 });
  for (const one of [tablet, phone])
    await expect(one.call(peopleRoutes.session, {})).rejects.toMatchObject(signedOut);
  await desk.call(peopleRoutes.session, {});
  expect(await desk.call(peopleRoutes.revokeOtherSessions, {})).toEqual({ ended: 0 });
});

test('G-47 the owner signs a colleague out everywhere; nobody does so to one above him', async ({
  shop,
}) => {
  const { id, username, owner } = await withLogin(shop, 'advisor');
  const tablet = new Visitor(shop);
  await tablet.signIn(username);
  const params = { employeeId: id };
  expect((await owner.call(colleagueRoutes.endSessions, { params })).ended).toBe(1);
  await expect(tablet.call(peopleRoutes.session, {})).rejects.toMatchObject(signedOut);
  const advisor = await shop.employee('advisor');
  await expect(
    advisor.call(colleagueRoutes.endSessions, { params: { employeeId: owner.id } }),
  ).rejects.toMatchObject({ status: 403 });
});

test('G-47 a new password or factor ends the other sessions of that person', async ({ shop }) => {
  const { username, password } = await withLogin(shop, 'advisor');
  const [desk, tablet] = [new Visitor(shop), new Visitor(shop)];
  await desk.signIn(username);
  await tablet.signIn(username);
  const next = 'der Regen hört bald auf';
  await desk.call(peopleRoutes.changePassword, { body: { current: password, next } });
  await expect(tablet.call(peopleRoutes.session, {})).rejects.toMatchObject(signedOut);
  await desk.call(peopleRoutes.session, {});
});

test('L01 a sign-in from a browser that is new to a person is told to him; the first and a known one are not', async ({
  shop,
}) => {
  const { username } = await withLogin(shop, 'advisor');
  const [desk, tablet] = [new Visitor(shop), new Visitor(shop)];
  const noticesOf = async () => {
    await shop.settle();
    const { items } = await desk.call(commitmentRoutes.listNotices, {});
    return items.map(({ kind, facts }) => ({ kind, ...facts }));
  };
  await desk.signIn(username);
  await desk.signIn(username);
  expect(await noticesOf()).toEqual([]);
  await tablet.signIn(username);
  expect(await noticesOf()).toEqual([
    { kind: 'people.newDevice', device: 'Chrome · Windows', address: tablet.address },
  ]);
});

test('L01 a recovery code that was used and a factor that was removed are told to their owner', async ({
  shop,
}) => {
  const { username, recoveryCodes } = await withTotp(shop, 'advisor');
  const browser = new Visitor(shop);
  await browser.signIn(username);
  await browser.call(entranceRoutes.giveFactor, { body: { code: recoveryCodes[0]! } });
  await browser.call(factorRoutes.removeTotp, {});
  await shop.settle();
  const { items } = await browser.call(commitmentRoutes.listNotices, {});
  expect(items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['people.recoveryCodeUsed', 'people.factorRemoved']),
  );
});

/** A second instance of the program on the same database, as behind a load balancer. */
async function secondInstance() {
  const connection = inject('databases').app;
  const database = new Database(connection as never, 3);
  const [here, there] = await Promise.all([startRelay(connection), startRelay(connection)]);
  const app = await buildApp({
    database,
    clock: testClock,
    live: there.live,
    filesDir: '/nonexistent',
    publicUrl: 'http://localhost:8080',
    cursorSecret: Buffer.alloc(32),
    strict: true,
  });
  const asks = (cookie: string) =>
    app.http.inject({ url: '/api/v1/employees', headers: { cookie } }).then((r) => r.statusCode);
  const end = async () => {
    await app.http.close();
    await Promise.all([here.stop(), there.stop(), database.close()]);
  };
  return { asks, end, tell: here.live.tell };
}

test('D-07 G-47 an end, a new role and a new rule are told to every instance at once', async ({
  shop,
}) => {
  const other = await secondInstance();
  // The test's own server has no relay: what it tells is carried over by one.
  const stop = shop.host.live.listen(({ tenantId, changes }) => other.tell(tenantId, changes));
  try {
    const owner = await shop.employee('owner');
    await ended(shop, other.asks, async (advisor) => {
      const params = { employeeId: advisor.id };
      await owner.call(colleagueRoutes.endSessions, { params });
      return 401;
    });
    await ended(shop, other.asks, async (advisor) => {
      const params = { employeeId: advisor.id };
      await owner.call(staffRoutes.leave, { params, body: {} });
      return 401;
    });
    await ended(shop, other.asks, async () => {
      const body = { roles: [{ key: 'advisor', secondFactorFrom: '2026-11-01' }] };
      await owner.call(signInRuleRoutes.change, { body }, { version: 0 });
      return 403;
    });
  } finally {
    stop();
    await other.end();
  }
});

/**
 * Known to the other instance, then the change: what does it answer? It keeps what it knows for five seconds, so
 * that an earlier answer shows that it was told.
 */
async function ended(
  shop: TestShop,
  asks: (cookie: string) => Promise<number>,
  change: (advisor: TestEmployee) => Promise<number>,
): Promise<void> {
  const advisor = await shop.employee('advisor');
  // What is told of the new session itself has to have passed, else the answer would not be kept there.
  await sleep(300);
  expect(await asks(advisor.cookie)).toBe(200);
  const expected = await change(advisor);
  await expect.poll(() => asks(advisor.cookie), { timeout: 4000, interval: 50 }).toBe(expected);
}
