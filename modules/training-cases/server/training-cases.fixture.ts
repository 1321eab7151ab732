import { received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import type { TestShop } from '#test/tenant.ts';
import { trainingCaseRoutes as routes } from '../contract.ts';

/** A case that is read, one that is still written and one that was taken back. */
export async function furnishTrainingCases(shop: TestShop, mark: string): Promise<void> {
  const author = await shop.employee('supervisor');
  const second = await shop.employee('supervisor');
  for (const state of ['published', 'draft', 'withdrawn'] as const) {
    const { id: complaintId } = await received(author, { content: `换片后异响${mark}` });
    await upTo(author, complaintId, 'close');
    const { id, version } = await author.call(routes.make, { params: { complaintId } });
    const params = { trainingCaseId: id };
    const body = { questions: `哪一步出了错${mark}` };
    await author.call(routes.write, { params, body }, { version });
    if (state === 'published') {
      await second.call(routes.publish, { params });
      await second.call(routes.tickRead, { params });
    }
    if (state === 'withdrawn') {
      await second.call(routes.withdraw, { params, body: { reason: `写重了${mark}` } });
    }
  }
}
