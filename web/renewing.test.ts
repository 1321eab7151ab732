import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { ApiProblem } from '#shared/call.ts';
import { renew } from './renewing.ts';

type Shown = Record<string, string>;

/** An open list with a patch whose answers come when the test says so; `whole` counts how often it was read as a whole. */
async function openList() {
  const client = new QueryClient();
  const asked: { id: string; answer: (state: string) => void; fail: (why: ApiProblem) => void }[] =
    [];
  const counted = { whole: 0 };
  const patch = {
    of: 'serviceOrder',
    renew: (id: string) =>
      new Promise<(shown: Shown) => Shown>((resolve, fail) => {
        asked.push({
          id,
          fail,
          answer: (state) => resolve((shown) => ({ ...shown, [id]: state })),
        });
      }),
  };
  const options = {
    queryKey: ['service-orders', 'board'],
    meta: { patch },
    queryFn: async (): Promise<Shown> => {
      counted.whole += 1;
      return { a: 'received', b: 'received' };
    },
  };
  const observer = new QueryObserver(client, options);
  observer.subscribe(() => undefined);
  await client.fetchQuery(options);
  const shown = () => client.getQueryData<Shown>(options.queryKey)!;
  return { client, asked, counted, shown };
}
const changed = (id?: string) => ({ type: 'serviceOrder', ...(id !== undefined && { id }) });

test('WSH-17 a change of one order reads that order alone, never the whole board', async () => {
  const { client, asked, counted, shown } = await openList();
  const before = counted.whole;
  renew(client, changed('a'));
  asked[0]!.answer('inWork');
  await expect.poll(shown).toEqual({ a: 'inWork', b: 'received' });
  expect(counted.whole).toBe(before);
});

test('WSH-17 answers that overtake each other leave the later one standing', async () => {
  const { client, asked, shown } = await openList();
  renew(client, changed('a'));
  renew(client, changed('a'));
  asked[1]!.answer('ready');
  await expect.poll(() => shown().a).toBe('ready');
  asked[0]!.answer('inWork');
  renew(client, changed('b'));
  asked[2]!.answer('inWork');
  await expect.poll(() => shown().b).toBe('inWork');
  expect(shown().a).toBe('ready');
});

test('WSH-17 a server that is busy for a moment is asked for the card again, not for the whole board', async () => {
  const { client, asked, counted, shown } = await openList();
  const before = counted.whole;
  renew(client, changed('a'));
  asked[0]!.fail(new ApiProblem(503, { code: 'database_away', retryAfterSeconds: 0 }));
  await expect.poll(() => asked.length).toBe(2);
  asked[1]!.answer('inWork');
  await expect.poll(() => shown().a).toBe('inWork');
  expect(counted.whole).toBe(before);
  renew(client, changed('a'));
  asked[2]!.fail(new ApiProblem(404, { code: 'not_found' }));
  await expect.poll(() => counted.whole).toBe(before + 1);
});

test('WSH-17 a change without a record, or while the whole is on its way, reads the whole', async () => {
  const { client, asked, counted } = await openList();
  const before = counted.whole;
  renew(client, changed());
  renew(client, changed('a'));
  await expect.poll(() => counted.whole).toBeGreaterThanOrEqual(before + 1);
  expect(asked).toHaveLength(0);
});
