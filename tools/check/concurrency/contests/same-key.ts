import { randomUUID } from 'node:crypto';
import { customerRoutes as routes } from '#modules/customers/contract.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import type { Outcome } from '../wire.ts';

const duplicates = 20;

/** The same submission twenty times at once, as a tablet with a bad connection sends it; and once with other words. */
export const contest: Contest = {
  name: 'same-key',
  promise:
    'one key is one effect, every answer is the first one to the byte, other words are refused',
  share: 3,
  play: async (arena, operations) => {
    const advisor = await arena.employee('advisor');
    const keys: { key: string; name: string; ids: Set<string> }[] = [];
    const goal = arena.counted.operations + operations;
    const client = async () => {
      while (arena.counted.operations < goal) {
        const key = randomUUID();
        const name = `同号${keys.length}`;
        const ids = new Set<string>();
        keys.push({ key, name, ids });
        const send = (said: string) =>
          arena.ask(advisor, routes.add, { body: { name: said } }, { idempotencyKey: key });
        const all = Promise.all(Array.from({ length: duplicates }, () => send(name)));
        judgeReplies(arena, key, await all, ids);
        const other = await send(`${name}改`);
        const isRefused = other.kind === 'failed' && other.status === 422;
        if (ids.size > 0 && other.kind !== 'unknown' && !isRefused) {
          arena.fail(`other words under the same key: ${JSON.stringify(other)}`);
        }
      }
    };
    await Promise.all([client(), client()]);
    await arena.quiet();
    await judgeEffects(arena, keys);
  },
};

function judgeReplies(
  arena: Arena,
  key: string,
  outcomes: readonly Outcome<{ id: string }>[],
  ids: Set<string>,
): void {
  const texts = new Set<string>();
  let first = 0;
  for (const outcome of outcomes) {
    if (outcome.kind === 'ok') {
      texts.add(outcome.text);
      ids.add(outcome.body.id);
      if (!outcome.replayed) first++;
    } else if (outcome.kind === 'failed' && ![409, 503].includes(outcome.status)) {
      arena.fail(`${key}: a duplicate was refused with ${outcome.status} ${outcome.code}`);
    }
  }
  if (texts.size > 1) arena.fail(`${key}: ${texts.size} different answers`);
  if (first > 1) arena.fail(`${key}: ${first} answers claim to be the first`);
}

async function judgeEffects(
  arena: Arena,
  keys: readonly { key: string; name: string; ids: ReadonlySet<string> }[],
): Promise<void> {
  const rows = await arena.look<{ name: string; made: number }>(
    'select name, count(*)::int as made from customers where name = any($1) group by name',
    [keys.flatMap(({ name }) => [name, `${name}改`])],
  );
  const made = new Map(rows.map((row) => [row.name, row.made]));
  for (const { key, name, ids } of keys) {
    const effects = (made.get(name) ?? 0) + (made.get(`${name}改`) ?? 0);
    if (effects > 1 || (effects === 0 && ids.size > 0)) arena.fail(`${key}: ${effects} effects`);
  }
}
