import { describe, expect } from 'vitest';
import { type TestShop, test } from '#test/shop.ts';
import { entranceRoutes, factorRoutes, peopleRoutes } from '../contract.ts';
import { Authenticator } from './authenticator.fixture.ts';
import { Visitor, withLogin } from './visitor.fixture.ts';

const wrongFactor = { status: 401, code: 'wrong_factor' };

async function withPasskey(shop: TestShop) {
  const person = await withLogin(shop, 'advisor');
  const browser = new Visitor(shop);
  await browser.signIn(person.username);
  const key = new Authenticator();
  const asked = await browser.call(factorRoutes.beginPasskey, {});
  const body = { ...key.make(asked), name: '前台指纹' };
  const made = await browser.call(factorRoutes.addPasskey, { body });
  return { ...person, browser, key, made, body };
}

const enterAlone = async (browser: Visitor, key: Authenticator, bend = {}) => {
  const question = await browser.call(entranceRoutes.askForPasskey, {});
  const passkey = { ...key.answer({ ...question, ...bend }) };
  return browser.call(entranceRoutes.signInByPasskey, { body: { passkey } });
};

describe('a passkey is made', () => {
  test('D-60 it stands on the list with its name, and brings ten recovery codes', async ({
    shop,
  }) => {
    const { browser, made } = await withPasskey(shop);
    expect(made.recoveryCodes).toHaveLength(10);
    const { passkeys } = await browser.call(factorRoutes.read, {});
    expect(passkeys).toMatchObject([{ name: '前台指纹', lastUsedAt: null, doubtedAt: null }]);
  });

  test('D-60 an answer is taken once, for the address that people use, for the question that was asked', async ({
    shop,
  }) => {
    const { browser, body } = await withPasskey(shop);
    const refused = { status: 422, code: 'passkey_refused' };
    await expect(browser.call(factorRoutes.addPasskey, { body })).rejects.toMatchObject(refused);
    const asked = await browser.call(factorRoutes.beginPasskey, {});
    const elsewhere = new Authenticator('http://localhost.example:8080').make(asked);
    await expect(
      browser.call(factorRoutes.addPasskey, { body: { ...elsewhere, name: 'x' } }),
    ).rejects.toMatchObject(refused);
    const invented = new Authenticator().make({ ...asked, challenge: 'bm90LWFza2Vk' });
    await expect(
      browser.call(factorRoutes.addPasskey, { body: { ...invented, name: 'x' } }),
    ).rejects.toMatchObject(refused);
  });
});

describe('a passkey as the second step', () => {
  test('D-60 after the password it opens the session', async ({ shop }) => {
    const { username, key } = await withPasskey(shop);
    const browser = new Visitor(shop);
    expect(await browser.signIn(username)).toMatchObject({
      owes: 'factor',
      factors: ['passkey', 'recovery'],
    });
    key.verifies = false;
    const question = await browser.call(entranceRoutes.askForFactor, {});
    expect(question.allowCredentials).toHaveLength(1);
    const passkey = key.answer(question);
    expect(await browser.call(entranceRoutes.giveFactor, { body: { passkey } })).toMatchObject({
      owes: null,
    });
    const { items } = await browser.call(peopleRoutes.listSessions, {});
    expect(items.find(({ isCurrent }) => isCurrent)).toMatchObject({ factor: 'passkey' });
  });

  test('D-60 a question asked in one session is answered in no other', async ({ shop }) => {
    const { username, key } = await withPasskey(shop);
    const [mine, other] = [new Visitor(shop), new Visitor(shop)];
    await mine.signIn(username);
    await other.signIn(username);
    const question = await mine.call(entranceRoutes.askForFactor, {});
    const passkey = key.answer(question);
    await expect(
      other.call(entranceRoutes.giveFactor, { body: { passkey } }),
    ).rejects.toMatchObject(wrongFactor);
  });

  test('D-60 a colleague’s passkey opens nothing of mine', async ({ shop }) => {
    const mine = await withPasskey(shop);
    const colleague = await withPasskey(shop);
    const browser = new Visitor(shop);
    await browser.signIn(mine.username);
    const question = await browser.call(entranceRoutes.askForFactor, {});
    const passkey = colleague.key.answer(question);
    await expect(
      browser.call(entranceRoutes.giveFactor, { body: { passkey } }),
    ).rejects.toMatchObject(wrongFactor);
  });
});

describe('a passkey alone', () => {
  test('D-60 it signs in without name and password when it has verified its bearer', async ({
    shop,
  }) => {
    const { id, key } = await withPasskey(shop);
    const entered = await enterAlone(new Visitor(shop), key);
    expect(entered).toMatchObject({ employeeId: id, owes: null });
    key.verifies = false;
    await expect(enterAlone(new Visitor(shop), key)).rejects.toMatchObject(wrongFactor);
  });

  test('D-60 an answer that was heard is worth nothing a second time', async ({ shop }) => {
    const { key } = await withPasskey(shop);
    const browser = new Visitor(shop);
    const question = await browser.call(entranceRoutes.askForPasskey, {});
    const body = { passkey: key.answer(question) };
    await browser.call(entranceRoutes.signInByPasskey, { body });
    await expect(browser.call(entranceRoutes.signInByPasskey, { body })).rejects.toMatchObject(
      wrongFactor,
    );
  });

  test('D-60 another address, a forged signature, another’s handle: refused', async ({ shop }) => {
    const { key } = await withPasskey(shop);
    const stranger = await withPasskey(shop);
    const browser = new Visitor(shop);
    await expect(enterAlone(browser, key, { rpId: 'evil.example' })).rejects.toMatchObject(
      wrongFactor,
    );
    const question = await browser.call(entranceRoutes.askForPasskey, {});
    const { signature } = stranger.key.answer(question);
    const forged = { ...key.answer(question), signature };
    await expect(
      browser.call(entranceRoutes.signInByPasskey, { body: { passkey: forged } }),
    ).rejects.toMatchObject(wrongFactor);
    key.userHandle = stranger.key.userHandle;
    await expect(enterAlone(browser, key)).rejects.toMatchObject(wrongFactor);
  });

  test('D-60 a counter that falls back is refused and stands on record as a possible copy', async ({
    shop,
  }) => {
    const { browser, key } = await withPasskey(shop);
    key.counter = 7;
    await enterAlone(new Visitor(shop), key);
    await expect(enterAlone(new Visitor(shop), key)).rejects.toMatchObject(wrongFactor);
    const { passkeys } = await browser.call(factorRoutes.read, {});
    expect(passkeys[0]!.doubtedAt).toBe(shop.now.toISOString());
    key.counter = 8;
    await enterAlone(new Visitor(shop), key);
  });

  test('D-60 removed, it opens nothing any more', async ({ shop }) => {
    const { browser, key, made } = await withPasskey(shop);
    await browser.call(factorRoutes.removePasskey, { params: { passkeyId: made.passkey.id } });
    await expect(enterAlone(new Visitor(shop), key)).rejects.toMatchObject(wrongFactor);
    expect(await browser.call(factorRoutes.read, {})).toMatchObject({
      passkeys: [],
      recoveryCodesLeft: 0,
    });
  });
});
