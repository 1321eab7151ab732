import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Live, type Told } from '#platform/live.ts';

const channel = 'jingming_live';
const gatherMs = 40;
const mostBytes = 7000;
/** In one statement: a connection answers one question at a time. */
const notifyAll = 'select pg_notify($1, payload) from unnest($2::text[]) as payload';

/**
 * Carries what was committed to the other instances: NOTIFY on a connection of its own, gathered for a moment, so
 * that no transaction waits for its lock. A hint only: whoever misses one reads the truth at the next look.
 */
export async function startRelay(connection: pg.ClientConfig) {
  const origin = randomUUID();
  let gathered: Told[] = [];
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let stopped = false;
  const live = new Live((told) => {
    gathered.push(told);
    timer ??= setTimeout(flush, gatherMs);
  });

  function flush(): void {
    timer = undefined;
    const payloads = gathered.flatMap(piecesOf).map((told) => JSON.stringify({ origin, ...told }));
    gathered = [];
    client?.query(notifyAll, [channel, payloads]).catch(() => {});
  }

  async function connect(): Promise<void> {
    const next = new pg.Client(connection);
    next.on('error', () => {});
    next.on('end', () => {
      client = undefined;
      if (!stopped) setTimeout(() => void connect().catch(() => {}), 2000).unref();
    });
    next.on('notification', ({ payload }) => {
      const told = JSON.parse(payload ?? '{}') as Told & { origin: string };
      if (told.origin !== origin) live.hear(told);
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  }

  await connect();
  return {
    live,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

/** A notification has 8,000 bytes: what is longer goes in pieces, so that no ended session is kept elsewhere (G-47). */
export function piecesOf(told: Told): Told[] {
  const { tenantId, changes } = told;
  if (Buffer.byteLength(JSON.stringify(told)) <= mostBytes) return [told];
  if (changes.length < 2) return [];
  const half = Math.ceil(changes.length / 2);
  return [changes.slice(0, half), changes.slice(half)].flatMap((part) =>
    piecesOf({ tenantId, changes: part }),
  );
}
