import { afterAll, beforeAll, expect } from 'vitest';
import { Visitor } from '#modules/people/server/visitor.fixture.ts';
import { statement } from '#platform/sql.ts';
import { TestProvider } from '#test/oidc-provider.ts';
import { test } from '#test/shop.ts';
import { signOnEntranceRoutes, signOnRoutes } from '../contract.ts';
import { atPresent, SignOn, withProvider } from './sign-on.fixture.ts';

let group: TestProvider;
beforeAll(async () => {
  group = await TestProvider.open('http://localhost:8080');
});
afterAll(() => group.close());

test('D-70 the client secret is kept sealed, never shown, and never sent to another issuer', async ({
  shop,
}) => {
  const provider = await withProvider(shop, group);
  const owner = await shop.employee('owner');
  const shown = await owner.raw('GET', '/sign-on/settings');
  expect(shown.body).not.toContain(group.clientSecret);
  expect(shown.json()).toMatchObject({
    callbackUrl: 'http://localhost:8080/api/v1/sign-on/callback',
    providers: [{ id: provider.id, hasSecret: true }],
  });
  const stored = statement<{ clientSecret: string }, object>(
    'test.signOnSecret',
    'select client_secret from sign_on_providers where tenant_id = :tenant',
  );
  const row = await shop.reading.first(stored, {});
  expect(row!.clientSecret).not.toContain(group.clientSecret);
  const params = { providerId: provider.id };
  const change = (body: object, version: number) =>
    owner.call(signOnRoutes.change, { params, body }, { version });
  expect(await change({ label: '集团' }, 1)).toMatchObject({ hasSecret: true, version: 2 });
  const elsewhere = { issuer: 'https://elsewhere.example' };
  expect(await change(elsewhere, 2)).toMatchObject({ hasSecret: false });
  await expect(change({ label: '旧' }, 2)).rejects.toMatchObject({ status: 412 });
});

test('D-56 an issuer inside, without TLS or that is only a description is refused', async ({
  shop,
}) => {
  for (const issuer of [
    'http://login.example',
    'https://10.0.0.7',
    'https://login.example/.well-known/openid-configuration',
    'https://login.example/?tenant=1',
    'https://user@login.example',
    'file:///etc/passwd',
  ]) {
    await expect(withProvider(shop, group, { issuer }), issuer).rejects.toMatchObject({
      code: 'sign_on_issuer',
    });
  }
});

test('L03 nobody grants the owner’s role by a provider, nor one that does not exist', async ({
  shop,
}) => {
  const refused = (change: object, code: string) =>
    expect(withProvider(shop, group, change)).rejects.toMatchObject({ code });
  await refused({ newRoleKey: 'owner' }, 'sign_on_role');
  await refused({ groupRoles: [{ group: 'g', roleKey: 'owner' }] }, 'sign_on_role');
  await refused({ newRoleKey: 'nothing' }, 'role_unknown');
});

test('L03 the sign-in page is told names only, of this company only', async ({ shop }) => {
  const provider = await withProvider(shop, group);
  await withProvider(shop, group, { label: '停用', isEnabled: false });
  const tenant = `t-${shop.tenantId.slice(-12)}`;
  const browser = new Visitor(shop);
  const read = browser.call(signOnEntranceRoutes.offered, { query: { tenant } });
  expect(await read).toEqual({ items: [{ id: provider.id, label: '集团账号' }] });
  const nobody = await browser.call(signOnEntranceRoutes.offered, { query: { tenant: 'nobody' } });
  expect(nobody).toEqual({ items: [] });
});

test('L03 the test says which step fails: address, description, redirect address, secret', async ({
  shop,
}) => {
  await atPresent(shop);
  const trial = async (change: object) => {
    const { id: providerId } = await withProvider(shop, group, change);
    const owner = await shop.employee('owner');
    const { steps } = await owner.call(signOnRoutes.test, { params: { providerId } });
    return steps.map(({ check, finding }) => `${check} ${finding}`);
  };
  const upTo = (last: string) => {
    const all = ['address', 'discovery', 'algorithms', 'keys', 'redirect', 'client'];
    return all.slice(0, all.indexOf(last)).map((check) => `${check} good`);
  };
  expect(await trial({})).toEqual([...upTo('client'), 'client good']);
  const wrongSecret = { clientSecret: 'a-wrong-one-0123456789-0123456789' };
  expect(await trial(wrongSecret)).toEqual([...upTo('client'), 'client bad']);
  expect(await trial({ clientId: 'unknown' })).toEqual([...upTo('redirect'), 'redirect bad']);
  const issuer = `${group.issuer}/elsewhere`;
  expect(await trial({ issuer })).toEqual([...upTo('discovery'), 'discovery bad']);
  expect(await trial({ issuer: 'http://localhost:9' })).toEqual(['address unreachable']);
});

test('L03 a provider that is removed signs nobody in, and takes its links with it', async ({
  shop,
}) => {
  await atPresent(shop);
  const provider = await withProvider(shop, group, { newRoleKey: 'technician' });
  expect(await new SignOn(shop, group).as('gone', provider)).toBe('/');
  const way = new SignOn(shop, group);
  const back = await group.signInAt(await way.begin(provider.id), 'gone');
  const owner = await shop.employee('owner');
  const params = { providerId: provider.id };
  await owner.call(signOnRoutes.remove, { params }, { version: 1 });
  expect(await way.comeBack(back)).toBe('/login?signOn=sign_on_over');
  await expect(new SignOn(shop, group).begin(provider.id)).rejects.toMatchObject({ status: 404 });
});
