import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { stopReadingMail } from '#modules/incoming-mails/server/index.ts';
import { MovableClock, systemClock } from '#platform/clock.ts';
import { type Config, readConfig, secretIn } from '#platform/config.ts';
import { Database } from '#platform/database.ts';
import { DiskWatch } from '#platform/disk.ts';
import { Egress } from '#platform/egress.ts';
import { stopExamining } from '#platform/file-examiners.ts';
import { stopPrinting } from '#platform/print/print.ts';
import { buildApp } from './server/app.ts';
import { backupsOf, recordRestore } from './server/backups.ts';
import { chooseLastWords, consoleLineOf } from './server/last-words.ts';
import { startRelay } from './server/relay.ts';
import { startSealing } from './server/sealing.ts';
import { sentenceFor } from './server/start-refusals.ts';
import { startTicking } from './server/ticking.ts';

chooseLastWords();
const say = (line: string) => console.log(line);

/** Where the data is: a server of one's own by DATABASE_URL, else PostgreSQL under our own supervisor. */
async function reachDatabase(config: Config) {
  if (config.databaseUrl) {
    const connectionString = config.databaseUrl;
    await migrate({ connectionString: process.env.DATABASE_OWNER_URL ?? connectionString }, say);
    return { connection: { connectionString }, stop: async () => {}, folders: [] };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say });
  try {
    await migrate({ ...embedded.ownerConfig }, say);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return {
    connection: { ...embedded.appConfig },
    stop: () => embedded.stop(),
    folders: [embedded.clusterDir],
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const tracing = config.tracesTo
    ? (await import('./server/tracing.ts')).startTracing(config.tracesTo)
    : undefined;
  const { connection, stop, folders } = await reachDatabase(config);
  const disk = new DiskWatch([config.dataDir, ...folders], config.diskReserveBytes);
  await disk.start();
  const database = new Database(connection, 10);
  const clock = config.testClock ? new MovableClock() : systemClock;
  const relay = await startRelay(connection);
  const backups = backupsOf(config, clock);
  const app = await buildApp({
    database,
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
    webDir: process.env.WEB_DIR ?? join(import.meta.dirname, 'dist', 'web'),
  });
  await recordRestore(config.dataDir, app.host);
  backups.begin(app.taskHost.warn);
  const ticking = startTicking(app.taskHost, app.host.files, disk);
  const sealing = startSealing({
    ...app.host,
    disk,
    anchorsDir: join(config.dataDir, 'anchors'),
    warn: app.taskHost.warn,
  });
  const letGo = async () => {
    await app.http.close();
    await ticking.stop();
    await sealing.stop();
    await backups.stop();
    await relay.stop();
    disk.stop();
    await stopPrinting();
    await tracing?.stop();
    await stopExamining();
    await stopReadingMail();
    await database.close();
    await stop();
  };
  let isLeaving = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isLeaving) return;
      isLeaving = true;
      void letGo().then(() => process.exit(0));
    });
  }
  try {
    await app.http.listen({ port: config.port, host: config.host });
  } catch (error) {
    await letGo();
    throw error;
  }
  const { port } = app.http.server.address() as { port: number };
  say(`景明已就绪，请用浏览器打开 http://localhost:${port}/ （按 Ctrl+C 停止）`);
  say(`Jingming is ready: http://localhost:${port}/`);
  // Now, and not at an orderly end alone: the next start is quicker after a power cut too.
  flushCompileCache();
}

main().catch((error) => {
  console.error(sentenceFor(error) ?? consoleLineOf(error));
  process.exit(1);
});
