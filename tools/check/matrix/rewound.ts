import type pg from 'pg';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import { Database } from '#platform/database.ts';

/** One statement as the program sent it. */
export interface Sent {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** In whose name; empty for what belongs to no tenant. */
  readonly tenantId: string;
}

/** How a statement is tried in another form. */
export interface Attempt {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly tenantId: string;
  readonly isBehindPolicies: boolean;
  /** A table whose policy is dropped for this once. */
  readonly without?: string;
  /** A part of the tree that holds nothing for this once. */
  readonly hides?: string;
}

interface Query {
  text: string;
  isGlobal?: boolean;
  /** Of a query of `Database.scoped`. */
  tenantId?: string;
  name?: string;
  values?: unknown[];
  callback?: (error: Error | null, result: unknown) => void;
}

const setting = "select set_config('app.tenant_id', $1, true)";
const writing =
  /\b(?:insert into|delete from|update(?!\s+(?:set|of|skip)\b))\s+(?:only\s+)?([a-z_]+)\b/g;

/**
 * The product's own `Database` on one connection whose every request is taken back: what it opens as a transaction
 * becomes a savepoint, what it commits is only released. So each cell of the matrix meets the same world, sees its own
 * writes as it would, and what it would have left behind is looked at before it is gone.
 */
export class Rewound {
  readonly database: Database;
  /** The application's role is taken on, so that row-level security holds; without, the superuser sees past it. */
  isBehindPolicies = true;
  /** What another text is sent as; the harness takes walls out of statements here. */
  rewrite: (text: string, name: string) => string = (text) => text;
  /** Hears of every statement before it is sent, and may try others in its place meanwhile. */
  besides: ((sent: Sent) => Promise<void>) | undefined;
  /** Tables that the present request took rows out of. */
  readonly deletedFrom = new Set<string>();
  private readonly client: pg.PoolClient;
  private beginning: Promise<unknown> | undefined;
  private readonly levels: Set<string>[] = [new Set()];
  /** One after the other: what is tried besides must not meet the next statement. */
  private turn: Promise<unknown> = Promise.resolve();
  private tenantId = '';

  private constructor(database: Database, client: pg.PoolClient) {
    this.database = database;
    this.client = client;
    const ask = (query: string | Query) => this.ask(query);
    const pinned = {
      connect: async () => ({ query: ask, release: () => {} }),
      query: (query: Query) => this.ask({ ...query, isGlobal: true }),
      end: () => client.release(true),
    };
    Object.assign(database, { pool: pinned });
  }

  /** @param superuser who may take on the application's role and give it up again within a transaction */
  static async open(superuser: ConnectionConfig): Promise<Rewound> {
    const database = new Database(superuser, 1);
    return new Rewound(database, await database.pool.connect());
  }

  /** Tables that the present request would have changed for good. */
  get touched(): ReadonlySet<string> {
    return this.levels[0]!;
  }

