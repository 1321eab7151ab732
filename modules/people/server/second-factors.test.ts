import { describe, expect } from 'vitest';
import { statement } from '#platform/sql.ts';
import { type TestShop, test } from '#test/shop.ts';
import {
  colleagueRoutes,
  entranceRoutes,
  factorRoutes,
  peopleRoutes,
  signInRuleRoutes,
} from '../contract.ts';
import { codeOf, Visitor, withLogin, withTotp } from './visitor.fixture.ts';

const wrongFactor = { status: 401, code: 'wrong_factor' };
const halfOpen = { status: 403, code: 'second_factor_needed' };

/** Past the time step of the last code. */
const aWhile = (shop: TestShop) => shop.forward(1 / 60);

describe('codes of an app', () => {
  test('D-60 a key counts once its first code was given; then the password alone opens nothing', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    expect(person.recoveryCodes).toHaveLength(10);
    await aWhile(shop);
    const elsewhere = new Visitor(shop);
    expect(await elsewhere.signIn(person.username)).toMatchObject({
      owes: 'factor',
      factors: ['totp', 'recovery'],
      permissions: [],
    });
    await expect(elsewhere.call(peopleRoutes.listEmployees, {})).rejects.toMatchObject(halfOpen);
    const code = codeOf(shop, person.key);
    const opened = await elsewhere.call(entranceRoutes.giveFactor, { body: { code } });
    expect(opened).toMatchObject({ owes: null });
    expect(opened.permissions).toContain('serviceOrders.receive');
    await elsewhere.call(peopleRoutes.listEmployees, {});
  });

  test('D-60 with the password alone nobody sets up a factor of his own beside mine', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    const thief = new Visitor(shop);
    await thief.signIn(person.username);
    await expect(thief.call(factorRoutes.read, {})).rejects.toMatchObject(halfOpen);
    await expect(thief.call(factorRoutes.beginTotp, {})).rejects.toMatchObject(halfOpen);
    await expect(thief.call(factorRoutes.beginPasskey, {})).rejects.toMatchObject(halfOpen);
    await expect(
      thief.call(peopleRoutes.prove, { body: { password: person.password } }),
    ).rejects.toMatchObject(halfOpen);
  });

  test('D-60 the token that the password gave is worth nothing after the second step', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    await aWhile(shop);
    const browser = new Visitor(shop);
    await browser.signIn(person.username);
    const early = new Visitor(shop);
    for (const [name, value] of browser.cookies) early.cookies.set(name, value);
    await browser.call(entranceRoutes.giveFactor, { body: { code: codeOf(shop, person.key) } });
    await expect(early.call(peopleRoutes.session, {})).rejects.toMatchObject({ status: 401 });
  });

  test('G-46 a code opens once, also when two come at the same moment', async ({ shop }) => {
    const person = await withTotp(shop, 'advisor');
    await aWhile(shop);
    const browsers = [new Visitor(shop), new Visitor(shop), new Visitor(shop)];
    for (const browser of browsers) await browser.signIn(person.username);
    const code = codeOf(shop, person.key);
    const outcomes = await Promise.allSettled(
      browsers.map((browser) => browser.call(entranceRoutes.giveFactor, { body: { code } })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(
      browsers[0]!.call(entranceRoutes.giveFactor, { body: { code } }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/wrong_factor|factor_missing/) });
  });

  test('D-60 a clock that is half a minute off is no reason to stand outside; two steps are', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    await shop.forward(0.1);
    const browser = new Visitor(shop);
    await browser.signIn(person.username);
    const give = (steps: number) =>
      browser.call(entranceRoutes.giveFactor, { body: { code: codeOf(shop, person.key, steps) } });
    await expect(give(2)).rejects.toMatchObject(wrongFactor);
    await expect(give(-2)).rejects.toMatchObject(wrongFactor);
    expect(await give(-1)).toMatchObject({ owes: null });
  });

  test('D-70 key, codes and submissions are not in the database to be read', async ({ shop }) => {
    const person = await withLogin(shop, 'advisor');
    const browser = new Visitor(shop);
    await browser.signIn(person.username);
    const begin = () =>
      browser.call(factorRoutes.beginTotp, {}, { idempotencyKey: 'the-same-again' });
    const { key } = await begin();
    expect(await begin()).toMatchObject({ key });
    const body = { code: codeOf(shop, key) };
    const { recoveryCodes } = await browser.call(factorRoutes.confirmTotp, { body });
    const rows = await shop.reading.rows(everythingKept, {});
    const kept = JSON.stringify(rows);
    expect(kept).toContain('sealed');
    expect(kept).not.toContain(key);
    for (const code of recoveryCodes) expect(kept).not.toContain(code);
  });
});

const everythingKept = statement<{ row: string }, object>(
  'test.keptSecrets',
  `select f::text as row from totp_factors f where tenant_id = :tenant
   union all select c::text from recovery_codes c where tenant_id = :tenant
   union all select k::text from idempotency_keys k where tenant_id = :tenant
   union all select a::text from audit_entries a where tenant_id = :tenant`,
);

