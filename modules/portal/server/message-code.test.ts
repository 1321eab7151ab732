import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { codeTerms } from '#modules/links/server/codes.ts';
import { smsRoutes } from '#modules/messages/contract.ts';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { heldOrderRoutes } from '#modules/service-orders/contract.ts';
import { statement } from '#platform/sql.ts';
import { type TestShop, test } from '#test/shop.ts';
import { SentVisit, Telephone } from './portal.fixture.ts';

const peer = new SmsPeer();
let endpoint = '';
beforeAll(async () => {
  endpoint = await peer.open();
});
beforeEach(() => {
  peer.mood = 'well';
  peer.taken.length = 0;
});
afterAll(() => peer.close());

/** What the visit's customer gave. */
const phone = '13800138000';

/** A quotation that waits for its customer, in a shop that sends codes to a telephone of his own. */
async function quoted(shop: TestShop, more: object = {}) {
  const sent = await SentVisit.quoted(shop);
  const owner = await shop.employee('owner');
  const settings = {
    ...{ provider: 'aliyun' as const, endpoint, keyId, secret, appId: '', region: '' },
    ...{ signature: '景明汽修', priceLi: 45, codeTemplate: 'SMS_777' },
  };
  await owner.call(smsRoutes.setUpSms, { body: { ...settings, ...more } });
  const held = new Telephone(shop, sent.visit.params.orderId);
  await held.come(sent.url);
  const sendCode = () => held.raw(heldOrderRoutes.sendCode);
  const confirm = (code: string) => held.raw(heldOrderRoutes.confirm, { code });
  const codes = () => peer.to(phone).map(({ values }) => String((values as { code: string }).code));
  const later = (seconds: number) => shop.moveTo(new Date(shop.now.getTime() + seconds * 1000));
  return { sent, held, sendCode, confirm, codes, later, prove: () => held.prove() };
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const signings = statement<{ confirmedAt: Date | null; provedAt: Date }, object>(
  'test.confirmedSignings',
  'select confirmed_at, proved_at from order_signings where tenant_id = :tenant',
);
const words = statement<{ words: string }, object>(
  'test.wordsAudited',
  `select string_agg(a::text, ' ') as words from audit_entries a where a.tenant_id = :tenant`,
);

describe('a code by text message', () => {
  test('CAR-07 D-41 an answer is signed only after it, and it stands beside the signature', async ({
    shop,
  }) => {
    const { held, prove, sendCode, confirm, codes } = await quoted(shop);
    await prove();
    const page = await held.visit();
    expect(page).toMatchObject({ isProved: true, needsMessage: true });
    expect((await held.decide(page)).json().code).toBe('link_message_needed');
    const answer = await sendCode();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      sentTo: phone.replace(/^(...)....(....)$/, '$1****$2'),
      minutes: 10,
      secondsBetween: 60,
    });
    const [code] = codes();
    expect(code).toMatch(/^\d{6}$/);
    expect((await confirm(code!)).statusCode).toBe(200);
    expect(await held.visit()).toMatchObject({ needsMessage: false });
    expect((await held.decide(page)).statusCode).toBe(200);
    expect(await shop.reading.rows(signings, {})).toEqual([
      { confirmedAt: shop.now, provedAt: shop.now },
    ]);
    // It left in that message and stands nowhere else.
    expect((await shop.reading.first(words, {}))!.words).not.toContain(code);
  });

  test('D-40 it proves the browser that asked for it, and no other of the same link', async ({
    shop,
  }) => {
    const { held, sent, prove, sendCode, confirm, codes } = await quoted(shop);
    await prove();
    await sendCode();
    const other = new Telephone(shop, sent.visit.params.orderId);
    await other.come(sent.url);
    const code = codes()[0]!;
    expect((await other.raw(heldOrderRoutes.confirm, { code })).json().code).toBe('code_over');
    expect((await confirm(code)).statusCode).toBe(200);
    expect(await held.visit()).toMatchObject({ isProved: true, needsMessage: false });
    expect(await other.visit()).toMatchObject({ isProved: false });
    // Used once.
    expect((await confirm(code)).json().code).toBe('code_over');
  });

  test('D-40 the fifth wrong one voids it, ten wrong ones end the link, and time ends the code', async ({
    shop,
  }) => {
    const { prove, sendCode, confirm, codes, later } = await quoted(shop);
    await prove();
    await sendCode();
    expect((await sendCode()).json()).toMatchObject({ code: 'code_too_soon' });
    const first = codes()[0]!;
    for (let at = 0; at < codeTerms.mostWrong; at++) {
      await later(15);
      expect((await confirm(another(first))).json().code).toBe('link_message_wrong');
    }
    await later(90);
    expect((await confirm(first)).json().code).toBe('code_over');
    await sendCode();
    const second = codes()[1]!;
    await later(codeTerms.minutes * 60);
    expect((await confirm(second)).json().code).toBe('code_over');
    // From here on each guess waits longer than the one before it.
    for (let at = 2; at < 7; at++) {
      await later(16 * 60);
      await sendCode();
      expect((await confirm(another(codes()[at]!))).json().code).toBe('link_message_wrong');
    }
    await later(16 * 60);
    expect((await sendCode()).json().code).toBe('link_over');
  });

  test('CAR-07 a provider that refuses is told at once, and the code that did not leave is void', async ({
    shop,
  }) => {
    const { prove, sendCode, confirm, codes } = await quoted(shop);
    await prove();
    peer.mood = 'refuses';
    const refused = await sendCode();
    expect(refused.statusCode).toBe(502);
    expect(refused.json().code).toBe('code_not_sent');
    expect((await confirm('000000')).json().code).toBe('code_over');
    expect(codes()).toEqual([]);
  });

  test('CAR-07 where no words for it are approved the digits do, and no code is offered', async ({
    shop,
  }) => {
    const { held, prove, sendCode } = await quoted(shop, { codeTemplate: '' });
    await prove();
    const page = await held.visit();
    expect(page.needsMessage).toBe(false);
    expect((await sendCode()).json().code).toBe('code_not_offered');
    expect((await held.decide(page)).statusCode).toBe(200);
    expect(await shop.reading.rows(signings, {})).toMatchObject([{ confirmedAt: null }]);
  });
});
