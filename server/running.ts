import { join } from 'node:path';
import { stopReadingMail } from '#modules/incoming-mails/server/index.ts';
import { MovableClock, systemClock } from '#platform/clock.ts';
import { type Config, secretIn } from '#platform/config.ts';
import { type Connection, Database } from '#platform/database.ts';
import { DiskWatch } from '#platform/disk.ts';
import { Egress } from '#platform/egress.ts';
import { FiguresDatabase } from '#platform/figures-database.ts';
import { stopExamining } from '#platform/file-examiners.ts';
import { stopPrinting } from '#platform/print/print.ts';
import { type App, buildApp } from './app.ts';
import { backupsOf, recordRestore } from './backups.ts';
import { startMonths } from './months.ts';
import { startRelay } from './relay.ts';
import { startSealing } from './sealing.ts';
import { startTicking } from './ticking.ts';

/** How the database is reached. */
export interface Place {
  connection: Connection;
  /** Around a pooler, for the connection that listens. */
  direct: Connection;
  /** A copy that follows, where one is given. */
  replica: Connection | undefined;
  /** Folders of the database on this machine, whose disks must not be full. */
  folders: string[];
}

/** What a process does. */
export interface Duties {
  /** Answers requests; without it, it answers for its health and its figures alone. */
  serves: boolean;
  /** Carries out what is due, seals the audit and backs up. */
  works: boolean;
  /** On the port of the settings. */
  listens: boolean;
}

export interface Running {
  port: number;
  stop(): Promise<void>;
}

/** The statements of figures may take longer than a request's: nobody waits for a lock of theirs. */
const figuresMs = 20_000;

/** The program in this process, until it is stopped. @throws where the port cannot be listened on */
export async function run(config: Config, place: Place, duties: Duties): Promise<Running> {
  const tracing = config.tracesTo
    ? (await import('./tracing.ts')).startTracing(config.tracesTo)
    : undefined;
  const disk = new DiskWatch([config.dataDir, ...place.folders], config.diskReserveBytes);
  await disk.start();
  const database = new Database(place.connection, 10);
  const figures =
    place.replica &&
    new FiguresDatabase({ statement_timeout: figuresMs, ...place.replica }, 4, database);
  const clock = config.testClock ? new MovableClock() : systemClock;
  const relay = await startRelay(place.direct);
  const backups = backupsOf(config, clock);
  const app = await buildApp({
    database,
    figures,
    clock,
    live: relay.live,
    disk,
    backups: backups.state,
    filesDir: join(config.dataDir, 'files'),
    publicUrl: config.publicUrl,
    cursorSecret: secretIn(config.dataDir, 'cursor'),
    auditSecret: secretIn(config.dataDir, 'audit'),
    strict: !config.production && config.testClock,
    trustProxy: config.trustProxy,
    egress: new Egress({ allow: config.egressAllow, isOff: config.egressOff }),
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    isForPeople: duties.serves,
    webDir: process.env.WEB_DIR ?? join(import.meta.dirname, '..', 'dist', 'web'),
  });
  const work = duties.works ? await beginWork(config, app, disk, relay.live, backups) : undefined;
  const stop = async () => {
    await app.http.close();
    await work?.stop();
    await relay.stop();
    disk.stop();
    await stopPrinting();
    await tracing?.stop();
    await stopExamining();
    await stopReadingMail();
    await figures?.close();
    await database.close();
  };
  if (!duties.listens) return { port: config.port, stop };
  try {
    await app.http.listen({ port: config.port, host: config.host });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.http.server.address() as { port: number };
  return { port, stop };
}

/** What is done whether or not anybody asks. */
async function beginWork(
  config: Config,
  app: App,
  disk: DiskWatch,
  live: Awaited<ReturnType<typeof startRelay>>['live'],
  backups: ReturnType<typeof backupsOf>,
) {
  await recordRestore(config.dataDir, app.host);
  const { warn } = app.taskHost;
  backups.begin(warn);
  const months = startMonths(app.host.database, warn);
  const ticking = startTicking(app.taskHost, app.host.files, disk);
  const sealing = startSealing({
    ...app.host,
    live,
    disk,
    anchorsDir: join(config.dataDir, 'anchors'),
    warn,
  });
  return {
    stop: async () => {
      months.stop();
      await ticking.stop();
      await sealing.stop();
      await backups.stop();
    },
  };
}
