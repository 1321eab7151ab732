import type { Contest } from '../contest.ts';
import { judgeLedger } from '../ledger-judge.ts';
import { accountWith, LedgerPlay } from '../ledger-play.ts';

/** Cards topped up, spent and moved from one to the other, in both directions at once. */
export const contest: Contest = {
  name: 'prepaid',
  promise: 'no card is overdrawn, and not a fen appears or vanishes between accounts',
  share: 4,
  play: async (arena, operations) => {
    const issued = await accountWith(arena, 'contest.issued', 0, null);
    const income = await accountWith(arena, 'contest.income', 0);
    const cards: Awaited<ReturnType<typeof accountWith>>[] = [];
    for (let at = 0; at < 4; at++) cards.push(await accountWith(arena, 'contest.prepaid', 0));
    const play = new LedgerPlay(arena, await arena.employee('advisor'));
    const moved: string[] = [];
    await arena.crowd(operations, async () => {
      const [card, other] = arena.random.shuffled(cards);
      const chance = arena.random();
      const fen = 100 + arena.random.whole(50_000);
      if (chance < 0.3) await play.transfer(issued.id, card!.id, fen);
      else if (chance < 0.6) {
        const { sourceId, outcome } = await play.transfer(card!.id, income.id, fen);
        if (outcome.kind === 'ok') moved.push(sourceId);
      } else if (chance < 0.9 || moved.length === 0) await play.transfer(card!.id, other!.id, fen);
      else await play.reverse(arena.random.of(moved), 2);
    });
    const all = [issued, income, ...cards];
    const entries = await judgeLedger(arena, all, play.asked);
    const sum = entries.reduce((total, { amount }) => total + Number(amount), 0);
    if (sum !== 0) arena.fail(`${sum} fen have appeared between accounts`);
  },
};
