import type { Contest } from '../contest.ts';
import { judgeLedger } from '../ledger-judge.ts';
import { accountWith, LedgerPlay } from '../ledger-play.ts';

/** Many customers redeem the same coupon, of which there are only so many. */
export const contest: Contest = {
  name: 'coupon',
  promise: 'a coupon is redeemed exactly as often as its limit allows, and refused only after that',
  share: 2,
  play: async (arena, operations) => {
    const limit = Math.max(5, Math.floor(operations / 40));
    const play = new LedgerPlay(arena, await arena.employee('advisor'));
    const coupons: Awaited<ReturnType<typeof accountWith>>[] = [];
    const goal = arena.counted.operations + operations;
    while (arena.counted.operations < goal) {
      const coupon = await accountWith(arena, 'contest.coupon', limit);
      coupons.push(coupon);
      await arena.crowd(limit * 3, () => play.move(coupon.id, -1));
    }
    const entries = await judgeLedger(arena, coupons, play.asked);
    for (const { id } of coupons) {
      const redeemed = entries.filter((entry) => entry.account === id).length - 1;
      if (redeemed !== limit) arena.fail(`${redeemed} of ${limit} redeemed, the rest was refused`);
    }
  },
};
