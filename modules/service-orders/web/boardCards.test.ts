import { expect, test } from 'vitest';
import type { BoardCard } from '../contract.ts';
import { withCard } from './boardCards.ts';

const card = (id: string, promisedAt: string | null, isLate = false) =>
  ({ id, promisedAt, isLate, stateSince: '2026-11-21T08:00:00.000Z' }) as BoardCard;
const board = { items: [card('a', '2026-11-21T10:00:00.000Z'), card('b', null)] };
const ids = (shown: typeof board) => shown.items.map(({ id }) => id);

test('WSH-17 a change renews one card of the board in its place, and takes away what has left', () => {
  const late = card('b', '2026-11-21T07:00:00.000Z', true);
  expect(ids(withCard('b', late)(board))).toEqual(['b', 'a']);
  expect(ids(withCard('c', card('c', '2026-11-21T11:00:00.000Z'))(board))).toEqual(['a', 'c', 'b']);
  const after = withCard('a', null)(board);
  expect(ids(after)).toEqual(['b']);
  expect(after.items[0]).toBe(board.items[1]);
});
