import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Program, removeDir, throwawayDir } from '#test/process.ts';
import { ports, secrets } from './settings.ts';

const root = join(import.meta.dirname, '..', '..');
const addressOf = (user: 'owner' | 'app', port: number) =>
  `postgresql://jingming_${user}:${secrets[user]}@127.0.0.1:${port}/jingming`;

/** What a superuser does once on a server of one's own, as the README says it; and the limits that the pool leaves out. */
export async function prepareDatabase(superuser: pg.ClientConfig): Promise<void> {
  const on = async (database: string, ...statements: string[]) => {
    const client = new pg.Client({ ...superuser, database });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const roles = readFileSync(join(root, 'database', 'roles.sql'), 'utf8');
  await on('postgres', roles);
  await on(
    'postgres',
    `alter role jingming_owner password '${secrets.owner}'`,
    `alter role jingming_app password '${secrets.app}'`,
    'alter role jingming_app set statement_timeout = 5000',
    'alter role jingming_app set lock_timeout = 2000',
    'alter role jingming_app set idle_in_transaction_session_timeout = 10000',
    'create database jingming owner jingming_owner',
  );
  await on('jingming', roles);
}

/** Two programs that answer requests and two that carry out what is due, on one folder of files and secrets. */
export class Programs {
  private readonly dataDir = throwawayDir();
  readonly web: Program[] = [];
  private readonly workers: Program[] = [];

  async start(): Promise<void> {
    const env = {
      DATABASE_URL: addressOf('app', ports.pooled),
      DATABASE_DIRECT_URL: addressOf('app', ports.write),
      DATABASE_REPLICA_URL: addressOf('app', ports.read),
      DATABASE_OWNER_URL: addressOf('owner', ports.write),
      JINGMING_TEST_CLOCK: '',
    };
    for (const [list, role] of [
      [this.web, 'web'],
      [this.workers, 'worker'],
    ] as const) {
      for (let count = 0; count < 2; count++)
        list.push(
          await Program.start({ dataDir: this.dataDir, env: { ...env, JINGMING_ROLE: role } }),
        );
    }
  }

  /** How many of them run: none may end because the database was away. */
  get standing(): number {
    return [...this.web, ...this.workers].filter(({ isRunning }) => isRunning).length;
  }

  async stop(): Promise<void> {
    for (const program of [...this.web, ...this.workers]) await program.end();
    removeDir(this.dataDir);
  }
}

/** Looks into the database itself, in a tenant's name. */
export async function look(tenantId: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: addressOf('app', ports.write) });
  await client.connect();
  // It looks at everything that was written: longer than a request may.
  await client.query('set statement_timeout = 0');
  await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  const { rows } = await client.query(text, values);
  await client.end();
  return rows as pg.QueryResultRow[];
}
