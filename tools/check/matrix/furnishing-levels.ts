import { levelRoutes } from '#modules/complaint-levels/contract.ts';
import { received, take, usual } from '#modules/complaints/server/complaints.fixture.ts';
import type { TestEmployee } from '#test/tenant.ts';

/** A complaint that waits at the level above, with why it came there. */
export async function furnishLevels(
  owner: TestEmployee,
  customerId: string,
  mark: string,
): Promise<void> {
  const { id } = await received(owner, { customerId });
  await take(owner, 'acknowledge', id, usual.acknowledge);
  await owner.call(levelRoutes.passUp, {
    params: { complaintId: id },
    body: { reason: `疑似同批次问题${mark}` },
  });
}
