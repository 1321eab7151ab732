import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { entranceRoutes, peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { Visitor, withLogin, withTotp } from '#modules/people/server/visitor.fixture.ts';
import { foreignKey, TestProvider } from '#test/oidc-provider.ts';
import { TestShop, test } from '#test/shop.ts';
import { signOnLinkRoutes, signOnRoutes } from '../contract.ts';
import { atPresent, SignOn, withProvider } from './sign-on.fixture.ts';

let group: TestProvider;
beforeAll(async () => {
  group = await TestProvider.open('http://localhost:8080');
});
afterAll(() => group.close());
beforeEach(() => {
  group.tamper = undefined;
});

const invalid = '/login?signOn=sign_on_invalid';
const unknown = '/login?signOn=sign_on_unknown';
const over = '/login?signOn=sign_on_over';

/** An advisor who has linked the account `subject` himself. */
async function linked(shop: TestShop, subject: string, change: object = {}) {
  await atPresent(shop);
  const provider = await withProvider(shop, group, change);
  const person = await withLogin(shop, 'advisor');
  const own = new Visitor(shop);
  await own.signIn(person.username);
  const place = await new SignOn(shop, group, own).linkAs(subject, provider);
  expect(place).toBe('/account');
  return { provider, person, own };
}

describe('the way there and back', () => {
  test('L03 who has linked his account signs in by it, where he wanted to go', async ({ shop }) => {
    const { provider, person } = await linked(shop, 'wang');
    const way = new SignOn(shop, group);
    expect(await way.as('wang', provider, '/customers?q=1')).toBe('/customers?q=1');
    const session = await way.browser.call(peopleRoutes.session, {});
    expect(session).toMatchObject({ employeeId: person.id, owes: null });
    expect(session.permissions).toContain('serviceOrders.receive');
  });

  test('D-63 afterwards it leads into the program only', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    for (const next of ['//evil.example/', 'https://evil.example/', '/\\evil.example'])
      expect(await new SignOn(shop, group).as('wang', provider, next)).toBe('/');
  });

  test('L03 an address back works once, in the browser that set out, for ten minutes', async ({
    shop,
  }) => {
    const { provider } = await linked(shop, 'wang');
    const way = new SignOn(shop, group);
    const back = await group.signInAt(await way.begin(provider.id), 'wang');
    expect(await new SignOn(shop, group).comeBack(back)).toBe(over);
    expect(await way.comeBack(back)).toBe(over);
    const again = await group.signInAt(await way.begin(provider.id), 'wang');
    expect(await way.comeBack(again)).toBe('/');
    expect(await way.comeBack(again)).toBe(over);
    const late = await group.signInAt(await way.begin(provider.id), 'wang');
    await shop.forward(11 / 60);
    expect(await way.comeBack(late)).toBe(over);
  });

  test('L03 a state that was changed, and none at all, opens nothing', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    const way = new SignOn(shop, group);
    const back = await group.signInAt(await way.begin(provider.id), 'wang');
    const state = back.searchParams.get('state')!;
    back.searchParams.set('state', `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`);
    expect(await way.comeBack(back)).toBe(over);
    back.searchParams.delete('state');
    expect(await way.comeBack(back)).toBe(over);
  });

  test('L03 who declines over there is told so', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    const way = new SignOn(shop, group);
    const state = new URL(await way.begin(provider.id)).searchParams.get('state')!;
    const back = new URL('http://localhost:8080/api/v1/sign-on/callback?error=access_denied');
    back.searchParams.set('state', state);
    back.searchParams.set('iss', group.issuer);
    expect(await way.comeBack(back)).toBe('/login?signOn=sign_on_declined');
  });

  test('L03 what another provider answered is not taken for this one’s (mix-up)', async ({
    shop,
  }) => {
    const { provider } = await linked(shop, 'wang');
    const way = new SignOn(shop, group);
    const back = await group.signInAt(await way.begin(provider.id), 'wang');
    back.searchParams.set('iss', 'https://elsewhere.example');
    expect(await way.comeBack(back)).toBe(invalid);
  });

  test('L03 a code is not exchanged with another’s verifier', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    const [one, other] = [new SignOn(shop, group), new SignOn(shop, group)];
    const stolen = await group.signInAt(await one.begin(provider.id), 'wang');
    const own = await group.signInAt(await other.begin(provider.id), 'other');
    own.searchParams.set('code', stolen.searchParams.get('code')!);
    expect(await other.comeBack(own)).toBe(invalid);
  });
});

