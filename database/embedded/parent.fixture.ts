// A process that starts the database as the application does, for tests to kill.
import { startEmbedded } from './embedded.ts';

const [dataDir = '', throwaway = ''] = process.argv.slice(2);
const embedded = await startEmbedded({
  dataDir,
  log: () => undefined,
  throwaway: throwaway === 'throwaway',
});
process.stdout.write(`${JSON.stringify({ pid: embedded.pid(), config: embedded.ownerConfig })}\n`);
process.on('SIGTERM', () => void embedded.stop().then(() => process.exit()));
setInterval(() => undefined, 60_000);
