import { randomInt } from 'node:crypto';
import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { statement } from '#platform/sql.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type GenuineAnswer, genuineRoutes } from '../contract.ts';
import { newCode, printedCode, readCode } from './code.ts';
import { thresholds } from './thresholds.ts';

const pads = { product: '前制动片（原厂）', partNumber: '04465-02240' };
const issue = (person: TestEmployee, codes = 3) =>
  person.call(genuineRoutes.issue, { body: { ...pads, codes } });

async function codesOf(person: TestEmployee, batchId: string): Promise<string[]> {
  const { body } = await person.raw('GET', `/genuine-batches/${batchId}/labels.csv`);
  const lines = body.trim().split('\r\n').slice(1);
  return lines.map((line) => line.split(',')[1]!);
}

/** Somebody with the part in his hand, at an address of his own. */
function visitor(shop: TestShop) {
  const remoteAddress = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const house = `t-${shop.tenantId.slice(-12)}`;
  return async (code: string, more: object = {}) => {
    const payload = { code, house, ...more };
    const url = '/api/v1/genuine-checks';
    const reply = await shop.http.inject({ method: 'POST', url, payload, remoteAddress });
    return { status: reply.statusCode, ...(reply.json() as GenuineAnswer & { code: string }) };
  };
}

const bellOf = async (person: TestEmployee) =>
  (await person.call(commitmentRoutes.listNotices, {})).items;

describe('a code', () => {
  test('ARC-11 is told from one that was mistyped: every single sign', () => {
    const code = newCode();
    expect(readCode(printedCode(code).toLowerCase())).toBe(code);
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const wrong = [...code].flatMap((own, at) =>
      [...signs]
        .filter((sign) => sign !== own)
        .map((sign) => code.slice(0, at) + sign + code.slice(at + 1)),
    );
    expect(wrong.filter((text) => readCode(text) !== undefined)).toEqual([]);
    expect(readCode('0123')).toBeUndefined();
    expect(new Set(Array.from({ length: 2000 }, newCode)).size).toBe(2000);
  });
});

describe('codes on labels', () => {
  test('ARC-11 a batch is issued, its labels name each code once, and the database holds none of them', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await issue(owner, 40);
    expect(batch).toMatchObject({ ...pads, codes: 40, codesChecked: 0, number: 'FW261121-001' });
    const reply = await owner.raw('GET', `/genuine-batches/${batch.id}/labels.csv`);
    expect(reply.headers['content-type']).toContain('text/csv');
    const codes = await codesOf(owner, batch.id);
    expect(new Set(codes).size).toBe(40);
    expect(reply.body).toContain(`/g?h=t-${shop.tenantId.slice(-12)}#${codes[0]}`);
    const kept = statement<{ text: string }, object>(
      'genuineTest.kept',
      'select string_agg(c::text, chr(10)) as text from genuine_codes c where tenant_id = :tenant',
    );
    const { text } = (await shop.reading.first(kept, {}))!;
    expect(codes.filter((code) => text.includes(code.replaceAll('-', '')))).toEqual([]);
  });

  test('ARC-11 only who may issue codes sees them', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const { id } = await issue(owner, 1);
    await expect(issue(advisor)).rejects.toMatchObject({ status: 403 });
    expect((await advisor.raw('GET', `/genuine-batches/${id}/labels.csv`)).statusCode).toBe(403);
    const [north, south] = await sisterShops(shop);
    const [here, there] = [await north.employee('owner'), await south.employee('owner')];
    const own = await issue(here, 1);
    expect((await there.raw('GET', `/genuine-batches/${own.id}/labels.csv`)).statusCode).toBe(404);
    expect((await there.call(genuineRoutes.listCodes, {})).items).toEqual([]);
  });
});