describe('the provider’s word', () => {
  const spoilt: Record<string, NonNullable<TestProvider['tamper']>> = {
    'for another nonce': ({ claims, sign }) => sign({ ...claims, nonce: 'another' }),
    'without a nonce': ({ claims: { nonce, ...rest }, sign }) => sign(rest),
    'of another issuer': ({ claims, sign }) => sign({ ...claims, iss: 'https://evil.example' }),
    'for another client': ({ claims, sign }) => sign({ ...claims, aud: 'another' }),
    'that is over': ({ claims, sign }) => sign({ ...claims, exp: Number(claims.iat) - 61 }),
    'that nobody signed': ({ claims, sign }) => sign(claims, { alg: 'none' }),
    'signed with the client’s secret': ({ claims, sign }) =>
      sign(claims, { alg: 'HS256', secret: group.clientSecret }),
    'signed with a foreign key': ({ claims, sign }) => sign(claims, { key: foreignKey() }),
    'for somebody else under its old signature': ({ claims, sign }) => {
      const [head, , proof] = sign(claims).split('.');
      const body = Buffer.from(JSON.stringify({ ...claims, sub: 'boss' })).toString('base64url');
      return `${head}.${body}.${proof}`;
    },
  };
  test('L03 no token opens that was spoilt on its way', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    for (const [kind, tamper] of Object.entries(spoilt)) {
      group.tamper = tamper;
      const way = new SignOn(shop, group);
      expect(await way.as('wang', provider), kind).toBe(invalid);
      await expect(way.browser.call(peopleRoutes.session, {}), kind).rejects.toMatchObject({
        status: 401,
      });
    }
    group.tamper = ({ claims, sign }) => sign(claims);
    expect(await new SignOn(shop, group).as('wang', provider)).toBe('/');
  });

  test('L03 times hold by our clock, with a minute of grace', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    const endedFor =
      (seconds: number): NonNullable<TestProvider['tamper']> =>
      ({ claims, sign }) =>
        sign({ ...claims, exp: Math.floor(shop.now.getTime() / 1000) - seconds });
    group.tamper = endedFor(30);
    expect(await new SignOn(shop, group).as('wang', provider)).toBe('/');
    group.tamper = endedFor(90);
    expect(await new SignOn(shop, group).as('wang', provider)).toBe(invalid);
    // An hour ahead of the machine: what the provider has just written is over by our clock.
    group.tamper = undefined;
    await shop.forward(2);
    expect(await new SignOn(shop, group).as('wang', provider)).toBe(invalid);
  });

  test('D-60 a second factor over there counts only in a word that the owner accepts', async ({
    shop,
  }) => {
    await atPresent(shop);
    const provider = await withProvider(shop, group, { factorValues: ['mfa'] });
    const person = await withTotp(shop, 'advisor');
    await new SignOn(shop, group, person.browser).linkAs('zhao', provider);
    const plain = new SignOn(shop, group);
    expect(await plain.as('zhao', provider)).toBe('/');
    expect(await plain.browser.call(peopleRoutes.session, {})).toMatchObject({
      owes: 'factor',
      permissions: [],
    });
    group.tamper = ({ claims, sign }) => sign({ ...claims, amr: ['pwd', 'mfa'] });
    const strong = new SignOn(shop, group);
    await strong.as('zhao', provider);
    expect(await strong.browser.call(peopleRoutes.session, {})).toMatchObject({ owes: null });
    const { items } = await strong.browser.call(peopleRoutes.listSessions, {});
    expect(items.find(({ isCurrent }) => isCurrent)).toMatchObject({ factor: 'provider' });
  });
});

