import { describe, expect } from 'vitest';
import { jobPackageRoutes, priceRoutes } from '#modules/prices/contract.ts';
import { sumFen } from '#shared/money.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { type QuotedLine, serviceOrderRoutes as routes, type ServiceOrder } from '../contract.ts';
import { linesOf, packaged, today, upkeep, visitFor } from './packages.fixture.ts';

const totalOf = ({ lines }: Pick<ServiceOrder, 'lines'>) =>
  sumFen(lines.flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]));

describe('a package of the price list', () => {
  test('WSH-11 a package is found by code, name and initials and quoted whole, to the fen, with its saving', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    const made = await add();
    expect(made).toMatchObject({ code: 'TC-01', sumFen: 462_00, amountFen: 399_99, fault: null });
    const { offered, quote } = await visitFor(shop);
    for (const q of ['tc-', '保养', 'xby']) expect(await offered(q)).toHaveLength(1);
    const [offer] = await offered('tc-01');
    const order = await quote(linesOf(offer!));
    expect(totalOf(order)).toBe(399_99);
    expect(order.lines.map(({ jobPackage, departs }) => [jobPackage?.code, departs])).toEqual([
      ['TC-01', false],
      ['TC-01', false],
    ]);
    expect(sumFen(order.lines.map(({ jobPackage }) => jobPackage?.savingFen ?? 0))).toBe(62_01);
    const again = order.lines.map((line) => ({
      ...{ id: line.id, description: line.description, labourFen: line.labourFen },
      ...{ priceItemId: line.listed?.priceItemId, jobPackageId: line.jobPackage?.jobPackageId },
      parts: line.parts.map(({ listedFen: _, ...part }) => part),
    })) as QuotedLine[];
    expect(totalOf(await quote(again))).toBe(399_99);
  });

  test('WSH-11 D-20 a quotation with a package that is sent twice stands once', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    await add();
    const { advisor, params, offered } = await visitFor(shop);
    const lines = linesOf((await offered('tc-01'))[0]!);
    const send = () =>
      advisor.call(routes.estimate, { params, body: { lines } }, { idempotencyKey: 'quoted-once' });
    const both = await Promise.allSettled([send(), send()]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    const [first, again] = [await send(), await advisor.call(routes.read, { params })];
    expect(again.lines.map(({ id }) => id)).toEqual(first.lines.map(({ id }) => id));
    expect([again.lines.length, totalOf(again)]).toEqual([lines.length, 399_99]);
  });

  test('WSH-11 a part of a package, or another price, is not quoted as the package', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    await add();
    const { offered, quote } = await visitFor(shop);
    const lines = linesOf((await offered('tc-01'))[0]!);
    for (const broken of [
      lines.slice(1),
      [...lines, ...lines],
      lines.map((line) => ({ ...line, labourFen: 0 })),
    ])
      await expect(quote(broken)).rejects.toMatchObject({ code: 'package_not_whole' });
  });

  test('WSH-12 who refuses a line of a package is asked anew for the rest, at the price of the list', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    await add();
    const { offered, quote, answer } = await visitFor(shop);
    const washing = { description: '洗车', labourFen: 30_00 };
    const quoted = await quote([...linesOf((await offered('tc-01'))[0]!), washing]);
    const after = await answer(quoted, ['全车检查']);
    expect(after.state).toBe('estimated');
    expect(after.lines).toMatchObject([
      { answer: 'open', isAskedAgain: true, labourFen: 60_00, partsFen: 352_00, jobPackage: null },
      { answer: 'refused', labourFen: 50_00, jobPackage: null },
      { answer: 'approved', description: '洗车' },
    ]);
    const agreed = await answer(after);
    expect(agreed).toMatchObject({ state: 'approved', approvedFen: 442_00 });
  });

  test('WSH-12 a package that is refused or approved as a whole is one answer', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    await add();
    const { offered, quote, answer } = await visitFor(shop);
    const approved = await answer(await quote(linesOf((await offered('tc-01'))[0]!)));
    expect(approved).toMatchObject({ state: 'approved', approvedFen: 399_99 });
  });

  test('WSH-11 what is off the list leaves no hole: the package says so, and is not quoted', async ({
    shop,
  }) => {
    const { owner, add } = await packaged(shop);
    await add();
    const { offered, quote } = await visitFor(shop);
    const lines = linesOf((await offered('tc-01'))[0]!);
    const { items } = await owner.call(priceRoutes.list, { query: { q: 'BY-02' } });
    await owner.call(priceRoutes.end, {
      params: { priceItemId: items[0]!.id },
      body: { validFrom: today, standing: 'notOffered' },
    });
    expect(await offered('tc-01')).toMatchObject([
      { fault: 'missing', missing: ['BY-02'], rows: [] },
    ]);
    await expect(quote(lines)).rejects.toMatchObject({ status: 422 });
    await expect(add({ code: 'TC-02' })).rejects.toMatchObject({ code: 'package_line_unknown' });
  });

  test('WSH-11 editions hold from their day to their last day; one that was quoted stays', async ({
    shop,
  }) => {
    const { owner, add } = await packaged(shop);
    const made = await add({ validUntil: '2026-11-30' });
    const { offered, quote } = await visitFor(shop);
    const order = await quote(linesOf((await offered('tc-01'))[0]!));
    const params = { jobPackageId: made.id };
    const { code: _, ...terms } = upkeep;
    await owner.call(jobPackageRoutes.change, {
      params,
      body: { ...terms, priceFen: 300_00 } as never,
    });
    const kept = order.lines.map((line) => ({
      ...{
        id: line.id,
        description: line.description,
        labourFen: line.labourFen,
        payer: line.payer,
      },
      ...{ priceItemId: line.listed?.priceItemId, jobPackageId: made.id },
      parts: line.parts.map(({ listedFen: _, ...part }) => part),
    })) as QuotedLine[];
    expect(totalOf(await quote(kept)), 'as it was quoted').toBe(399_99);
    expect(await offered('tc-01')).toMatchObject([{ amountFen: 300_00 }]);
    await owner.call(jobPackageRoutes.end, {
      params,
      body: { validFrom: '2026-12-01', standing: 'notOffered' },
    });
    const on = async (day: string) =>
      (await owner.call(jobPackageRoutes.list, { query: { day } })).items.length;
    expect([await on(today), await on('2026-12-01')]).toEqual([1, 0]);
    const { items } = await owner.call(jobPackageRoutes.history, { params });
    expect(items.map(({ standing, priceFen }) => [standing, priceFen])).toEqual([
      ['notOffered', 300_00],
      ['offered', 300_00],
      ['offered', 399_99],
    ]);
  });

  test('WSH-11 a package price is not above the sum, its last day not before its first, no item twice', async ({
    shop,
  }) => {
    const { add } = await packaged(shop);
    const [first] = upkeep.lines;
    const refusals = [
      [{ priceFen: 462_01 }, 'package_dearer'],
      [{ validUntil: '2026-11-20' }, 'package_until'],
      [{ lines: [first, first] }, 'package_line_twice'],
      [{ lines: [{ ...first, quantityThousandths: 2000 }] }, 'package_line_twice'],
      [{ lines: [{ ...first, code: 'NO' }] }, 'package_line_unknown'],
      [{ lines: [upkeep.lines[1]], priceFen: 351_99 }, 'package_not_exact'],
    ] as const;
    for (const [body, code] of refusals) await expect(add(body)).rejects.toMatchObject({ code });
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'price_code_taken' });
  });

  test('WSH-11 a sister shop neither sees nor quotes the package of another', async ({ shop }) => {
    const [here, there] = await sisterShops(shop);
    const { owner } = await packaged(here);
    const { add } = await packaged(there);
    const theirs = await add();
    expect((await owner.call(jobPackageRoutes.list, {})).items).toEqual([]);
    const params = { jobPackageId: theirs.id };
    await expect(owner.call(jobPackageRoutes.history, { params })).rejects.toMatchObject({
      status: 404,
    });
    const { offered, quote } = await visitFor(here);
    expect(await offered('tc-01')).toEqual([]);
    const stolen = { description: '更换机油机滤', labourFen: 1_00, jobPackageId: theirs.id };
    await expect(quote([stolen])).rejects.toMatchObject({ code: 'package_not_current' });
  });
});
