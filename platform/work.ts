/* One file: the interface of a unit of work and its only implementation are read side by side. */
import {
  type ChangeOf,
  columnTypes,
  type NewRow,
  type RowOf,
  type Tables,
} from '#database/types.generated.ts';
import type { EventKind } from '#shared/events.ts';
import type { Actor } from './actor.ts';
import { type Changes, type Entry, recordEntries } from './audit/recording.ts';
import { type Database, type Outcome, type Session, snake } from './database.ts';
import { newId } from './ids.ts';
import { reactionsTo, watcherOf } from './reactions.ts';
import { tellChanged, tellNew } from './row-watching.ts';
import type { Seal } from './seal.ts';
import { type AnyStatement, madeStatement, passingStatement, type Statement } from './sql.ts';

interface About {
  type: string;
  id: string;
}

/** What changed, for those who look at it now (server-sent events). Told after the commit, never before. */
export interface Change extends About {
  event: string;
  orgPath: string;
}

/**
 * One unit of work: who asked, the one clock, and the only way to the database. Handed to every function that
 * reads or writes. A reading work sends each statement in one round trip; a writing one is a transaction.
 */
export interface Work {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  rows<Row, Params>(statement: Statement<Row, Params>, given: Params): Promise<Row[]>;
  first<Row, Params>(statement: Statement<Row, Params>, given: Params): Promise<Row | undefined>;
  /** How many rows a statement touched. */
  run<Row, Params>(statement: Statement<Row, Params>, given: Params): Promise<number>;
  insert<T extends keyof Tables>(table: T, row: Fresh<T>): Promise<RowOf<T>>;
  insertAll<T extends keyof Tables>(table: T, rows: readonly Fresh<T>[]): Promise<void>;
  /** Changes one row by its key; raises its version. `undefined` when there is no such row (or version). */
  update<T extends keyof Tables>(
    table: T,
    key: Partial<RowOf<T>>,
    change: ChangeOf<T>,
  ): Promise<RowOf<T> | undefined>;
  /**
   * Records what happened and sets everyone to work who asked to hear of it, all in this transaction. `changes` are
   * the fields with before and after: the audit keeps them closed under the key of the person they speak of.
   */
  emit<Data>(
    kind: EventKind<Data>,
    data: Data,
    about: About & { orgPath?: string; inSteadOf?: string },
    changes?: Changes,
  ): Promise<void>;
  /** A task of its own name at its own time, in this transaction; the same key again moves it. */
  later(
    task: { name: string; isErrand?: true; isBulk?: boolean },
    data: object,
    runAt: Date,
    key?: string,
  ): Promise<void>;
  cancelLater(task: { name: string }, key: string): Promise<void>;
}

type LayerFilled =
  | 'tenantId'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'createdBy'
  | 'id'
  | 'orgUnitId'
  | 'orgPath';
/** A new row: the layer fills in tenant, id, times, version and, unless given, the actor's unit. */
export type Fresh<T extends keyof Tables> = Omit<NewRow<T>, LayerFilled> &
  Partial<Pick<NewRow<T>, Extract<LayerFilled, keyof NewRow<T>>>>;

interface Executor {
  run(statement: AnyStatement, values: unknown[]): Promise<Outcome>;
}

/** Counts the round trips of a request, so that a screen's budget can be held by a test, and what it put on record. */
export interface Meter {
  statements: number;
  /** Statements that changed rows. */
  changes: number;
  entries: number;
}

class DatabaseWork implements Work {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly changes: Change[] = [];
  readonly entries: Entry[] = [];
  private readonly executor: Executor;
  private readonly setting: Setting;
  private readonly meter: Meter;

  constructor(executor: Executor, setting: Setting) {
    this.executor = executor;
    this.actor = setting.actor;
    this.now = setting.now;
    this.requestId = setting.requestId ?? '';
    this.setting = setting;
    this.meter = setting.meter ?? { statements: 0, changes: 0, entries: 0 };
  }

  private execute(statement: AnyStatement, given: object): Promise<Outcome> {
    const values = statement.parameters.map((name) => this.bound(name, given));
    return this.ran(statement, values);
  }

  private async ran(statement: AnyStatement, values: unknown[]): Promise<Outcome> {
    this.meter.statements++;
    const outcome = await this.executor.run(statement, values);
    if (outcome.hasChanged) this.meter.changes++;
    return outcome;
  }

