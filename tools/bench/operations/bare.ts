import pg from 'pg';
import { Database, type Outcome, type Session } from '#platform/database.ts';
import type { AnyStatement } from '#platform/sql.ts';
import type { Asked } from '../recording.ts';

/** What one request asked of the database: statements alone, or all of a transaction. */
export interface Behind {
  isTransaction: boolean;
  asked: Asked[];
}

/** Whose rights, what goes on record, whether it was sent before: the walls, which the floor does without. */
const walls = /\b(?:sessions|audit_\w+|idempotency_\w+|api_keys)\b/;

/** Notes statements and transactions, without those that are walls. */
export class NotingDatabase extends Database {
  private noted: Behind[] = [];

  override scoped(tenantId: string, statement: AnyStatement, values: unknown[]): Promise<Outcome> {
    this.note({ isTransaction: false, asked: [{ statement, values }] });
    return super.scoped(tenantId, statement, values);
  }

  override transaction<Result>(
    tenantId: string | null,
    body: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    if (tenantId === null) return super.transaction(tenantId, body);
    const asked: Asked[] = [];
    return super.transaction(tenantId, async (session) => {
      const result = await body({
        plain: session.plain,
        run: (statement, values) => {
          asked.push({ statement, values: [...values] });
          return session.run(statement, values);
        },
      });
      this.note({ isTransaction: true, asked });
      return result;
    });
  }

  private note({ asked, ...rest }: Behind): void {
    const kept = asked.filter(({ statement }) => !walls.test(statement.text));
    if (kept.length > 0) this.noted.push({ ...rest, asked: kept });
  }

  taken(): Behind[] {
    const { noted } = this;
    this.noted = [];
    return noted;
  }
}

/** What one caller has: a connection, and one that keeps the plans of statements that are planned once. */
interface Hand {
  plain: pg.Client;
  plannedOnce: pg.Client;
}

/** The bare driver on connections of its own: the same statements, without HTTP, rights, audit and idempotency. */
export class Bare {
  private readonly all: readonly Hand[];
  private readonly free: Hand[];

  private constructor(hands: Hand[]) {
    this.all = hands;
    this.free = [...hands];
  }

  /** @param tenantId whose records are read */
  static async open(connection: pg.ClientConfig, tenantId: string, hands: number): Promise<Bare> {
    const connect = async () => {
      const client = new pg.Client(connection);
      client.on('error', () => {});
      await client.connect();
      await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
      return client;
    };
    const opened: Hand[] = [];
    for (let hand = 0; hand < hands; hand++) {
      const plannedOnce = await connect();
      await plannedOnce.query("set plan_cache_mode = 'force_generic_plan'");
      opened.push({ plain: await connect(), plannedOnce });
    }
    return new Bare(opened);
  }

  /** Never more at once than there are hands. */
  run = (behind: readonly Behind[]) => async () => {
    const hand = this.free.pop()!;
    try {
      for (const part of behind) await replayed(hand, part);
    } finally {
      this.free.push(hand);
    }
  };

  async close(): Promise<void> {
    for (const { plain, plannedOnce } of this.all) {
      await plain.end();
      await plannedOnce.end();
    }
  }
}

async function replayed({ plain, plannedOnce }: Hand, { isTransaction, asked }: Behind) {
  if (isTransaction) await plain.query('begin');
  for (const { statement, values } of asked) {
    const { name, text, isPlannedOnce } = statement;
    const client = isPlannedOnce && !isTransaction ? plannedOnce : plain;
    await client.query({ name: name || undefined, text, values, rowMode: 'array' });
  }
  if (isTransaction) await plain.query('commit');
}
