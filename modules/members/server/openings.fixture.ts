import { createCustomer } from '#modules/customers/server/index.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import { allRows, bring, undoNow, workbookOf } from '#modules/imports/server/lists-for-tests.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { memberRoutes as routes } from '../contract.ts';

/** As other shop programs head such a list. */
export const heading = [
  '卡号',
  '姓名',
  '手机号',
  '车牌号',
  '会员等级',
  '积分',
  '积分到期日',
  '本金余额',
  '赠送余额',
  '套餐名称',
  '剩余次数',
  '套餐到期日',
  '单次价格',
  '统计日期',
];
const fields = [
  'card',
  'name',
  'phone',
  'plate',
  'tier',
  'points',
  'pointsUntil',
  'principal',
  'gift',
  'packageName',
  'uses',
  'until',
  'unit',
  'listOn',
] as const;
export type Told = Partial<Record<(typeof fields)[number], string>>;

/** A real workbook, brought in and judged. */
export const bringBalances = async (person: TestEmployee, rows: readonly Told[]) => {
  const lines = rows.map((row) => fields.map((field) => row[field] ?? ''));
  return bring(person, await workbookOf([heading, ...lines]), '会员余额.xlsx', 'balances');
};

/** Confirms the sums as they stand and writes. */
export async function takeOver(person: TestEmployee, importId: string) {
  const { version } = await person.call(importRoutes.read, { params: { importId } });
  await person.call(importRoutes.run, { params: { importId } }, { version });
  await person.shop.settle();
  return person.call(importRoutes.read, { params: { importId } });
}
export const takeBack = undoNow;

export const verdictsOf = async (person: TestEmployee, importId: string) =>
  (await allRows(person, importId)).map(({ verdict }) => verdict);

export const customerNamed = async (shop: TestShop, name: string, phone: string) =>
  (await shop.write((work) => createCustomer(work, { name, phone }))).id;

export const cardOf = async (person: TestEmployee, customerId: string) =>
  (await person.call(routes.ofCustomer, { params: { customerId } })).membership;