describe('whose account it is', () => {
  test('L03 who is unknown gets nothing, and is not put on file', async ({ shop }) => {
    await atPresent(shop);
    const provider = await withProvider(shop, group);
    const boss = await withLogin(shop, 'advisor');
    group.people.set('stranger', { preferred_username: boss.username, name: '陌生人' });
    const before = (await boss.owner.call(peopleRoutes.listEmployees, {})).items.length;
    expect(await new SignOn(shop, group).as('stranger', provider)).toBe(unknown);
    expect((await boss.owner.call(peopleRoutes.listEmployees, {})).items).toHaveLength(before);
  });

  test('G-47 who has left, or whose login is shut, gets nothing', async ({ shop }) => {
    const { provider, person } = await linked(shop, 'wang');
    const params = { employeeId: person.id };
    const { version } = await person.owner.call(staffRoutes.read, { params });
    await person.owner.call(staffRoutes.leave, { params, body: {} }, { version });
    expect(await new SignOn(shop, group).as('wang', provider)).toBe(unknown);
  });

  test('G-10 the same subject in two companies is two people', async ({ shop }) => {
    const { provider, person } = await linked(shop, 'wang');
    const other = await TestShop.open();
    const elsewhere = await linked(other, 'wang');
    const here = new SignOn(shop, group);
    await here.as('wang', provider);
    const there = new SignOn(other, group);
    await there.as('wang', elsewhere.provider);
    expect((await here.browser.call(peopleRoutes.session, {})).employeeId).toBe(person.id);
    expect((await there.browser.call(peopleRoutes.session, {})).employeeId).toBe(
      elsewhere.person.id,
    );
    await expect(here.begin(elsewhere.provider.id)).rejects.toMatchObject({ status: 404 });
  });

  test('L03 a user name joins only where the owner allowed it, and never an administrator’s', async ({
    shop,
  }) => {
    await atPresent(shop);
    const provider = await withProvider(shop, group, { matchesUsername: true });
    const person = await withLogin(shop, 'advisor');
    const boss = await withLogin(shop, 'owner');
    group.people.set('s1', { preferred_username: person.username.toUpperCase() });
    group.people.set('s2', { preferred_username: boss.username });
    group.people.set('s3', { preferred_username: person.username });
    const way = new SignOn(shop, group);
    expect(await way.as('s1', provider)).toBe('/');
    expect((await way.browser.call(peopleRoutes.session, {})).employeeId).toBe(person.id);
    expect(await new SignOn(shop, group).as('s2', provider)).toBe(unknown);
    expect(await new SignOn(shop, group).as('s3', provider)).toBe(unknown);
  });

  test('L03 an address counts only verified, and only of an allowed domain', async ({ shop }) => {
    await atPresent(shop);
    const change = { newRoleKey: 'technician', emailDomains: ['shop.example'] };
    const provider = await withProvider(shop, group, change);
    const people = {
      unverified: { email: 'li@shop.example', email_verified: false },
      foreign: { email: 'li@shop.example.evil.example', email_verified: true },
      own: { email: 'li@shop.example', email_verified: true, name: '李师傅' },
    };
    for (const [subject, claims] of Object.entries(people)) group.people.set(subject, claims);
    expect(await new SignOn(shop, group).as('unverified', provider)).toBe(unknown);
    expect(await new SignOn(shop, group).as('foreign', provider)).toBe(unknown);
    const way = new SignOn(shop, group);
    expect(await way.as('own', provider)).toBe('/');
    const session = await way.browser.call(peopleRoutes.session, {});
    expect(session).toMatchObject({ name: '李师傅', orgUnitId: shop.unitId });
    expect(session.permissions).toContain('serviceOrders.work');
    await new SignOn(shop, group).as('own', provider);
    const owner = await shop.employee('owner');
    const { items } = await owner.call(peopleRoutes.listEmployees, {});
    expect(items.filter(({ name }) => name === '李师傅')).toHaveLength(1);
  });

  test('L03 roles of groups come and go with them; those given here stay', async ({ shop }) => {
    const groupRoles = [
      { group: 'cashiers', roleKey: 'cashier' },
      { group: 'callers', roleKey: 'followUpAgent' },
    ];
    const { provider, person } = await linked(shop, 'wang', { groupClaim: 'groups', groupRoles });
    const rolesNow = async () => {
      const params = { employeeId: person.id };
      return (await person.owner.call(staffRoutes.read, { params })).roleKeys;
    };
    group.people.set('wang', { groups: ['cashiers', 'others'] });
    await new SignOn(shop, group).as('wang', provider);
    expect(await rolesNow()).toEqual(['advisor', 'cashier']);
    group.people.set('wang', { groups: ['callers'] });
    await new SignOn(shop, group).as('wang', provider);
    expect(await rolesNow()).toEqual(['advisor', 'followUpAgent']);
    group.people.delete('wang');
  });

  test('L03 an account elsewhere belongs to one person; nobody removes his last way in', async ({
    shop,
  }) => {
    const { provider, own } = await linked(shop, 'wang');
    const second = await withLogin(shop, 'advisor');
    const browser = new Visitor(shop);
    await browser.signIn(second.username);
    const taken = '/account?signOn=sign_on_taken';
    expect(await new SignOn(shop, group, browser).linkAs('wang', provider)).toBe(taken);
    const { items, offered } = await own.call(signOnLinkRoutes.list, {});
    expect([items.length, offered.length]).toEqual([1, 0]);
    const params = { signOnLinkId: items[0]!.id };
    await expect(browser.call(signOnLinkRoutes.remove, { params })).rejects.toMatchObject({
      status: 404,
    });
    await own.call(signOnLinkRoutes.remove, { params });
    expect(await new SignOn(shop, group).as('wang', provider)).toBe(unknown);
    const hired = await withProvider(shop, group, { newRoleKey: 'technician' });
    const newcomer = new SignOn(shop, group);
    await newcomer.as('newcomer', hired);
    const ways = await newcomer.browser.call(signOnLinkRoutes.list, {});
    await expect(
      newcomer.browser.call(signOnLinkRoutes.remove, {
        params: { signOnLinkId: ways.items[0]!.id },
      }),
    ).rejects.toMatchObject({ code: 'last_way_in' });
  });

  test('L03 a link is made in the account in which it began, and only there', async ({ shop }) => {
    const { provider } = await linked(shop, 'wang');
    const person = await withLogin(shop, 'advisor');
    const browser = new Visitor(shop);
    await browser.signIn(person.username);
    const way = new SignOn(shop, group, browser);
    const back = await group.signInAt(await way.beginLink(provider.id), 'zhou');
    await browser.call(peopleRoutes.signOut, {});
    const outside = '/account?signOn=sign_on_over';
    expect(await way.comeBack(back)).toBe(outside);
    expect(await new SignOn(shop, group).as('zhou', provider)).toBe(unknown);
  });
});