  /** A look of the harness itself, past every wall, at what the present request would leave. */
  async look<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    await this.begun();
    await this.client.query('reset role');
    return (await this.client.query(text, values)).rows as Row[];
  }

  /** The same where it may fail, and what was done before is to stand. */
  async change<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    await this.look('savepoint change');
    try {
      return await this.look<Row>(text, values);
    } catch (error) {
      await this.client.query('rollback to savepoint change');
      throw error;
    } finally {
      await this.client.query('release savepoint change');
    }
  }

  /** Takes the request back. */
  async rewind(): Promise<void> {
    if (this.beginning) await this.client.query('rollback');
    this.forgetRequest();
  }

  async close(): Promise<void> {
    await this.rewind();
    this.client.release(true);
  }

  private forgetRequest(): void {
    this.beginning = undefined;
    this.deletedFrom.clear();
    this.levels.splice(0, this.levels.length, new Set());
  }

  private begun(): Promise<unknown> {
    const role = this.isBehindPolicies ? '; set local role jingming_app' : '';
    this.beginning ??= this.client.query(`begin${role}`);
    return this.beginning;
  }

  /** Tries a statement in another form at this very moment, and takes it back: what it says, or how it fails. */
  async attempt({
    text,
    values,
    tenantId,
    isBehindPolicies,
    without,
    hides,
  }: Attempt): Promise<string> {
    const steps = [
      'savepoint besides',
      'reset role',
      ...(without ? [`alter table ${without} disable row level security`] : []),
      ...(isBehindPolicies ? ['set local role jingming_app'] : []),
      `set local app.tenant_id = '${tenantId}'`,
      ...(hides ? [`set local matrix.hidden = '${hides}'`] : []),
    ];
    await this.begun();
    await this.client.query(steps.join('; '));
    try {
      const { rows, rowCount } = await this.client.query(text, [...values]);
      return `${rowCount} ${settled(rows)}`;
    } catch (error) {
      return `refused ${(error as { code?: string }).code}`;
    } finally {
      await this.client.query('rollback to savepoint besides; release savepoint besides');
    }
  }

  /** Tries something while the data are others, and takes that back. A foreign key is up to whoever thinks of a world. */
  async inWorld(change: string, attempt: () => Promise<void>): Promise<void> {
    await this.begun();
    await this.client.query(
      `savepoint world; reset role; set local session_replication_role = 'replica'; ${change};
       set local session_replication_role = 'origin'`,
    );
    await attempt();
    await this.client.query('rollback to savepoint world; release savepoint world');
  }

  private ask(query: string | Query): Promise<unknown> {
    const asked = this.turn.then(() =>
      typeof query === 'string' ? this.control(query) : this.send(query),
    );
    this.turn = asked.catch(() => {});
    return asked;
  }

  /** The words of a transaction, one level down. */
  private async control(text: string): Promise<unknown> {
    const level = this.levels.length;
    if (text.startsWith('begin')) {
      await this.begun();
      this.levels.push(new Set());
      this.tenantId = /'([0-9a-f-]{36})'/.exec(text)?.[1] ?? '';
      return this.client.query(text.replace(/^begin/, `savepoint level_${level}`));
    }
    if (text !== 'commit' && text !== 'rollback') return this.client.query(text);
    const changed = this.levels.pop() ?? new Set();
    const savepoint = `savepoint level_${level - 1}`;
    if (text === 'rollback') return this.client.query(`rollback to ${savepoint}`);
    for (const table of changed) this.levels.at(-1)!.add(table);
    return this.client.query(`release ${savepoint}`);
  }

  private async send(query: Query): Promise<unknown> {
    await this.begun();
    const { name = '', text, values = [], isGlobal } = query;
    const tenantId = isGlobal ? '' : (query.tenantId ?? this.tenantId);
    // On its own connection nobody would have changed the setting meanwhile.
    if (!query.callback) await this.client.query(setting, [tenantId]);
    await this.besides?.({ name, text, values, tenantId });
    for (const [verb, table] of text.matchAll(writing)) {
      this.levels.at(-1)!.add(table!);
      if (verb.startsWith('delete')) this.deletedFrom.add(table!);
    }
    const rewritten = this.rewrite(text, name);
    if (rewritten !== text) Object.assign(query, { text: rewritten, name: undefined });
    if (query.callback) return this.sendScoped(query);
    delete query.isGlobal;
    return this.client.query(query as pg.QueryConfig).catch((error) => this.lost(error));
  }

  /** `Database.scoped` hands in a query with its own callback. */
  private sendScoped(query: Query): Promise<void> {
    const answered = query.callback!;
    return new Promise((resolve) => {
      query.callback = (error, result) => {
        const told = error ? this.lost(error).catch(() => answered(error, undefined)) : undefined;
        if (!error) answered(null, result);
        resolve(told);
      };
      this.client.query(query as never);
    });
  }

  /** A statement that failed outside of a savepoint ends the whole; the next one begins anew. */
  private async lost(error: Error): Promise<never> {
    if (this.levels.length === 1) await this.rewind();
    throw error;
  }
}

/** The same rows in the same words, in whatever order a plan brought them. */
const settled = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(settled).sort().join()}]`;
  if (
    value === null ||
    typeof value !== 'object' ||
    value instanceof Date ||
    Buffer.isBuffer(value)
  )
    return JSON.stringify(value) ?? '';
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${settled(inner)}`)
    .join()}}`;
};
