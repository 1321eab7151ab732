import type { Contest } from '../contest.ts';
import { judgeLedger } from '../ledger-judge.ts';
import { accountWith, LedgerPlay } from '../ledger-play.ts';

const places = 8;

/** Visits booked into slots and cancelled again, by customers and by the desk. */
export const contest: Contest = {
  name: 'slots',
  promise: 'no slot takes more than its places, and a place given back is free once',
  share: 3,
  play: async (arena, operations) => {
    const slots: { id: string; floor: number | null; most: number }[] = [];
    for (let at = 0; at < 6; at++) {
      slots.push({ ...(await accountWith(arena, 'contest.slot', places)), most: places });
    }
    const play = new LedgerPlay(arena, await arena.employee('advisor'));
    const booked: string[] = [];
    await arena.crowd(operations, async () => {
      if (booked.length > 0 && arena.random() < 0.4) {
        const sourceId = arena.random.of(booked);
        await Promise.all([play.reverse(sourceId), play.reverse(sourceId)]);
        return;
      }
      const { sourceId, outcome } = await play.move(arena.random.of(slots).id, -1);
      if (outcome.kind === 'ok') booked.push(sourceId);
    });
    await judgeLedger(arena, slots, play.asked);
  },
};
