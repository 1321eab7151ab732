import type { Contest } from '../contest.ts';
import { judgeLedger } from '../ledger-judge.ts';
import { accountWith, LedgerPlay } from '../ledger-play.ts';

/** Parts taken from the shelf and put back by fifty hands. */
export const contest: Contest = {
  name: 'stock',
  promise: 'what is on the shelf is never below zero and is the sum of what went in and out',
  share: 4,
  play: async (arena, operations) => {
    const parts: Awaited<ReturnType<typeof accountWith>>[] = [];
    for (let at = 0; at < 3; at++) parts.push(await accountWith(arena, 'contest.stock', 40));
    const play = new LedgerPlay(arena, await arena.employee('advisor'));
    const taken: string[] = [];
    await arena.crowd(operations, async () => {
      const { id } = arena.random.of(parts);
      const chance = arena.random();
      if (chance < 0.6) {
        const { sourceId, outcome } = await play.move(id, -1 - arena.random.whole(5));
        if (outcome.kind === 'ok') taken.push(sourceId);
      } else if (chance < 0.85 || taken.length === 0)
        await play.move(id, 1 + arena.random.whole(4));
      else await play.reverse(arena.random.of(taken));
    });
    await judgeLedger(arena, parts, play.asked);
  },
};
