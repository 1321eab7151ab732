// npm start: from a fresh clone to a running service, in one command.
import {
  checkPlatform,
  ensureBuilt,
  ensureDependencies,
  heapOptions,
  main,
  pinnedNode,
  runInstead,
} from './runtime.mjs';

await main(async () => {
  checkPlatform();
  await ensureDependencies({ dev: false });
  const node = pinnedNode();
  await ensureBuilt(node);
  await runInstead(node, [...heapOptions, 'server.ts', ...process.argv.slice(2)]);
});
