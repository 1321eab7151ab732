import pg from 'pg';
import type { Asked } from './recording.ts';

/** The bare driver: the same statements without HTTP, rights and audit, the plan kept where the program keeps it. */
export class Floor {
  private readonly plain: pg.Client;
  private readonly plannedOnce: pg.Client;

  private constructor(plain: pg.Client, plannedOnce: pg.Client) {
    this.plain = plain;
    this.plannedOnce = plannedOnce;
  }

  static async open(connection: pg.ClientConfig, tenantId: string): Promise<Floor> {
    const [plain, plannedOnce] = [new pg.Client(connection), new pg.Client(connection)];
    for (const client of [plain, plannedOnce]) {
      await client.connect();
      await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    }
    await plannedOnce.query("set plan_cache_mode = 'force_generic_plan'");
    return new Floor(plain, plannedOnce);
  }

  run = (asked: readonly Asked[]) => async () => {
    for (const { statement, values } of asked) {
      const { name, text } = statement;
      const client = statement.isPlannedOnce ? this.plannedOnce : this.plain;
      await client.query({ name: name || undefined, text, values, rowMode: 'array' });
    }
  };

  async close(): Promise<void> {
    await this.plain.end();
    await this.plannedOnce.end();
  }
}
