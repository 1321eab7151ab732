import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { programVersion } from '#database/backup/program.ts';
import { asSuperuser, reachRunning, storeDirOf } from '#database/backup/reach.ts';
import { BackupRefused } from '#database/backup/refusal.ts';
import { writeDump } from '#database/portable/dump.ts';
import { readConfig } from '#platform/config.ts';
import { inPlainWords } from './plain-words.ts';
import { withDatabase } from './with-database.ts';

// npm run export -- --to <empty folder>: all data in a form that does not depend on PostgreSQL's version, in clear text.
const { values } = parseArgs({ options: { to: { type: 'string' } } });
const config = readConfig(process.env);

await inPlainWords(async () => {
  if (!values.to) throw usage();
  const folder = path.resolve(values.to);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw notEmpty(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await withDatabase(config, async () => {
    const running = reachRunning(config.dataDir);
    const dump = await asSuperuser(running, (client) =>
      writeDump(client, folder, programVersion()),
    );
    // Afterwards: every file that a row of the dump speaks of was in the store before it.
    copyFolder(storeDirOf(running.home), path.join(folder, 'files'), () => true);
    // The keys open what the database holds sealed; the logins' passwords belong to the cluster and stay.
    copyFolder(running.home.secretDir, path.join(folder, 'secret'), (name) =>
      name.endsWith('.key'),
    );
    const rows = Object.values(dump.tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(`已导出 ${Object.keys(dump.tables).length} 张表、${rows} 行到 ${folder}`);
    console.log('注意：导出内容没有加密，含客户资料和密钥。用完请删除。');
    console.log('Note: the export is clear text with personal data and keys. Delete it after use.');
  });
});

function copyFolder(from: string, to: string, takes: (name: string) => boolean): void {
  if (!existsSync(from)) return;
  cpSync(from, to, { recursive: true, filter: (file) => file === from || takes(file) });
}

function usage(): BackupRefused {
  return new BackupRefused(
    'no_backup',
    '用法：npm run export -- --to 空目录',
    'Usage: npm run export -- --to <empty folder>',
  );
}

function notEmpty(folder: string): BackupRefused {
  return new BackupRefused(
    'target_not_empty',
    `目录 ${folder} 不是空的，导出不会覆盖任何数据。`,
    `${folder} is not empty; an export never overwrites anything.`,
  );
}
