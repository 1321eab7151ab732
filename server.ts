import cluster from 'node:cluster';
import { flushCompileCache } from 'node:module';
import { readConfig } from '#platform/config.ts';
import { chooseLastWords, consoleLineOf } from './server/last-words.ts';
import { reachDatabase } from './server/reaching.ts';
import { run } from './server/running.ts';
import { runAsOneOf, runSeveral } from './server/several.ts';
import { sentenceFor } from './server/start-refusals.ts';

chooseLastWords();
const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (cluster.isWorker) return runAsOneOf(config);
  const { place, stop: letGo } = await reachDatabase(config, say);
  const { role, processes } = config;
  const serves = role !== 'worker';
  const works = role !== 'web';
  const isDivided = serves && processes > 1;
  const running = await (isDivided
    ? runSeveral(config, place, works, say)
    : run(config, place, { serves, works, listens: true })
  ).catch(async (error) => {
    await letGo();
    throw error;
  });
  let isLeaving = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isLeaving) return;
      isLeaving = true;
      void running
        .stop()
        .then(letGo)
        .then(() => process.exit(0));
    });
  }
  const { port } = running;
  if (serves) say(`景明已就绪，请用浏览器打开 http://localhost:${port}/ （按 Ctrl+C 停止）`);
  say(`Jingming is ready: http://localhost:${port}/`);
  // Now, and not at an orderly end alone: the next start is quicker after a power cut too.
  flushCompileCache();
}

main().catch((error) => {
  console.error(sentenceFor(error) ?? consoleLineOf(error));
  process.exit(1);
});
