import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import { allRows } from '#modules/imports/server/lists-for-tests.ts';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { addMonths } from '#shared/dates.ts';
import { test } from '#test/shop.ts';
import { memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member } from './members.fixture.ts';
import {
  bringBalances,
  cardOf,
  customerNamed,
  takeBack,
  takeOver,
  verdictsOf,
} from './openings.fixture.ts';

const zhang = { name: '张 三', phone: '138-0013-8001' };
const li = { name: '李四', phone: '13800138002' };
const whole = {
  ...{ card: '8001', tier: '金卡', points: '1,200', pointsUntil: '2027-06-30' },
  ...{ principal: '￥1,234.50', gift: '２００', listOn: '2026-11-01' },
  ...{ packageName: '洗车卡', uses: '7次', until: '2027-12-31', unit: '30' },
};

describe('balances of another program', () => {
  test('ARC-07 ARC-09 come in by a dry run with control totals that a person confirms, each row one movement of its own', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = await customerNamed(shop, '张三', '13800138001');
    const second = await customerNamed(shop, '李四', '13800138002');
    const batch = await bringBalances(owner, [
      { ...zhang, ...whole },
      { ...li, principal: '500' },
      { name: '王五', phone: '13800138009', principal: '80', points: '10' },
    ]);
    expect(await verdictsOf(owner, batch.id)).toEqual([
      'ok:phone_separators',
      'ok',
      'holder_unknown',
    ]);
    expect(batch.counts).toMatchObject({
      ready: 2,
      held: 1,
      subjects: { all: 2, accepted: 2 },
      sums: [
        { field: 'principalFen', all: 1_814_50, accepted: 1_734_50 },
        { field: 'giftFen', all: 200_00, accepted: 200_00 },
        { field: 'points', all: 1210, accepted: 1200 },
        { field: 'packageUses', all: 7, accepted: 7 },
      ],
    });
    expect(await cardOf(owner, first), 'a dry run writes nothing').toBeNull();
    const params = { importId: batch.id };
    await expect(owner.call(importRoutes.run, { params })).rejects.toMatchObject({
      code: 'sums_unconfirmed',
    });
    expect(await takeOver(owner, batch.id)).toMatchObject({
      state: 'imported',
      made: { records: 2 },
      counts: { imported: 2, held: 1 },
    });

    const card = (await cardOf(owner, first))!;
    expect(card).toMatchObject({
      ...{ principalFen: 1_234_50, giftFen: 200_00, points: 1200 },
      pointsExpiring: [{ onDate: '2027-06-30', points: 1200 }],
      tier: { key: 'gold', rule: 'hand', reason: '期初转入' },
      topUps: [{ method: 'opening', edition: null, paidOn: '2026-11-01', giftExpiresOn: null }],
      packages: [
        { name: '洗车卡', paidFen: 210_00, expiresOn: '2027-12-31', items: [{ left: 7 }] },
      ],
      movements: [
        {
          ...{ kind: 'opening', principalFen: 1_234_50, giftFen: 200_00, points: 1200, uses: 7 },
          ...{ words: '卡号 8001', byName: owner.name },
        },
      ],
    });
    const other = (await cardOf(owner, second))!;
    expect(other).toMatchObject({ principalFen: 500_00, giftFen: 0, points: 0, packages: [] });
    const owed = await owner.call(routes.liability, {});
    expect(owed.totals).toMatchObject({
      ...{ principalFen: 1_734_50, giftFen: 200_00, packagesFen: 210_00 },
      openingFen: 2_144_50,
      allFen: 2_144_50 + 12_00,
    });
    expect(owed.isProved).toBe(true);
    expect(await gapsOf(shop)).toEqual([]);
    const told = await owner.call(auditRoutes.list, {
      query: { event: 'membership.openingCame', limit: 10 },
    });
    expect(told.items).toHaveLength(2);
  });

  test('ARC-09 the same list twice changes nothing: who was taken over is not taken over again', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const id = await customerNamed(shop, '张三', '13800138001');
    const rows = [{ ...zhang, ...whole }];
    await takeOver(owner, (await bringBalances(owner, rows)).id);
    const card = await cardOf(owner, id);
    const again = await bringBalances(owner, rows);
    expect(await verdictsOf(owner, again.id)).toEqual(['balance_taken_over']);
    const params = { importId: again.id };
    await expect(
      owner.call(importRoutes.run, { params }, { version: again.version }),
    ).rejects.toMatchObject({ code: 'nothing_to_import' });
    expect(await cardOf(owner, id)).toEqual(card);
  });

  test('ARC-09 a row whose person is not certain is held with the reason, and so is every amount that is none', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const id = await customerNamed(shop, '张三', '13800138001');
    await customerNamed(shop, '赵敏', '13800138003');
    await customerNamed(shop, '赵敏', '13800138003');
    await shop.write((work) => createVehicle(work, { plate: '京A12345', ownerId: id }));
    const rows = [
      { name: '张三', phone: '13800138001', principal: '一千' },
      { ...zhang, principal: '-5' },
      { ...zhang, principal: '12.345' },
      { ...zhang, principal: '1,000,000.01' },
      { ...zhang, points: '12.5' },
      { ...zhang, points: '10', pointsUntil: '2020-01-01' },
      { ...zhang, principal: '1', tier: '至尊卡' },
      { ...zhang, uses: '3', until: '2027-01-01' },
      { ...zhang, packageName: '洗车卡', uses: '3' },
      { ...zhang, principal: '1', listOn: '2030-01-01' },
      { name: '张三丰', phone: '13800138001', principal: '1' },
      { name: '赵敏', phone: '13800138003', principal: '1' },
      { phone: '13800138001', principal: '1' },
      { name: '张三', principal: '1' },
      { name: '张三', plate: '京A·12345', principal: '1' },
    ];
    const batch = await bringBalances(owner, rows);
    expect(await verdictsOf(owner, batch.id)).toEqual([
      'amount_text',
      'amount_negative',
      'amount_text',
      'amount_too_large',
      'count_text',
      'day_over',
      'tier_unknown',
      'package_unnamed',
      'package_until_missing',
      'list_day_future',
      'holder_other_name',
      'holder_ambiguous',
      'name_missing',
      'holder_unnamed',
      expect.stringMatching(/^(ok|balance_twice)/),
    ]);
    const [, negative] = await allRows(owner, batch.id);
    expect(negative!.reasons[0]).toMatchObject({
      field: 'principalFen',
      words: '金额是负数',
      advice: '欠款不能作为储值转入，请核对后改正。',
    });
    const mended = await owner.call(
      importRoutes.mendRow,
      { params: { importId: batch.id, rowNo: 3 }, body: { fields: { principalFen: '5' } } },
      { version: negative!.version },
    );
    expect(mended.reasons.some(({ kind }) => kind === 'fault')).toBe(false);
  });

  test('ARC-09 two rows of one person are asked about: two cards both come in, a package of his beside his money does', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const id = await customerNamed(shop, '张三', '13800138001');
    const batch = await bringBalances(owner, [
      { ...zhang, principal: '100', card: '1' },
      { ...zhang, packageName: '洗车卡', uses: '3', until: '2027-01-01', unit: '30' },
      { ...zhang, principal: '50', card: '2' },
      { ...zhang, principal: '50', card: '3' },
    ]);
    expect((await verdictsOf(owner, batch.id)).map((verdict) => verdict.split(':')[0])).toEqual([
      'ok',
      'ok',
      'balance_twice',
      'balance_twice',
    ]);
    const rows = await allRows(owner, batch.id);
    expect(rows[2]!.decisions).toEqual(['skip', 'separate']);
    const both = {
      params: { importId: batch.id, rowNo: 4 },
      body: { decision: 'separate' },
    } as const;
    await owner.call(importRoutes.mendRow, both, { version: rows[2]!.version });
    expect(await takeOver(owner, batch.id)).toMatchObject({
      made: { records: 3 },
      counts: { imported: 3, question: 1, subjects: { accepted: 1 } },
    });
    expect(await cardOf(owner, id)).toMatchObject({
      principalFen: 150_00,
      packages: [{ items: [{ left: 3 }] }],
    });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 points without a day of their own last as the rule says; who is a member already keeps what he has', async ({
    shop,
  }) => {
    const id = await customerNamed(shop, '张三', '13800138001');
    const member = await Member.join(shop, id);
    await member.topUp(100_00);
    const batch = await bringBalances(member.owner, [{ ...zhang, points: '300', tier: '银卡' }]);
    expect(await verdictsOf(member.owner, batch.id)).toEqual(['warn:member_already']);
    await takeOver(member.owner, batch.id);
    const { pointsExpiring, principalFen, tier, number } = await member.look();
    const today = shop.now.toISOString().slice(0, 10);
    expect(pointsExpiring).toMatchObject([{ points: 300 }]);
    expect(pointsExpiring[0]!.onDate.slice(0, 7)).toBe(addMonths(today, 24).slice(0, 7));
    expect({ principalFen, tier: tier.key }).toEqual({ principalFen: 100_00, tier: 'silver' });
    const anew = await bringBalances(member.owner, [{ card: number, points: '5' }]);
    expect(await verdictsOf(member.owner, anew.id)).toEqual(['balance_taken_over']);
  });

  test('ARC-09 who imports but does not manage membership neither brings such a list nor sees one', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await customerNamed(shop, '张三', '13800138001');
    const batch = await bringBalances(owner, [{ ...zhang, principal: '1' }]);
    await shop.write((work) =>
      work.insert('roles', {
        key: 'archivist',
        name: '档案员',
        permissions: ['customers.see', 'customers.import', 'members.see'],
      }),
    );
    const archivist = await shop.employee('archivist');
    const forbidden = { status: 403, facts: { permission: 'members.manage' } };
    const params = { importId: batch.id };
    await expect(archivist.call(importRoutes.read, { params })).rejects.toMatchObject(forbidden);
    await expect(archivist.call(importRoutes.listRows, { params })).rejects.toMatchObject(
      forbidden,
    );
    await expect(
      archivist.call(importRoutes.run, { params }, { version: batch.version }),
    ).rejects.toMatchObject(forbidden);
    expect((await archivist.call(importRoutes.list, {})).items).toEqual([]);
  });

  test('ARC-09 ORG-01 a member of another shop is not given anything: what is owed stands where it was paid', async ({
    shop,
  }) => {
    const id = await customerNamed(shop, '张三', '13800138001');
    const { owner, record } = await Member.join(shop, id);
    const [top] = (await owner.call(organisationRoutes.listUnits, {})).items;
    await owner.call(
      organisationRoutes.changeUnit,
      { params: { orgUnitId: top!.id }, body: { tier: 'agent' } },
      { version: top!.version },
    );
    const add = (code: string) =>
      owner.call(organisationRoutes.addUnit, {
        body: { parentId: top!.id, tier: 'shop', code, name: `${code} 店` },
      });
    const [east, west] = [await add('E01'), await add('W01')];
    const at = (unit: typeof east) => ({ orgUnitId: unit.id, orgPath: unit.path });
    await shop.write(async (work) => {
      await work.update('customers', { id }, at(east));
      await work.update('memberships', { id: record.id }, at(west));
    });
    const head = await shop.at(east).employee('owner');
    const batch = await bringBalances(head, [{ ...zhang, principal: '1' }]);
    expect(await verdictsOf(head, batch.id)).toEqual(['member_elsewhere']);
    const above = await bringBalances(owner, [{ ...zhang, principal: '1' }]);
    expect(await verdictsOf(owner, above.id)).toEqual(['warn:member_already']);
  });
});

