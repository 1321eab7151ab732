import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type BackupKey, keyFromLetters } from '#database/backup/key.ts';
import { BackupRefused } from '#database/backup/refusal.ts';
import { restore } from '#database/backup/restore.ts';
import { readTarget } from '#database/backup/target.ts';
import { knownMigrations } from '#database/migrate.ts';
import { readConfig } from '#platform/config.ts';
import { importExport, isExport } from './import-export.ts';
import { inPlainWords } from './plain-words.ts';

// npm run restore -- --from <backups> [--at '2026-11-22 10:30:05'] [--to <data directory>] [--key-file <file>]
const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    at: { type: 'string' },
    to: { type: 'string' },
    'key-file': { type: 'string' },
  },
});

await inPlainWords(async () => {
  if (!values.from) throw usage();
  const to = path.resolve(values.to ?? readConfig(process.env).dataDir);
  const say = (line: string) => console.log(line);
  if (isExport(values.from)) {
    const { program } = await importExport(values.from, to, say);
    return finish(to, { backup: `export ${program}`, at: null }, say);
  }
  const target = readTarget(values.at);
  const key = await askedKey();
  const order = { from: values.from, to, key, target, knownMigrations: await knownMigrations() };
  const restored = await restore({ ...order, say });
  await restored.stop();
  const at = target.kind === 'time' ? target.at.toISOString() : null;
  finish(to, { backup: restored.manifest.name, at }, say);
});

/** Leaves the note that the next start puts on record in every tenant's audit. */
function finish(
  to: string,
  note: { backup: string; at: string | null },
  say: (line: string) => void,
): void {
  writeFileSync(path.join(to, 'restored.json'), `${JSON.stringify(note)}\n`, { flush: true });
  say(`恢复完成：${to}。用 DATA_DIR=${to} npm start 启动。`);
  say(`Restored: ${to}. Start with DATA_DIR=${to} npm start.`);
}

/** From a file, from the environment, or typed in: never from the command line, which others can see. */
async function askedKey(): Promise<BackupKey> {
  const file = values['key-file'];
  if (file) return keyFromLetters(readFileSync(file, 'utf8'));
  if (process.env.BACKUP_KEY) return keyFromLetters(process.env.BACKUP_KEY);
  if (!process.stdin.isTTY) throw keyMissing();
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return keyFromLetters(await asking.question('备份密钥 / backup key: '));
  } finally {
    asking.close();
  }
}

function keyMissing(): BackupRefused {
  return new BackupRefused(
    'key_missing',
    '需要备份密钥：用 --key-file 给出文件，或设环境变量 BACKUP_KEY。',
    'The backup key is needed: --key-file, or BACKUP_KEY in the environment.',
  );
}

function usage(): BackupRefused {
  return new BackupRefused(
    'no_backup',
    '用法：npm run restore -- --from 备份目录 [--at "2026-11-22 10:30:05"] [--to 空的数据目录]',
    'Usage: npm run restore -- --from <backups> [--at "2026-11-22 10:30:05"] [--to <empty data directory>]',
  );
}
