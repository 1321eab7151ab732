import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mountSmallVolume, removeDir, throwawayDir, unmount } from '#test/process.ts';
import { stopSending } from '#tools/check/fuzz/sender.ts';
import type { Run } from '#tools/check/harness.ts';
import { judge, plantedIsFound } from './judging.ts';
import { openCollector, openQuotingMail } from './peers.ts';
import {
  backUp,
  dyingDatabase,
  failingMail,
  fullDisk,
  lastWords,
  quotingBugs,
  readingThread,
} from './provoking.ts';
import { begin, everyRoute, type Scene } from './scene.ts';
import { sinksOf } from './sinks.ts';

/** The whole examination; see the README of this folder. */
export async function canaryRun(run: Run) {
  const dataDir = throwawayDir();
  const filesDir = join(dataDir, 'files');
  mkdirSync(filesDir);
  const isSmall = mountSmallVolume(filesDir, 4);
  const collector = await openCollector();
  const mail = await openQuotingMail();
  const env = {
    NODE_ENV: 'production',
    JINGMING_TEST_CLOCK: '0',
    LOG_LEVEL: 'trace',
    EGRESS_ALLOW: '127.0.0.1',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  };
  let scene: Scene | undefined;
  try {
    scene = await begin(run, dataDir, env);
    await everyRoute(scene);
    await failingMail(scene, mail.port);
    const bugs = await quotingBugs(scene);
    const lists = await readingThread(scene);
    const full = isSmall && (await fullDisk(scene, filesDir));
    await dyingDatabase(scene);
    const crashes = await lastWords(scene);
    await backUp(scene);
    const sinks = await sinksOf(scene.program);
    await plantedIsFound(scene);
    await scene.program.end();
    const hits = judge(scene, { ...sinks, traces: collector.text() });
    for (const name of ['backups', 'PostgreSQL’s log', 'metrics', 'file names']) {
      if (!sinks[name]) run.fail(`nothing to look at: ${name}`);
    }
    if (collector.spans() < 100) run.fail('hardly a trace came');
    if (mail.refused() === 0) run.fail('no mail was refused');
    if (!full) run.say('no small volume here: the full disk was not tried');
    return {
      routes: scene.routes.length,
      routesReached: scene.visitor.reached.size,
      ...scene.visitor.tally,
      canaries: scene.canaries.count,
      fields: scene.filling.places.size,
      bugs,
      lists,
      crashes,
      mailsRefused: mail.refused(),
      spans: collector.spans(),
      fullDisk: full,
      hits,
    };
  } finally {
    stopSending();
    await scene?.program.end();
    await mail.close();
    collector.close();
    if (isSmall) unmount(filesDir);
    removeDir(dataDir);
  }
}