describe('taking it back', () => {
  test('ARC-09 D-12 by movements of its own, person by person; of whom something was used everything stays, with the reason', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = await customerNamed(shop, '张三', '13800138001');
    const second = await customerNamed(shop, '李四', '13800138002');
    const batch = await bringBalances(owner, [
      { ...zhang, ...whole },
      { ...li, principal: '500', points: '20' },
      { ...li, packageName: '打蜡', uses: '2', until: '2027-01-01', unit: '50' },
    ]);
    await takeOver(owner, batch.id);
    const used = await Member.join(shop, second);
    await used.spend(100_00);
    expect(await takeBack(owner, batch.id)).toMatchObject({
      state: 'undone',
      counts: { imported: 2, ready: 1 },
    });
    const stayed = await allRows(owner, batch.id, { status: 'imported' });
    expect(stayed.map(({ verdict }) => verdict)).toEqual([
      'warn:balance_spent',
      'warn:balance_spent',
    ]);
    expect(stayed[0]!.reasons.at(-1)).toMatchObject({ words: '储值已用过，没有撤销' });
    const card = (await cardOf(owner, first))!;
    expect(card).toMatchObject({
      ...{ principalFen: 0, giftFen: 0, points: 0, topUps: [], packages: [], pointsExpiring: [] },
      tier: { key: 'member', rule: 'joining' },
    });
    expect(card.movements.map(({ kind, isReversed }) => [kind, isReversed])).toEqual([
      ['reverse', false],
      ['opening', true],
    ]);
    expect(await cardOf(owner, second)).toMatchObject({ principalFen: 400_00, points: 20 });
    expect(await gapsOf(shop)).toEqual([]);

    // The corrected list comes in again: nothing of the first stands in its way.
    const anew = await bringBalances(owner, [{ ...zhang, principal: '99', tier: '银卡' }]);
    await takeOver(owner, anew.id);
    expect(await cardOf(owner, first)).toMatchObject({
      principalFen: 99_00,
      tier: { key: 'silver' },
    });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-09 when all were used nothing is taken back; a payment that was taken back itself is no use', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const id = await customerNamed(shop, '张三', '13800138001');
    const batch = await bringBalances(owner, [{ ...zhang, principal: '100', points: '50' }]);
    await takeOver(owner, batch.id);
    const member = await Member.join(shop, id);
    const { id: movementId } = await member.spend(10_00);
    expect(await takeBack(owner, batch.id)).toMatchObject({
      state: 'imported',
      fault: 'import_used',
    });
    await member.reverse(movementId);
    await member.correct(-5);
    expect(await takeBack(owner, batch.id)).toMatchObject({ fault: 'import_used' });
    expect((await member.look()).points).toBe(45);
    expect(await gapsOf(shop)).toEqual([]);
  });
});
