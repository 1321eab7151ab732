import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { entranceRoutes, peopleRoutes, staffRoutes } from '../contract.ts';
import { rescue } from './rescue.ts';
import { codeOf, Visitor, withLogin, withTotp } from './visitor.fixture.ts';

const atConsole = (shop: TestShop, username: string, withFactors = true) => {
  const { database, secrets } = shop.host;
  const asked = { tenantId: shop.tenantId, username, withFactors };
  return rescue({ database, secrets, now: shop.now }, asked);
};
const mine = '秋天的晚上看星星';

describe('a way in from the console', () => {
  test('D-60 the one-time password opens nothing but the change of it; then all is as before', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    const { password, name } = await atConsole(shop, person.username);
    expect(name).not.toBe('');
    await expect(person.browser.call(peopleRoutes.session, {})).rejects.toMatchObject({
      status: 401,
    });
    await expect(new Visitor(shop).signIn(person.username)).rejects.toMatchObject({
      code: 'wrong_login',
    });
    const browser = new Visitor(shop);
    const session = await browser.signIn(person.username, password);
    expect(session).toMatchObject({ owes: 'password', permissions: [] });
    await expect(browser.call(peopleRoutes.listEmployees, {})).rejects.toMatchObject({
      code: 'second_factor_needed',
    });
    await browser.call(peopleRoutes.changePassword, { body: { current: password, next: mine } });
    expect(await browser.call(peopleRoutes.session, {})).toMatchObject({ owes: null });
    await browser.call(peopleRoutes.listEmployees, {});
    expect(await new Visitor(shop).signIn(person.username, mine)).toMatchObject({ owes: null });
  });

  test('D-60 the same password again is no change', async ({ shop }) => {
    const person = await withLogin(shop, 'advisor');
    const { password } = await atConsole(shop, person.username);
    const browser = new Visitor(shop);
    await browser.signIn(person.username, password);
    const same = { current: password, next: password };
    await expect(browser.call(peopleRoutes.changePassword, { body: same })).rejects.toMatchObject({
      code: 'password_same',
    });
  });

  test('D-60 second factors may stay: then they are asked for before the change', async ({
    shop,
  }) => {
    const person = await withTotp(shop, 'advisor');
    const { password } = await atConsole(shop, person.username, false);
    await shop.forward(1 / 60);
    const browser = new Visitor(shop);
    expect(await browser.signIn(person.username, password)).toMatchObject({ owes: 'factor' });
    const code = codeOf(shop, person.key);
    const opened = await browser.call(entranceRoutes.giveFactor, { body: { code } });
    expect(opened).toMatchObject({ owes: 'password' });
  });

  test('G-41 it stands on record, and every owner is told', async ({ shop }) => {
    const person = await withLogin(shop, 'advisor');
    const other = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    await atConsole(shop, person.username);
    await shop.settle();
    for (const owner of [person.owner, other]) {
      const { items } = await owner.call(commitmentRoutes.listNotices, {});
      expect(items.map(({ kind }) => kind)).toContain('people.rescued');
    }
    const { items } = await advisor.call(commitmentRoutes.listNotices, {});
    expect(items.map(({ kind }) => kind)).not.toContain('people.rescued');
  });

  test('G-47 nobody is called so, or has left: nothing happens', async ({ shop }) => {
    const person = await withLogin(shop, 'advisor');
    await expect(atConsole(shop, 'nobody-at-all')).rejects.toMatchObject({ status: 404 });
    const params = { employeeId: person.id };
    const { version } = await person.owner.call(staffRoutes.read, { params });
    const body = {};
    await person.owner.call(staffRoutes.leave, { params, body }, { version });
    await expect(atConsole(shop, person.username)).rejects.toMatchObject({ code: 'employee_left' });
  });
});
