import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { test } from '#test/shop.ts';
import { complaintRoutes as routes } from '../contract.ts';
import type { OwnTerms } from '../contract-terms.ts';
import { received, take, upTo } from './complaints.fixture.ts';

const refused: [string, OwnTerms, string][] = [
  ['longer than the 24 hours of S1', { answer: { ordinary: 25 } }, 'term_laxer'],
  ['nothing', { solve: { major: 0 } }, 'term_zero'],
  ['no time to tell that it is received', { receipt: { major: 0 } }, 'term_zero'],
  ['the manager before the supervisor', { supervisor: { raised: 300 } }, 'ladder_reversed'],
];

describe('terms of complaints', () => {
  test('CMP-03 CMP-04 as shipped they name their source, and nothing is set', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const { own, rows } = await owner.call(routes.terms, {});
    expect(own).toEqual({});
    expect(rows.find(({ key }) => key === 'answer')).toMatchObject({
      shipped: { unassessed: 24, major: 2 },
      most: 24,
    });
    expect(rows.every(({ source }) => source !== '')).toBe(true);
  });

  test('CMP-03 CMP-04 what the house sets holds for the clocks that begin from then on', async ({
    shop,
  }) => {
    const [owner, advisor] = [await shop.employee('owner'), await shop.employee('advisor')];
    const before = await received(advisor);
    const own = { answer: { unassessed: 12 }, solve: { ordinary: 48 }, watch: { ordinary: 30 } };
    await owner.call(routes.setTerms, { body: { own } });
    const shown = await advisor.call(routes.one, { params: { complaintId: before.id } });
    expect(shown.answerDueAt).toBe('2026-11-22T08:00:00.000Z');
    const { id, answerDueAt } = await received(advisor);
    expect(answerDueAt).toBe('2026-11-21T20:00:00.000Z');
    await take(advisor, 'assess', id, { severity: 'ordinary', reason: '一般' });
    expect(await upTo(advisor, id, 'acknowledge')).toMatchObject({
      dueAt: '2026-11-23T08:00:00.000Z',
    });
    await upTo(advisor, (await received(advisor)).id, 'acknowledge');
    const { rows, own: kept } = await owner.call(routes.terms, {});
    expect([kept, rows.length]).toEqual([own, 8]);
  });

  test('CMP-10 how long it is watched follows its severity', async ({ shop }) => {
    const [owner, advisor] = [await shop.employee('owner'), await shop.employee('advisor')];
    await owner.call(routes.setTerms, { body: { own: { watch: { ordinary: 30 } } } });
    const { id } = await received(advisor);
    await take(advisor, 'assess', id, { severity: 'ordinary', reason: '一般' });
    await upTo(advisor, id, 'close');
    expect(await take(advisor, 'watch', id, {})).toMatchObject({ watchUntil: '2026-12-21' });
  });

  for (const [what, own, code] of refused) {
    test(`CMP-03 ${what} is refused`, async ({ shop }) => {
      const owner = await shop.employee('owner');
      await expect(owner.call(routes.setTerms, { body: { own } })).rejects.toMatchObject({
        status: 422,
        errors: [{ code }],
      });
    });
  }

  test('CMP-04 the ladder is told when the house says: who supervises after an hour, the owner again after two', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    const advisor = await shop.employee('advisor');
    const own = { supervisor: { unassessed: 60 }, manager: { unassessed: 120 } };
    await owner.call(routes.setTerms, { body: { own } });
    await received(advisor);
    const climbed = async (who: typeof owner) =>
      (await who.call(commitmentRoutes.listNotices, {})).items.filter(
        ({ kind }) => kind === 'commitment.climbed',
      ).length;
    await shop.forward(24);
    expect([await climbed(supervisor), await climbed(owner)]).toEqual([0, 0]);
    await shop.forward(1);
    // An owner supervises too.
    expect([await climbed(supervisor), await climbed(owner)]).toEqual([1, 1]);
    await shop.forward(1);
    expect([await climbed(supervisor), await climbed(owner)]).toEqual([1, 2]);
  });
});
