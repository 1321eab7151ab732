import { describe, expect } from 'vitest';
import { mergeCustomers, undo } from '#modules/duplicates/server/duplicates.fixture.ts';
import { linked } from '#modules/shop-page/server/mine.fixture.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { customerRoutes } from '../contract.ts';

const add = (by: TestEmployee, body: { birthday?: string; kind?: 'person' | 'company' }) =>
  by.call(customerRoutes.add, { body: { name: '王丽', ...body } });
const read = (by: TestEmployee, customerId: string) =>
  by.call(customerRoutes.read, { params: { customerId } });

describe('a birthday on file', () => {
  test('CAR-03 is written as people say it, solar or lunar, and its next day is told', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const lunar = await add(advisor, { birthday: '农历八月十五' });
    expect(lunar).toMatchObject({ birthday: 'lunar 08-15', nextBirthdayOn: '2027-09-15' });
    const today = await add(advisor, { birthday: '1985年11月21日' });
    expect(today).toMatchObject({ birthday: '1985-11-21', isBirthday: true });
    const params = { customerId: today.id };
    await advisor.call(customerRoutes.change, { params, body: { birthday: '' } }, { version: 1 });
    expect(await read(advisor, today.id)).toMatchObject({ birthday: '', nextBirthdayOn: null });
  });

  test('CAR-03 what cannot be read is told with what to do; a company has none', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await expect(add(advisor, { birthday: '八月十五' })).rejects.toMatchObject({
      status: 422,
      code: 'birthday_invalid',
    });
    await expect(add(advisor, { kind: 'company', birthday: '3月7日' })).rejects.toMatchObject({
      code: 'birthday_of_company',
    });
    const { id: customerId } = await add(advisor, { birthday: '3月7日' });
    const body = { kind: 'company' } as const;
    await advisor.call(customerRoutes.change, { params: { customerId }, body }, { version: 1 });
    expect(await read(advisor, customerId)).toMatchObject({ birthday: '' });
  });

  test('ARC-10 who may not see persons whole sees no year, and saves none away', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await shop.write((work) =>
      work.insert('roles', {
        key: 'clerk',
        name: '录入',
        home: 'supervision',
        permissions: ['customers.see', 'customers.edit'],
      }),
    );
    const clerk = await shop.employee('clerk');
    const { id: customerId } = await add(advisor, { birthday: '1985-03-07' });
    expect(await read(clerk, customerId)).toMatchObject({ birthday: '03-07' });
    const params = { customerId };
    const body = { birthday: '3月7日', wishes: '要发票' };
    await clerk.call(customerRoutes.change, { params, body }, { version: 1 });
    expect(await read(advisor, customerId)).toMatchObject({
      birthday: '1985-03-07',
      wishes: '要发票',
    });
  });

  test('ARC-05 of two files the one that has it wins; undone, each is as it was', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id: keptId } = await add(owner, {});
    const { id: goneId } = await add(owner, { birthday: '农历闰四月初五' });
    const { id: mergeId } = await mergeCustomers(owner, keptId, goneId);
    expect(await read(owner, keptId)).toMatchObject({ birthday: 'lunar leap 04-05' });
    await undo(owner, mergeId);
    expect(await read(owner, keptId)).toMatchObject({ birthday: '' });
    expect(await read(owner, goneId)).toMatchObject({ birthday: 'lunar leap 04-05' });
  });

  test('ARC-10 CAR-07 he sees it on his page without its year, saves the rest without losing it, and takes it out', async ({
    shop,
  }) => {
    const { asking, owner, params } = await linked(shop);
    const { version } = await read(owner, params.customerId);
    const body = { birthday: '农历1985年八月十五' };
    await owner.call(customerRoutes.change, { params, body }, { version });
    const mine = await asking('prove', { code: '8000' });
    expect(mine.ownWishes).toMatchObject({ birthday: '农历八月十五' });
    await asking('wish', { birthday: '农历八月十五', wishes: '要发票' });
    expect(await read(owner, params.customerId)).toMatchObject({ birthday: 'lunar 1985-08-15' });
    const after = await asking('wish', { birthday: '' });
    expect(after.ownWishes).toMatchObject({ birthday: '' });
    expect(await read(owner, params.customerId)).toMatchObject({ birthday: '' });
  });
});
