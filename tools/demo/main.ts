import { parseArgs } from 'node:util';
import { StartRefusal, startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { Database } from '#platform/database.ts';
import { DemoRefused, makeDemo } from './demo.ts';

// npm run demo [-- --customers 100000]: a sample shop with eighteen months behind it, into an empty house only.
const { values } = parseArgs({ options: { customers: { type: 'string', default: '320' } } });
const customers = Number(values.customers);
if (!Number.isInteger(customers) || customers < 50 || customers > 2_000_000) {
  console.error(
    '--customers 应为 50 到 2000000 之间的整数 / must be a whole number from 50 to 2,000,000',
  );
  process.exit(1);
}

async function reach() {
  const config = readConfig(process.env);
  if (config.databaseUrl)
    return { connection: { connectionString: config.databaseUrl }, stop: async () => {} };
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: console.log });
  await migrate({ ...embedded.ownerConfig }, console.log);
  return { connection: { ...embedded.appConfig }, stop: () => embedded.stop() };
}

const { connection, stop } = await reach().catch((error: unknown) => {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(
    `${error.message}\n请先停止正在运行的服务（Ctrl+C），再建示范数据。/ Stop the running service first.`,
  );
  process.exit(1);
});
const database = new Database({ ...connection, statement_timeout: 120_000 }, 4);
try {
  const logins = await makeDemo(database, { customers, now: systemClock.now(), say: console.log });
  console.log('\n示范店已建好。下面的密码只显示这一次：');
  for (const { name, post, username, password } of logins) {
    console.log(
      `  ${post.padEnd(6, '　')} ${name.padEnd(4, '　')} ${username.padEnd(10)} ${password}`,
    );
  }
} catch (error) {
  if (!(error instanceof DemoRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await database.close();
  await stop();
}
