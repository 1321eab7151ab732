import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Running, reachRunning } from '#database/backup/reach.ts';
import { type Embedded, startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { type Dump, readDump } from '#database/portable/dump.ts';
import { loadDump } from '#database/portable/load.ts';

const folder = join(import.meta.dirname, '..', 'releases');

/** Every version whose data is kept. */
export const releases = readdirSync(folder).sort();

export const dumpFolder = (version: string): string => join(folder, version);
export const dumpOf = (version: string): Promise<Dump> => readDump(dumpFolder(version));

/** A database cluster of its own, with as many databases as one likes, each empty at first. */
export class Cluster {
  private readonly dataDir: string;
  private readonly embedded: Embedded;
  private readonly running: Running;
  private constructor(dataDir: string, embedded: Embedded) {
    this.dataDir = dataDir;
    this.embedded = embedded;
    this.running = reachRunning(dataDir);
  }

  static async start(): Promise<Cluster> {
    const dataDir = mkdtempSync(join(tmpdir(), 'jingming-upgrade-'));
    return new Cluster(dataDir, await startEmbedded({ dataDir, log: () => {}, throwaway: true }));
  }

  /** A database without a table, but with what a first start prepares. */
  async empty(): Promise<string> {
    const database = `d${randomUUID().replaceAll('-', '')}`;
    await this.asSuperuser('postgres', (client) =>
      client.query(`create database ${database} template jingming owner ${this.owner.user}`),
    );
    return database;
  }

  /** A database as a release left it. */
  async asReleased(version: string): Promise<string> {
    const database = await this.empty();
    const dump = await dumpOf(version);
    const until = dump.migrations.at(-1)!.name;
    await migrate({ ...this.owner, database }, () => {}, { until });
    await this.asSuperuser(database, (client) => loadDump(client, dumpFolder(version), dump));
    return database;
  }

  upgrade(database: string): Promise<void> {
    return migrate({ ...this.owner, database }, () => {});
  }

  get owner() {
    return this.embedded.ownerConfig;
  }
  get app() {
    return this.embedded.appConfig;
  }

  async asSuperuser<T>(database: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
    const { endpoint, superuser } = this.running;
    const client = new pg.Client({ ...endpoint, ...superuser, database });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  async end(): Promise<void> {
    await this.embedded.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
