import pg from 'pg';
import type { AnyStatement } from './sql.ts';
import { traced } from './trace.ts';

/** How to reach PostgreSQL: an address, or a socket folder with role and password. */
export type Connection = pg.PoolConfig;

const { types } = pg;
const asDate = (text: string) => new Date(text);
/** Dates stay `YYYY-MM-DD`, `int8` must fit a JavaScript number: money and counters do, anything else is a bug. */
const parsers: Record<number, (text: string) => unknown> = {
  1082: (text) => text,
  20: checkedInteger,
  1184: asDate,
  1700: Number,
};
function checkedInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a JavaScript integer`);
  return value;
}
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    parsers[oid] ?? types.getTypeParser(oid, format)) as never,
};

/** The tenant's setting is prepared once a connection, under a name that ScopedQuery binds. */
const scopeStatement = { name: 'jm_scope', text: "select set_config('app.tenant_id', $1, true)" };
/** The same for a statement that is planned once: set with the tenant, it lasts as long as the statement. */
const plannedOnceStatement = {
  name: 'jm_scope_planned_once',
  text: "select set_config('app.tenant_id', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true)",
};

async function prepareScope(client: pg.ClientBase): Promise<void> {
  client.on('error', () => {});
  await client.query({ ...scopeStatement, values: [''] });
  await client.query({ ...plannedOnceStatement, values: [''] });
}

interface WireConnection {
  bind(config: { portal: string; statement: string; values: unknown[] }): void;
  execute(config: { portal: string; rows: number }): void;
}
type QueryInternals = {
  prepare(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
};
const QueryClass = pg.Query as unknown as { prototype: QueryInternals } & (new (
  config: object,
  values: unknown[],
  callback: (error: Error | null, result: pg.QueryArrayResult) => void,
) => QueryInternals);

/**
 * Sends `set_config` and the statement under one Sync: PostgreSQL runs both as one implicit transaction, so the
 * tenant's setting lasts exactly as long as the statement and costs no round trip (measured: about free).
 * Rests on internals of pg 8.23.1, which is pinned; `database.test.ts` holds it.
 */
class ScopedQuery extends QueryClass {
  private readonly tenantId: string;
  private readonly scope: string;
  private scopeDone = false;
  constructor(
    tenantId: string,
    scope: string,
    config: object,
    values: unknown[],
    callback: (error: Error | null, result: pg.QueryArrayResult) => void,
  ) {
    super(config, values, callback);
    this.tenantId = tenantId;
    this.scope = scope;
  }
  override prepare(connection: WireConnection): void {
    connection.bind({ portal: '', statement: this.scope, values: [this.tenantId] });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }
  override handleDataRow(message: unknown): void {
    if (this.scopeDone) super.handleDataRow(message);
  }
  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.scopeDone) super.handleCommandComplete(message, connection);
    this.scopeDone = true;
  }
}

type Row = Record<string, unknown>;

const camelNames = new Map<string, string>();
/** `org_path` as the code says it: `orgPath`. */
export function camel(name: string): string {
  let known = camelNames.get(name);
  if (!known) {
    known = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, known);
  }
  return known;
}
/** `orgPath` as the database says it: `org_path`. */
export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toRows(result: pg.QueryArrayResult): Row[] {
  const names = result.fields.map((field) => camel(field.name));
  return result.rows.map((values) => {
    const row: Row = {};
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at];
    return row;
  });
}

export interface Outcome {
  rows: Row[];
  count: number;
  /** Whether it changed rows, and did not only read them. */
  hasChanged: boolean;
}
const outcomeOf = (result: pg.QueryArrayResult): Outcome => ({
  rows: toRows(result),
  count: result.rowCount ?? 0,
  hasChanged: result.command !== 'SELECT' && (result.rowCount ?? 0) > 0,
});

/** One connection, held for a transaction. */
export interface Session {
  run(statement: AnyStatement, values: unknown[]): Promise<Outcome>;
  plain(text: string): Promise<void>;
}

const configOf = (statement: AnyStatement) => ({
  name: statement.name || undefined,
  text: statement.text,
  rowMode: 'array',
  types: typeParsers,
});

/** So much longer than a statement may take, then its server is silent. */
const silenceMs = 3000;

export class Database {
  readonly pool: pg.Pool;
  constructor(connection: Connection, max = 10) {
    const statementMs = Number(connection.statement_timeout ?? 5000);
    this.pool = new pg.Pool({
      max,
      connectionTimeoutMillis: 3000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      statement_timeout: statementMs,
      // The server ends a slow statement; this ends the wait for a server that has fallen silent (G-08).
      query_timeout: statementMs + silenceMs,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 10_000,
      onConnect: prepareScope,
      ...connection,
    } as pg.PoolConfig);
    // Without this and the client's listener a database restart ends the process (57P01 on an idle client).
    this.pool.on('error', () => {});
  }

  /** One statement in a tenant's name, in one round trip. */
  async scoped(tenantId: string, statement: AnyStatement, values: unknown[]): Promise<Outcome> {
    const client = await this.pool.connect();
    try {
      const ask = (
        resolve: (result: pg.QueryArrayResult) => void,
        reject: (why: Error) => void,
      ) => {
        const scope = (statement.isPlannedOnce ? plannedOnceStatement : scopeStatement).name;
        const query = new ScopedQuery(
          tenantId,
          scope,
          configOf(statement),
          values,
          (error, answer) => (error ? reject(error) : resolve(answer)),
        );
        client.query(query as never);
      };
      const result = await traced(
        'statement',
        statement.name,
        () => new Promise<pg.QueryArrayResult>(ask),
      );
      client.release();
      return outcomeOf(result);
    } catch (error) {
      client.release(isConnectionLoss(error) ? (error as Error) : undefined);
      throw error;
    }
  }

  /** One statement in nobody's name: row-level security then shows no tenant's rows. */
  async global(statement: AnyStatement, values: unknown[]): Promise<Outcome> {
    const asked = () => this.pool.query({ ...configOf(statement), values } as never);
    return outcomeOf(await traced('statement', statement.name, asked));
  }

  /** A transaction in a tenant's name; `null` for global and local tables alone. */
  async transaction<Result>(
    tenantId: string | null,
    body: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    let lost: Error | undefined;
    let waitMs: number | undefined;
    try {
      await client.query(beginning(tenantId));
      const result = await body({
        run: async (statement, values) => {
          if (statement.patienceMs) waitMs = statement.patienceMs + silenceMs;
          const config = { ...configOf(statement), values, query_timeout: waitMs };
          const asked = () => client.query(config as never);
          return outcomeOf(await traced('statement', statement.name, asked));
        },
        plain: async (text) => void (await client.query(text)),
      });
      await client.query('commit');
      return result;
    } catch (error) {
      if (isConnectionLoss(error)) lost = error as Error;
      else await client.query('rollback').catch((failure: Error) => (lost = failure));
      throw error;
    } finally {
      client.release(lost);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

const tenantPattern = /^[0-9a-f-]{36}$/;

/** The one place where a transaction gets its tenant. SET LOCAL of a checked uuid, because Citus passes it on (scale 28). */
function beginning(tenantId: string | null): string {
  if (tenantId === null) return 'begin';
  if (!tenantPattern.test(tenantId)) throw new Error('not a tenant id');
  return `begin; set local app.tenant_id = '${tenantId}'`;
}

const lossCodes = new Set(['57P01', '57P02', '57P03', '25006', '08P01']);
const lossNames = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
const lossWords =
  /Connection terminated|not queryable|Query read timeout|timeout (?:expired|exceeded when trying to connect)/;

/** Whether the connection is gone or goes to a server that left its post: drop it, do not give it back. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as NodeJS.ErrnoException;
  // A socket that is not there, unlike any other file that is not.
  if (code === 'ENOENT') return syscall === 'connect';
  if (code && (lossCodes.has(code) || code.startsWith('08') || lossNames.has(code))) return true;
  return lossWords.test(message ?? '');
}
