import { join } from 'node:path';
import pg from 'pg';
import { configFor } from '#database/embedded/connect.ts';
import { readPidFile } from '#database/embedded/processes.ts';
import { databaseName } from '#database/embedded/roles.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import type { Look } from './traces.ts';

/** Looks into the database beside the program, on one connection for as long as that holds. */
export class Onlooker {
  private client: pg.Client | undefined;
  private readonly dataDir: string;
  private readonly tenantId: string;
  constructor(dataDir: string, tenantId: string) {
    this.dataDir = dataDir;
    this.tenantId = tenantId;
  }

  look: Look = async (text, values = []) => {
    const isAnew = this.client === undefined;
    this.client ??= await this.connect();
    try {
      return (await this.client.query(text, values)).rows;
    } catch (error) {
      await this.leave();
      // Its server may have gone since the last look; a new one must serve.
      if (isAnew) throw error;
      return this.look(text, values);
    }
  };

  async leave(): Promise<void> {
    await this.client?.end().catch(() => {});
    this.client = undefined;
  }

  private async connect(): Promise<pg.Client> {
    const endpoint = readPidFile(join(this.dataDir, 'postgres'));
    if (!endpoint) throw new Error('no database runs');
    const secret = secretOf(join(this.dataDir, 'secret'), 'app');
    const client = new pg.Client(configFor(endpoint, secret, databaseName));
    client.on('error', () => {});
    await client.connect();
    await client.query(`select set_config('app.tenant_id', $1, false)`, [this.tenantId]);
    return client;
  }
}
