import pg from 'pg';
import { Program, removeDir, throwawayDir } from '#test/process.ts';
import { addressOf, ports } from './settings.ts';

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