  private bound(name: string, given: object): unknown {
    switch (name) {
      case 'tenant':
        return this.actor.tenantId;
      case 'scopes':
        return this.actor.scopes;
      case 'notShared':
        return this.actor.notShared ?? [];
      case 'now':
        return this.now;
      case 'me':
        return this.actor.kind === 'user' ? this.actor.id : null;
      default: {
        const value = (given as Record<string, unknown>)[name];
        if (value === undefined && !(name in given))
          throw new Error(`parameter ${name} is missing`);
        return value ?? null;
      }
    }
  }

  async rows<Row, Params>(statement: Statement<Row, Params>, given: Params): Promise<Row[]> {
    return (await this.execute(statement, given as object)).rows as Row[];
  }
  async first<Row, Params>(
    statement: Statement<Row, Params>,
    given: Params,
  ): Promise<Row | undefined> {
    return (await this.rows(statement, given))[0];
  }
  async run<Row, Params>(statement: Statement<Row, Params>, given: Params): Promise<number> {
    return (await this.execute(statement, given as object)).count;
  }

  async insert<T extends keyof Tables>(table: T, row: Fresh<T>): Promise<RowOf<T>> {
    const full = this.filled(table, row as Record<string, unknown>);
    const { statement, values } = insertStatement(table, [full], true);
    const written = (await this.ran(statement, values)).rows[0] as RowOf<T>;
    await tellNew(this, table, [written]);
    return written;
  }

  async insertAll<T extends keyof Tables>(table: T, rows: readonly Fresh<T>[]): Promise<void> {
    for (const part of inParts(rows, maxRowsAtOnce)) {
      const full = part.map((row) => this.filled(table, row as Record<string, unknown>));
      const { statement, values } = insertStatement(table, full, false);
      await this.ran(statement, values);
      await tellNew(this, table, full);
    }
  }

  async update<T extends keyof Tables>(
    table: T,
    key: Partial<RowOf<T>>,
    change: ChangeOf<T>,
  ): Promise<RowOf<T> | undefined> {
    const columns = columnTypes[table];
    const set: Record<string, unknown> = { ...change };
    if ('updatedAt' in columns) set.updatedAt = this.now;
    const where: Record<string, unknown> = { tenantId: this.actor.tenantId, ...key };
    const { statement, values } = updateStatement(table, where, set);
    const written = (await this.ran(statement, values)).rows[0] as RowOf<T> | undefined;
    if (written) await tellChanged(this, table, change, written);
    return written;
  }

  private filled(table: keyof Tables, row: Record<string, unknown>): Record<string, unknown> {
    const columns = columnTypes[table];
    const full: Record<string, unknown> = { tenantId: this.actor.tenantId, ...row };
    const fill = (name: string, value: unknown) => {
      if (name in columns && full[name] === undefined) full[name] = value;
    };
    fill('id', newId(this.now));
    fill('createdAt', this.now);
    fill('updatedAt', this.now);
    fill('createdBy', this.actor.kind === 'user' ? this.actor.id : null);
    fill('orgUnitId', this.actor.unitId || undefined);
    fill('orgPath', this.actor.unitPath || undefined);
    for (const [name, value] of Object.entries(full)) if (value === undefined) delete full[name];
    return full;
  }

  async emit<Data>(
    kind: EventKind<Data>,
    data: Data,
    about: About & { orgPath?: string; inSteadOf?: string },
    changes?: Changes,
  ): Promise<void> {
    if (!this.setting.isWriting) throw new Error(`${kind.name} is told by a work that only reads`);
    const { type, id } = about;
    const orgPath = about.orgPath ?? this.actor.unitPath;
    const entry = { id: newId(this.now), kind, data: data as object, about: { type, id } };
    this.entries.push({ ...entry, orgPath, changes, inSteadOf: about.inSteadOf });
    this.meter.entries++;
    for (const task of reactionsTo(kind.name))
      await this.later({ name: task }, data as object, this.now);
    const told = { eventId: entry.id, name: kind.name, data: data as object, orgPath };
    await watcherOf(kind.name)?.(this, told);
    this.changes.push({ type, id, event: kind.name, orgPath });
  }

  /** Writes what was told, last in the transaction. */
  async record(): Promise<void> {
    if (this.entries.length === 0) return;
    const { requestId, setting } = this;
    await recordEntries(this, this.entries, {
      requestId,
      via: setting.via ?? '',
      secrets: setting.secrets,
    });
  }

