import { invitationRoutes, sampleRoutes } from '#modules/surveys/contract.ts';
import { answersOf } from '#modules/surveys/server/surveys.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';

/** Customers who were asked: one answered low, the others still may. */
export async function furnishSurveys(shop: TestShop, mark: string): Promise<void> {
  const agent = await shop.employee('followUpAgent');
  const { items } = await agent.call(invitationRoutes.list, { query: { due: true } });
  if (items.length < 2) throw new Error(`too few customers are asked in ${mark}`);
  const last = items
    .map(({ id }) => id)
    .toSorted()
    .at(-1)!;
  await agent.call(invitationRoutes.record, {
    params: { surveyInvitationId: last },
    body: { answers: answersOf(1, 3, `刹车还是响${mark}`) },
  });
}

/** Headquarters calls some of them again. */
export async function furnishSamples(owner: TestEmployee): Promise<void> {
  const span = { from: '2026-11-20', to: '2026-11-27' };
  await owner.call(sampleRoutes.draw, { body: { ...span, size: 5 } });
}
