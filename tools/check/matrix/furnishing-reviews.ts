import { lawRoutes, measureRoutes, reviewRoutes } from '#modules/complaint-reviews/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import type { TestShop } from '#test/tenant.ts';

/** A meeting on complaints with its minutes, somebody invited, and a measure and a plan that wait to be done. */
export async function furnishReviews(shop: TestShop, mark: string): Promise<void> {
  const supervisor = await shop.employee('supervisor');
  const on = shop.now.toISOString().slice(0, 10);
  const employeeIds = [supervisor.id];
  const review = await supervisor.call(reviewRoutes.make, {
    body: { grain: 'month', on, employeeIds },
  });
  const params = { complaintReviewId: review.id };
  const minutes = `导向销缺油是主因${mark}`;
  await supervisor.call(
    reviewRoutes.minute,
    { params, body: { minutes } },
    { version: review.version },
  );
  const dueOn = '2027-06-30';
  const promised = { ownerId: supervisor.id, dueOn };
  await supervisor.call(measureRoutes.agree, {
    body: {
      ...promised,
      complaintReviewId: review.id,
      purpose: 'improvement',
      words: `作业表加一项${mark}`,
      kind: 'repairTechnique',
      effectExpected: `减少一半${mark}`,
    },
  });
  await supervisor.call(measureRoutes.agree, {
    body: {
      ...promised,
      purpose: 'prevention',
      words: `交车前试车${mark}`,
      riskArea: `换片后异响${mark}`,
      qualityControl: `抽查一成${mark}`,
      education: `新片请先轻踩${mark}`,
    },
  });
  const { id } = await supervisor.call(measureRoutes.agree, {
    body: { ...promised, purpose: 'improvement', words: `培训${mark}` },
  });
  await supervisor.call(measureRoutes.finish, {
    params: { complaintMeasureId: id },
    body: { result: `培训了${mark}` },
  });
  const { items } = await supervisor.call(complaintRoutes.list, { query: { limit: 1 } });
  await supervisor.call(lawRoutes.tick, {
    params: { complaintId: items[0]!.id },
    body: { item: 'consumers.delay' },
  });
}
