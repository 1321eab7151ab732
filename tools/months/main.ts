import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { asSuperuser, reachRunning } from '#database/backup/reach.ts';
import { migrate } from '#database/migrate.ts';
import { beginMonths, monthlyTables, tablesByMonth } from '#database/months/begin.ts';
import { dropMonth } from '#database/months/drop.ts';
import { exportMonth } from '#database/months/export.ts';
import { partsOf } from '#database/months/parts.ts';
import { MonthsRefused } from '#database/months/refusal.ts';
import { signerFrom } from '#platform/audit/signing.ts';
import { type Config, readConfig, secretIn } from '#platform/config.ts';
import { inPlainWords } from '../backup/plain-words.ts';
import { withDatabase } from '../backup/with-database.ts';

// npm run months [-- --begin | --export 2027-01 --to folder | --drop 2027-01 --of folder] [--table messages]
const { values } = parseArgs({
  options: {
    begin: { type: 'boolean', default: false },
    export: { type: 'string' },
    drop: { type: 'string' },
    to: { type: 'string' },
    of: { type: 'string' },
    table: { type: 'string' },
  },
});
const config = readConfig(process.env);
const now = new Date();

await inPlainWords(async () => {
  const tables = monthlyTables.filter((name) => name === (values.table ?? name));
  const folder = values.to ?? values.of;
  if (tables.length === 0 || ((values.export || values.drop) && !folder)) throw usage();
  await asOwner(config, async (client) => {
    if (values.begin) for (const table of tables) await beginMonths(client, table);
    const divided = await tablesByMonth(client);
    const asked = values.export ?? values.drop;
    if (asked && divided.length === 0) throw notBegun();
    for (const table of asked ? tables.filter((name) => divided.includes(name)) : []) {
      const at = path.resolve(folder!);
      if (values.export && !existsSync(at)) mkdirSync(at, { recursive: true, mode: 0o700 });
      const order = { table, month: asked!, folder: at, now };
      const done = values.export
        ? await exportMonth(client, order)
        : await dropMonth(client, {
            ...order,
            signer: signerFrom(secretIn(config.dataDir, 'audit')),
          });
      const verb = values.export ? '已导出 exported' : '已从数据库删除 dropped';
      console.log(`${verb}: ${table} ${done.month}, ${done.rows} 行 rows, sha256 ${done.sha256}`);
    }
    for (const { name, rows, bytes } of await partsOf(client)) {
      console.log(`${name}\t约 ${rows} 行\t${(bytes / 1e6).toFixed(1)} MB`);
    }
    if (divided.length === 0) {
      console.log(
        '没有按月分表；--begin 从下个月开始 / nothing lies by month; --begin starts with the next month',
      );
    }
  });
});

/** The owner of the tables, beside the running program or where none runs. */
async function asOwner(of: Config, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const address = process.env.DATABASE_OWNER_URL ?? of.databaseDirectUrl ?? of.databaseUrl;
  if (!address) {
    return withDatabase(of, () =>
      asSuperuser(reachRunning(of.dataDir), async (client) => {
        await client.query('set role jingming_owner');
        await work(client);
      }),
    );
  }
  await migrate({ connectionString: address }, console.log);
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function usage(): MonthsRefused {
  return new MonthsRefused(
    'month_malformed',
    '用法：npm run months [-- --begin | --export 2027-01 --to 文件夹 | --drop 2027-01 --of 文件夹] [--table audit_entries|messages]',
    'Usage: npm run months [-- --begin | --export 2027-01 --to <folder> | --drop 2027-01 --of <folder>] [--table …]',
  );
}

function notBegun(): MonthsRefused {
  return new MonthsRefused(
    'not_by_month',
    '这套数据没有按月分表，先运行 npm run months -- --begin。',
    'Nothing lies by month here; run npm run months -- --begin first.',
  );
}