describe('looking a code up', () => {
  test('ARC-11 the first look says genuine, the next ones when and where it was looked up before', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const look = visitor(shop);
    const [code] = await codesOf(owner, (await issue(owner)).id);
    const genuine = {
      status: 200,
      outcome: 'genuine',
      house: '试车行',
      ...pads,
      times: 0,
      earlier: [],
    };
    expect(await look(code!, { place: '广东' })).toMatchObject(genuine);
    expect(await look(code!, { place: '广东' }), 'the page is loaded twice').toMatchObject(genuine);
    await shop.forward(1);
    expect(await look(code!.toLowerCase(), { place: '广东' })).toMatchObject({
      outcome: 'again',
      times: 1,
      earlier: [{ at: '2026-11-21T08:00:00.000Z', place: '广东' }],
    });
    const { items } = await owner.call(genuineRoutes.listCodes, { query: { q: code } });
    expect(items).toMatchObject([{ state: 'checked', checks: 2, ending: code!.slice(-4) }]);
    const batches = await owner.call(genuineRoutes.listBatches, {});
    expect(batches.items).toMatchObject([{ codesChecked: 1, codesWarned: 0 }]);
  });

  test('ARC-11 a poster names its shop as the place', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const [north] = await sisterShops(shop);
    const [code] = await codesOf(owner, (await issue(owner)).id);
    await visitor(north)(code!, { shop: 'shop-1' });
    const { items } = await owner.call(genuineRoutes.listCodes, { query: { q: code } });
    expect(items[0]!.latest).toMatchObject([{ place: '分店1' }]);
  });

  test('ARC-11 what nobody issued is unknown, what is mistyped says so, another house’s is unknown here', async ({
    shop,
  }) => {
    const look = visitor(shop);
    expect(await look(newCode())).toMatchObject({ status: 200, outcome: 'unknown', house: '' });
    expect(await look('ABCD-EFGH-JKMN-PQR0')).toMatchObject({
      status: 422,
      code: 'genuine_code_mistyped',
    });
    expect(await look(newCode(), { house: 'no-such-house' })).toMatchObject({ outcome: 'unknown' });
  });

  test('ARC-11 a code looked up in two places is warned of once, with the places', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const look = visitor(shop);
    const [code] = await codesOf(owner, (await issue(owner)).id);
    await look(code!, { place: '广东' });
    expect(await bellOf(owner)).toEqual([]);
    await shop.forward(1);
    await look(code!, { place: '新疆' });
    await look(code!, { place: '西藏' });
    const bell = await bellOf(owner);
    expect(bell).toMatchObject([
      {
        kind: 'genuineChecks.warned',
        facts: { checks: 2, places: '新疆、广东', ending: code!.slice(-4) },
      },
    ]);
    const { items } = await owner.call(genuineRoutes.listCodes, { query: { state: 'warned' } });
    expect(items).toMatchObject([{ checks: 3, product: pads.product }]);
  });

  test('ARC-11 many looks at one place are warned of as well', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const look = visitor(shop);
    const [code] = await codesOf(owner, (await issue(owner)).id);
    for (let at = 1; at < thresholds.checks; at++) {
      await look(code!);
      await shop.forward(1);
    }
    expect(await bellOf(owner)).toEqual([]);
    await look(code!);
    expect(await bellOf(owner)).toHaveLength(1);
  });

  test('ARC-11 a withdrawn code says so, alone or with its batch', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const look = visitor(shop);
    const batch = await issue(owner, 2);
    const [one, other] = await codesOf(owner, batch.id);
    const { items } = await owner.call(genuineRoutes.listCodes, { query: { q: one } });
    const params = { genuineCodeId: items[0]!.id };
    await owner.call(genuineRoutes.withdrawCode, { params, body: { reason: '标签遗失' } });
    expect(await look(one!)).toMatchObject({ outcome: 'withdrawn', product: pads.product });
    expect(await look(other!)).toMatchObject({ outcome: 'genuine' });
    const ofBatch = { params: { genuineBatchId: batch.id }, body: { reason: '供应商更换' } };
    expect(await owner.call(genuineRoutes.withdrawBatch, ofBatch)).toMatchObject({
      withdrawnWhy: '供应商更换',
    });
    expect(await look(other!)).toMatchObject({ outcome: 'withdrawn' });
    await expect(owner.call(genuineRoutes.withdrawBatch, ofBatch)).rejects.toMatchObject({
      status: 409,
      code: 'genuine_withdrawn',
    });
  });

  test('ARC-11 G-46 who tries codes is stopped, and nothing of him is kept with them', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const look = visitor(shop);
    const [code] = await codesOf(owner, (await issue(owner)).id);
    await look(code!, { place: '广东' });
    const replies = [];
    for (let at = 0; at < 2 * thresholds.perAddressMinute + 1; at++)
      replies.push(await look(newCode()));
    // Two minutes may share them, and one has more than it may.
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    const kept = statement<{ text: string }, object>(
      'genuineTest.checks',
      `select coalesce(string_agg(k::text, ''), '') || coalesce((select string_agg(e.data::text, '') from audit_entries e
          where e.tenant_id = :tenant and e.event like 'genuine%'), '') as text
         from genuine_checks k where tenant_id = :tenant`,
    );
    expect((await shop.reading.first(kept, {}))!.text).not.toMatch(/\b10\.\d+\.\d+\.\d+\b/);
  });
});
