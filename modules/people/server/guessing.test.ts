import { hash } from '@node-rs/argon2';
import { describe, expect } from 'vitest';
import { statement } from '#platform/sql.ts';
import { type TestShop, test } from '#test/shop.ts';
import { entranceRoutes, peopleRoutes } from '../contract.ts';
import { networkOf } from './network.ts';
import { hashPassword, isOutdated } from './passwords.ts';
import { updateLogin } from './queries.ts';
import { codeOf, Visitor, withLogin, withTotp } from './visitor.fixture.ts';

const statusOf = async (attempt: Promise<unknown>): Promise<number> => {
  try {
    await attempt;
    return 200;
  } catch (refused) {
    return (refused as { status: number }).status;
  }
};
const tally = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length;

/** As many at once as there are, each from an address of its own. */
const parallel = (shop: TestShop, count: number, guess: (from: Visitor) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, () => statusOf(guess(new Visitor(shop)))));

describe('passwords', () => {
  test('G-46 of three hundred parallel guesses from everywhere five are looked at', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    const statuses = await parallel(shop, 300, (from) => from.signIn(username, 'falsch-falsch'));
    expect(tally(statuses, 401)).toBe(5);
    expect(tally(statuses, 429)).toBe(295);
  });

  test('G-46 the right password among parallel guesses is no way around the count', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    await parallel(shop, 6, (from) => from.signIn(username, 'falsch-falsch'));
    expect(await statusOf(new Visitor(shop).signIn(username))).toBe(429);
  });

  test('G-46 after five failures each next guess waits longer, and nobody is locked out for good', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    const stranger = new Visitor(shop);
    const guess = () => stranger.signIn(username, 'falsch-falsch');
    for (let count = 0; count < 5; count++) expect(await statusOf(guess())).toBe(401);
    const waits: number[] = [];
    for (let round = 0; round < 6; round++) {
      const refused = await guess().catch((problem: { facts: { seconds: number } }) => problem);
      const { seconds } = (refused as { facts: { seconds: number } }).facts;
      waits.push(seconds / 60);
      await shop.forward(seconds / 3600);
      expect(await statusOf(guess())).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
    await shop.forward(0.25);
    expect(await statusOf(stranger.signIn(username))).toBe(200);
  });

  test('G-46 a stranger’s guesses keep nobody out at the desk that knows him', async ({ shop }) => {
    const { username } = await withLogin(shop, 'advisor');
    const desk = new Visitor(shop);
    await desk.signIn(username);
    await parallel(shop, 8, (from) => from.signIn(username, 'falsch-falsch'));
    expect(await statusOf(new Visitor(shop).signIn(username))).toBe(429);
    expect(await statusOf(desk.signIn(username))).toBe(200);
    const atDesk = await Promise.all(
      Array.from({ length: 8 }, () => statusOf(desk.signIn(username, 'falsch-falsch'))),
    );
    expect(tally(atDesk, 401)).toBe(5);
  });

  test('G-46 twenty failures from one address are enough; successes in between take nothing back', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    const address = new Visitor(shop).address;
    const from = () => new Visitor(shop, address);
    const statuses: number[] = [];
    for (let at = 0; at < 24; at++) {
      if (at % 8 === 4) expect(await statusOf(from().signIn(username))).toBe(at < 20 ? 200 : 429);
      statuses.push(await statusOf(from().signIn(`someone${at}`, 'falsch-falsch')));
    }
    expect(tally(statuses, 401)).toBe(20);
    expect(tally(statuses, 429)).toBe(4);
    expect(await statusOf(new Visitor(shop).signIn(username))).toBe(200);
  });

  test('D-34 an IPv6 household is one /64, and an IPv4 address is itself in any clothes', () => {
    expect(networkOf('2001:db8:1:2::5')).toBe(networkOf('2001:db8:1:2:ffff::1'));
    expect(networkOf('2001:db8::5')).not.toBe(networkOf('2001:db8:0:1::5'));
    expect(networkOf('::ffff:203.0.113.9')).toBe(networkOf('203.0.113.9'));
    expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.113.10'));
  });
});

