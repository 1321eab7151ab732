import { complaintRoutes } from '#modules/complaints/contract.ts';
import { known, received } from '#modules/complaints/server/complaints.fixture.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { privacyRoutes } from '#modules/privacy/contract.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { holdRoutes as routes } from '../contract.ts';

export const of = (by: TestEmployee, customerId: string) =>
  by.call(routes.ofCustomer, { params: { customerId } });
export const place = (by: TestEmployee, body: object) =>
  by.call(routes.place, { body: { reason: '客户已起诉，律师要求保留资料', ...body } });
export const lift = (by: TestEmployee, id: string, reason = '双方已和解并签字') =>
  by.call(routes.lift, { params: { documentHoldId: id }, body: { reason } });
export const erase = (by: TestEmployee, customerId: string) =>
  by.call(privacyRoutes.erase, { params: { customerId }, body: { reason: '客户书面要求' } });
export const dataOf = (by: TestEmployee, customerId: string) =>
  by.call(privacyRoutes.read, { params: { customerId } });
export const nameOf = async (by: TestEmployee, customerId: string) =>
  (await by.call(customerRoutes.read, { params: { customerId } })).name;

/** Ends what is open of a customer's complaints and lifts every hold that reaches him. */
export async function freed(by: TestEmployee, customerId: string): Promise<void> {
  await by.shop.settle();
  const params = { customerId };
  for (const { complaintId } of (await by.call(routes.ofCustomer, { params })).items) {
    if (!complaintId) continue;
    const { state } = await by.call(complaintRoutes.one, { params: { complaintId } });
    if (state === 'closed' || state === 'monitoring') continue;
    const body = { reason: '双方另行和解' };
    await by.call(complaintRoutes.closeByException, { params: { complaintId }, body });
  }
  await by.shop.settle();
  for (const { id } of (await by.call(routes.ofCustomer, { params })).items) {
    const body = { reason: '双方已和解并签字' };
    await by.call(routes.lift, { params: { documentHoldId: id }, body });
  }
  await by.shop.settle();
}

/** A hold that came with a complaint, one that a person placed, and one that was lifted again. */
export async function furnishHolds(shop: TestShop, mark: string): Promise<void> {
  const supervisor = await shop.employee('supervisor');
  const { customerId } = await known(shop);
  await received(supervisor, { customerId, content: `换片后异响${mark}` });
  await shop.settle();
  const placed = (body: object) =>
    place(supervisor, { customerId, reason: `律师要求${mark}`, ...body });
  await placed({ isLegal: true, authorityFile: `粤 0402 民初 ${mark}`.slice(0, 80) });
  const { id } = await placed({});
  const params = { documentHoldId: id };
  await supervisor.call(routes.lift, { params, body: { reason: `已和解${mark}` } });
}
