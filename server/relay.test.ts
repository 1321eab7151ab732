import { expect, test } from 'vitest';
import { piecesOf } from './relay.ts';

test('G-47 however many sessions end at once, each is told to the other instances', () => {
  const changes = Array.from({ length: 500 }, (_, at) => ({
    type: 'session',
    id: `01a20000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    event: 'people.signedOut',
    orgPath: '1.2.3.',
  }));
  const pieces = piecesOf({ tenantId: 'one', changes });
  expect(pieces.flatMap((piece) => piece.changes)).toEqual(changes);
  const longest = Math.max(...pieces.map((piece) => Buffer.byteLength(JSON.stringify(piece))));
  expect(longest).toBeLessThanOrEqual(7000);
});