  async later(
    task: { name: string; isErrand?: true; isBulk?: boolean },
    data: object,
    runAt: Date,
    key?: string,
  ): Promise<void> {
    const { statement, values } = insertStatement(
      'tasks',
      [
        {
          tenantId: this.actor.tenantId,
          id: newId(this.now),
          name: task.name,
          key: key ?? null,
          data: JSON.stringify(data),
          runAt,
          isErrand: task.isErrand ?? false,
          isBulk: task.isBulk ?? false,
          createdAt: this.now,
        },
      ],
      false,
      key === undefined
        ? ''
        : ' on conflict (tenant_id, name, key) where key is not null do update set data = excluded.data, run_at = excluded.run_at, attempts = 0, last_error = null',
    );
    await this.ran(statement, values);
  }

  async cancelLater(task: { name: string }, key: string): Promise<void> {
    const text = 'delete from tasks where tenant_id = $1 and name = $2 and key = $3';
    await this.ran(madeStatement(text), [this.actor.tenantId, task.name, key]);
  }
}

const maxRowsAtOnce = 500;

function* inParts<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

const wireValue = (table: keyof Tables, name: string, value: unknown): unknown =>
  columnTypes[table][name] === 'jsonb' && value !== null && typeof value !== 'string'
    ? JSON.stringify(value)
    : value;

function insertStatement(
  table: keyof Tables,
  rows: readonly Record<string, unknown>[],
  returning: boolean,
  tail = '',
) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values: unknown[] = [];
  const tuples = rows.map((row) => {
    const marks = names.map((name) =>
      row[name] === undefined ? 'default' : `$${values.push(wireValue(table, name, row[name]))}`,
    );
    return `(${marks.join(', ')})`;
  });
  const text = `insert into ${snake(table)} (${names.map(snake).join(', ')}) values ${tuples.join(', ')}${tail}${returning ? ' returning *' : ''}`;
  const statement = rows.length === 1 ? madeStatement(text) : passingStatement(text);
  return { statement, values };
}

function updateStatement(
  table: keyof Tables,
  where: Record<string, unknown>,
  set: Record<string, unknown>,
) {
  const values: unknown[] = [];
  const mark = (name: string, value: unknown) =>
    `$${values.push(wireValue(table, name, value ?? null))}`;
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const sets = given.map(([name, value]) => `${snake(name)} = ${mark(name, value)}`);
  if ('version' in columnTypes[table]) sets.push('version = version + 1');
  const wheres = Object.entries(where).map(
    ([name, value]) => `${snake(name)} = ${mark(name, value)}`,
  );
  const text = `update ${snake(table)} set ${sets.join(', ')} where ${wheres.join(' and ')} returning *`;
  return { statement: madeStatement(text), values };
}

export interface Setting {
  actor: Actor;
  now: Date;
  requestId?: string;
  /** The route or task by which this comes. */
  via?: string;
  /** Closes what the audit keeps of persons. */
  secrets?: Seal;
  meter?: Meter;
  /** Set by `writingWork` alone. */
  isWriting?: true;
}

/** Reading: each statement in one round trip, its own snapshot. */
export const readingWork = (database: Database, setting: Setting): Work =>
  new DatabaseWork(
    { run: (statement, values) => database.scoped(setting.actor.tenantId, statement, values) },
    setting,
  );

/** Writing: all or nothing. Tells what changed once it is committed. */
export async function writingWork<Result>(
  database: Database,
  setting: Setting,
  body: (work: Work, session: Session) => Promise<Result>,
  tell: (tenantId: string, changes: readonly Change[]) => void,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const changes: Change[] = [];
    try {
      const result = await database.transaction(setting.actor.tenantId, async (session) => {
        const work = new DatabaseWork(session, { ...setting, isWriting: true });
        const answer = await body(work, session);
        await work.record();
        changes.push(...work.changes);
        return answer;
      });
      tell(setting.actor.tenantId, changes);
      return result;
    } catch (error) {
      if (attempt >= 3 || !isRetryable(error)) throw error;
    }
  }
}

/** Serialisation failure or deadlock: the whole transaction again (D-16). */
const isRetryable = (error: unknown): boolean =>
  ['40001', '40P01'].includes((error as { code?: string })?.code ?? '');
