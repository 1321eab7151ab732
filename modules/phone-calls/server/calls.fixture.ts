import type { TestEmployee } from '#test/tenant.ts';
import { phoneCallRoutes as routes, telephonyRoutes } from '../contract.ts';
import { insertCall } from './queries.ts';

/** An extension, and a call in each state that a person acts on: to be recorded, recorded, missed, taken. */
export async function someCalls(by: TestEmployee, customerId: string, mark: string): Promise<void> {
  const { shop } = by;
  await by.call(telephonyRoutes.setExtension, { body: { employeeId: by.id, extension: '801' } });
  const body = { direction: 'visit', customerId } as const;
  const visit = await by.call(routes.add, { body });
  await by.call(routes.record, {
    params: { phoneCallId: visit.id },
    body: { result: 'talked', note: `到店问年检${mark}` },
  });
  const open = await by.call(routes.add, { body: { direction: 'in', number: '13911110000' } });
  await by.call(routes.identify, {
    params: { phoneCallId: open.id },
    body: { customerId: null, callerName: `周先生${mark}` },
  });
  for (const last of [1, 2]) {
    const missed = await shop.write((work) =>
      insertCall(work, {
        ...{ direction: 'in', state: 'missed', number: `1391111000${last}` },
        ...{ callerName: `吴女士${mark}`, startedAt: shop.now, endedAt: shop.now },
      }),
    );
    const params = { phoneCallId: missed.id };
    if (last === 2) await by.call(routes.take, { params });
  }
}