describe('recovery codes', () => {
  test('D-60 a recovery code opens once, in whatever way it is typed', async ({ shop }) => {
    const { username, recoveryCodes } = await withTotp(shop, 'advisor');
    const browser = new Visitor(shop);
    const enter = async (code: string) => {
      await browser.signIn(username);
      return browser.call(entranceRoutes.giveFactor, { body: { code } });
    };
    const typed = recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ');
    expect(await enter(typed)).toMatchObject({ owes: null });
    await expect(enter(recoveryCodes[0]!)).rejects.toMatchObject(wrongFactor);
    expect(await enter(recoveryCodes[1]!)).toMatchObject({ owes: null });
    expect(await browser.call(factorRoutes.read, {})).toMatchObject({ recoveryCodesLeft: 8 });
  });

  test('D-60 new codes void the old sheet', async ({ shop }) => {
    const { username, recoveryCodes, browser } = await withTotp(shop, 'advisor');
    const renewed = await browser.call(factorRoutes.renewRecoveryCodes, {});
    expect(renewed.recoveryCodes).toHaveLength(10);
    const elsewhere = new Visitor(shop);
    await elsewhere.signIn(username);
    await expect(
      elsewhere.call(entranceRoutes.giveFactor, { body: { code: recoveryCodes[2]! } }),
    ).rejects.toMatchObject(wrongFactor);
    await elsewhere.call(entranceRoutes.giveFactor, { body: { code: renewed.recoveryCodes[2]! } });
  });
});

describe('who needs a second factor', () => {
  const require = async (shop: TestShop, body: object) => {
    const owner = await shop.employee('owner');
    const { version } = await owner.call(signInRuleRoutes.read, {});
    return owner.call(signInRuleRoutes.change, { body }, { version });
  };

  test('D-60 a role needs it from a day on: until then its people are led to it, from then on nothing else is open', async ({
    shop,
  }) => {
    const person = await withLogin(shop, 'advisor');
    const rules = await require(shop, {
      roles: [{ key: 'advisor', secondFactorFrom: '2026-11-25' }],
    });
    expect(rules.roles.find(({ key }) => key === 'advisor')).toMatchObject({
      people: 1,
      without: 1,
      secondFactorFrom: '2026-11-25',
    });
    const browser = new Visitor(shop);
    expect(await browser.signIn(person.username)).toMatchObject({
      owes: null,
      factorFrom: '2026-11-25',
    });
    await shop.moveTo('2026-11-25T02:00:00.000Z');
    expect(await browser.signIn(person.username)).toMatchObject({ owes: 'setup' });
    await expect(browser.call(peopleRoutes.listEmployees, {})).rejects.toMatchObject({
      ...halfOpen,
      facts: expect.objectContaining({ owes: 'setup' }),
    });
    const { key } = await browser.call(factorRoutes.beginTotp, {});
    await browser.call(factorRoutes.confirmTotp, { body: { code: codeOf(shop, key) } });
    expect(await browser.call(peopleRoutes.session, {})).toMatchObject({ owes: null });
    await browser.call(peopleRoutes.listEmployees, {});
    const factors = await browser.call(factorRoutes.read, {});
    expect(factors).toMatchObject({ isNeeded: true, recoveryCodesLeft: 10 });
    await expect(browser.call(factorRoutes.removeTotp, {})).rejects.toMatchObject({
      status: 422,
      code: 'factor_needed',
    });
  });

  test('G-47 a rule for everybody holds in sessions that are open already', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await advisor.call(peopleRoutes.session, {});
    await require(shop, { secondFactorFrom: '2026-11-20' });
    await expect(advisor.call(peopleRoutes.listEmployees, {})).rejects.toMatchObject(halfOpen);
    await advisor.call(peopleRoutes.signOut, {});
  });

  test('D-15 the rules are changed as they were read, and only by who leads the organisation', async ({
    shop,
  }) => {
    await require(shop, { remembersDevices: true });
    const owner = await shop.employee('owner');
    await expect(
      owner.call(signInRuleRoutes.change, { body: {} }, { version: 0 }),
    ).rejects.toMatchObject({ status: 412 });
    const supervisor = await shop.employee('supervisor');
    await expect(supervisor.call(signInRuleRoutes.read, {})).rejects.toMatchObject({ status: 403 });
  });

  test('D-60 a remembered device is not asked for thirty days, and no longer', async ({ shop }) => {
    const person = await withTotp(shop, 'advisor');
    await require(shop, { remembersDevices: true });
    await aWhile(shop);
    const tablet = new Visitor(shop);
    await tablet.signIn(person.username);
    const code = codeOf(shop, person.key);
    await tablet.call(entranceRoutes.giveFactor, { body: { code, rememberDevice: true } });
    await shop.forward(24);
    expect(await tablet.signIn(person.username)).toMatchObject({ owes: null });
    expect(await new Visitor(shop).signIn(person.username)).toMatchObject({ owes: 'factor' });
    await shop.forward(30 * 24);
    expect(await tablet.signIn(person.username)).toMatchObject({ owes: 'factor' });
  });

  test('D-60 where the tenant does not say so, no device is remembered', async ({ shop }) => {
    const person = await withTotp(shop, 'advisor');
    await aWhile(shop);
    const tablet = new Visitor(shop);
    await tablet.signIn(person.username);
    const code = codeOf(shop, person.key);
    await tablet.call(entranceRoutes.giveFactor, { body: { code, rememberDevice: true } });
    expect(await tablet.signIn(person.username)).toMatchObject({ owes: 'factor' });
  });

  test('D-60 a lost telephone: who keeps the list of people takes the factors away, and all sessions end', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    const params = { employeeId: person.id };
    await person.owner.call(colleagueRoutes.resetFactors, { params });
    await expect(person.browser.call(peopleRoutes.session, {})).rejects.toMatchObject({
      status: 401,
    });
    expect(await new Visitor(shop).signIn(person.username)).toMatchObject({ owes: null });
    const supervisor = await shop.employee('supervisor');
    await expect(supervisor.call(colleagueRoutes.resetFactors, { params })).rejects.toMatchObject({
      status: 403,
    });
  });
});