describe('who is in already', () => {
  test('G-46 the owner of a stolen session’s password is not guessed from inside', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    const browser = new Visitor(shop);
    await browser.signIn(username);
    const wrong = { password: 'falsch-falsch' };
    const proofs = await Promise.all(
      Array.from({ length: 40 }, () => statusOf(browser.call(peopleRoutes.prove, { body: wrong }))),
    );
    expect(tally(proofs, 422)).toBe(5);
    expect(tally(proofs, 429)).toBe(35);
    const change = { current: 'falsch-falsch', next: 'der Regen hört bald auf' };
    expect(await statusOf(browser.call(peopleRoutes.changePassword, { body: change }))).toBe(429);
    await browser.call(peopleRoutes.session, {});
  });

  test('G-46 of a hundred parallel guesses at the code five are looked at, whatever session they hold', async ({
    shop,
  }) => {
    const { username, key } = await withTotp(shop, 'advisor');
    await shop.forward(0.1);
    const thieves = Array.from({ length: 10 }, () => new Visitor(shop));
    for (const thief of thieves) await thief.signIn(username);
    const right = codeOf(shop, key);
    const guesses = Array.from({ length: 100 }, (_, at) => String(at * 7919 + 100_000));
    const statuses = await Promise.all(
      guesses
        .filter((code) => code !== right)
        .map((code, at) =>
          statusOf(thieves[at % 10]!.call(entranceRoutes.giveFactor, { body: { code } })),
        ),
    );
    expect(tally(statuses, 401)).toBe(5);
    expect(tally(statuses, 200)).toBe(0);
    // Signing in with the right password again does not buy five more.
    await thieves[0]!.signIn(username);
    const code = '000000';
    expect(await statusOf(thieves[0]!.call(entranceRoutes.giveFactor, { body: { code } }))).toBe(
      429,
    );
  });

  test('G-46 recovery codes are counted with the app’s codes', async ({ shop }) => {
    const { username, recoveryCodes } = await withTotp(shop, 'advisor');
    const thief = new Visitor(shop);
    await thief.signIn(username);
    const give = (code: string) =>
      statusOf(thief.call(entranceRoutes.giveFactor, { body: { code } }));
    for (let at = 0; at < 5; at++) expect(await give(`AAAA-BBBB-CCCC-DDD${at}`)).toBe(401);
    expect(await give(recoveryCodes[0]!)).toBe(429);
  });
});

describe('how passwords are kept', () => {
  const storedHash = statement<{ passwordHash: string }, { employeeId: string }>(
    'test.storedHash',
    'select password_hash from logins where tenant_id = :tenant and employee_id = :employeeId',
  );

  test('G-45 argon2id with nineteen mebibytes and two passes', async () => {
    expect(await hashPassword('春天的早上去跑步')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('G-45 a hash made with less is made anew at the next sign-in', async ({ shop }) => {
    const { id, username, password } = await withLogin(shop, 'advisor');
    const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await shop.write((work) => updateLogin(work, id, weak));
    expect(isOutdated(weak)).toBe(true);
    await new Visitor(shop).signIn(username);
    const { passwordHash } = (await shop.reading.first(storedHash, { employeeId: id }))!;
    expect(isOutdated(passwordHash)).toBe(false);
    expect(await statusOf(new Visitor(shop).signIn(username))).toBe(200);
  });

  test('G-45 more sign-ins than can wait are asked to come back, and say when', async ({
    shop,
  }) => {
    const { username } = await withLogin(shop, 'advisor');
    const desk = new Visitor(shop);
    await desk.signIn(username);
    const replies = await Promise.all(
      Array.from({ length: 150 }, (_, at) =>
        new Visitor(shop).ask('POST', '/api/v1/session', {
          username: `nobody${at}`,
          password: 'falsch-falsch',
          tenant: `t-${shop.tenantId.slice(-12)}`,
        }),
      ),
    );
    const busy = replies.filter(({ statusCode }) => statusCode === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]!.headers['retry-after']).toBe('5');
    expect(await statusOf(desk.signIn(username))).toBe(200);
  });
});
