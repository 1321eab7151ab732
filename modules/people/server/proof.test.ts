import { expect } from 'vitest';
import { routeTable } from '#platform/http.ts';
import { type TestShop, test } from '#test/shop.ts';
import { factorRoutes, peopleRoutes } from '../contract.ts';
import { codeOf, Visitor, withLogin, withTotp } from './visitor.fixture.ts';

const stepUp = { status: 403, code: 'step_up_needed' };
const newcomer = { name: '新同事', roleKeys: [] };

async function ownerAtDesk(shop: TestShop) {
  const person = await withLogin(shop, 'owner');
  const desk = new Visitor(shop);
  await desk.signIn(person.username);
  return { ...person, desk };
}

/** What is decided about a customer's request: whoever may take data out decides it, and takes nothing out by it. */
const givesNothingAway = new Set([
  ...['rights.answer', 'rights.extend', 'rights.refuse', 'rights.assign'],
  'customers.liftRestriction',
]);

test('L01 what gives away rights or data asks for a fresh proof', ({ shop }) => {
  expect(shop.http).toBeDefined();
  const guarded = routeTable().filter((route) => route.stepUp);
  expect(guarded.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'people.addEmployee',
      'people.changeEmployee',
      'people.resetPassword',
      'people.resetFactors',
      'people.addApiKey',
      'people.beginTotp',
      'people.addPasskey',
      'people.removeTotp',
      'people.changeSignInRules',
    ]),
  );
  // What is asked for under a fresh proof may be fetched without another.
  const asked = routeTable().filter(
    ({ access, method, id }) =>
      access === 'customers.export' && method !== 'GET' && !givesNothingAway.has(id),
  );
  expect(asked.filter((route) => !route.stepUp)).toEqual([]);
});

test('L01 signing in is a proof for ten minutes; then the same request goes through once it is given anew', async ({
  shop,
}) => {
  const { desk, password } = await ownerAtDesk(shop);
  await desk.call(peopleRoutes.addEmployee, { body: newcomer });
  await shop.forward(11 / 60);
  const again = () =>
    desk.call(peopleRoutes.addEmployee, { body: newcomer }, { idempotencyKey: 'typed-once' });
  await expect(again()).rejects.toMatchObject(stepUp);
  await desk.call(peopleRoutes.listEmployees, {});
  await desk.call(peopleRoutes.prove, { body: { password } });
  const added = await again();
  expect(await again()).toEqual(added);
});

test('L01 a code of the app is a proof too, once; a wrong one is none', async ({ shop }) => {
  const { browser, key } = await withTotp(shop, 'owner');
  await shop.forward(11 / 60);
  await expect(browser.call(factorRoutes.removeTotp, {})).rejects.toMatchObject(stepUp);
  const wrong = { code: '000000' };
  await expect(browser.call(peopleRoutes.prove, { body: wrong })).rejects.toMatchObject({
    status: 422,
    code: 'wrong_factor',
  });
  const body = { code: codeOf(shop, key) };
  await browser.call(peopleRoutes.prove, { body });
  await expect(browser.call(peopleRoutes.prove, { body })).rejects.toMatchObject({ status: 422 });
  await browser.call(factorRoutes.removeTotp, {});
});

test('L01 a proof holds in the session that gave it, and in no other', async ({ shop }) => {
  const { desk, username, password } = await ownerAtDesk(shop);
  const tablet = new Visitor(shop);
  await tablet.signIn(username);
  await shop.forward(11 / 60);
  await desk.call(peopleRoutes.prove, { body: { password } });
  await expect(tablet.call(peopleRoutes.addEmployee, { body: newcomer })).rejects.toMatchObject(
    stepUp,
  );
});

test('L01 a key of a program holds sensitive rights only if that was said', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const key = { name: '人事同步', roleKey: 'owner', expiresAt: '2027-01-01T00:00:00.000Z' };
  await expect(owner.call(peopleRoutes.addApiKey, { body: key })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/isSensitive', code: 'sensitive_unsaid' }],
  });
  const add = async (isSensitive: boolean) => {
    const { secret } = await owner.call(peopleRoutes.addApiKey, { body: { ...key, isSensitive } });
    const headers = { authorization: `Bearer ${secret}` };
    return (await new Visitor(shop).ask('POST', '/api/v1/employees', newcomer, headers)).statusCode;
  };
  expect(await add(false)).toBe(403);
  expect(await add(true)).toBe(201);
});