describe('whose password still opens', () => {
  test('L03 of a required role the password opens no more; an owner’s always does', async ({
    shop,
  }) => {
    const { person, provider } = await linked(shop, 'wang');
    const boss = await withLogin(shop, 'owner', 'advisor');
    const require = (requiredRoles: string[], version: number) =>
      person.owner.call(signOnRoutes.require, { body: { requiredRoles } }, { version });
    await expect(require(['owner'], 0)).rejects.toMatchObject({ code: 'sign_on_role' });
    await require(['advisor'], 0);
    const browser = new Visitor(shop);
    await expect(browser.signIn(person.username)).rejects.toMatchObject({ code: 'sign_on_needed' });
    const wrong = browser.signIn(person.username, 'ein ganz anderes Wort');
    await expect(wrong).rejects.toMatchObject({ code: 'wrong_login' });
    await new Visitor(shop).signIn(boss.username);
    expect(await new SignOn(shop, group).as('wang', provider)).toBe('/');
    await person.owner.call(
      signOnRoutes.change,
      { params: { providerId: provider.id }, body: { isEnabled: false } },
      { version: provider.version },
    );
    await new Visitor(shop).signIn(person.username);
  });
});

test('L03 the provider is away: a plain sentence, and the password opens as before', async ({
  shop,
}) => {
  await atPresent(shop);
  const away = await TestProvider.open('http://localhost:8080');
  const provider = await withProvider(shop, away);
  const way = new SignOn(shop, away);
  const back = await away.signInAt(await way.begin(provider.id), 'wang');
  await away.close();
  expect(await way.comeBack(back)).toBe('/login?signOn=sign_on_unreachable');
  await expect(way.begin(provider.id)).rejects.toMatchObject({
    status: 422,
    code: 'sign_on_unreachable',
  });
  const person = await withLogin(shop, 'advisor');
  expect(await new Visitor(shop).signIn(person.username)).toMatchObject({ owes: null });
  expect(entranceRoutes.signIn.problems).toContain('sign_on_needed');
});
