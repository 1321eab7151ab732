import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupKeyIn, lettersOf } from '#database/backup/key.ts';
import { programVersion } from '#database/backup/program.ts';
import { readBackupSettings } from '#database/backup/settings.ts';
import { backupStateOf, keyShownNote } from '#database/backup/state.ts';
import { backUpNow, testRestoreNow } from '#database/backup/work.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { inPlainWords } from './plain-words.ts';
import { withDatabase } from './with-database.ts';

// npm run backup [-- --test] [-- --key] [-- --dir /mnt/usb]: a base backup now, while the program runs or not.
const { values } = parseArgs({
  options: {
    key: { type: 'boolean', default: false },
    test: { type: 'boolean', default: false },
    dir: { type: 'string' },
  },
});
const config = readConfig(process.env);
const { dataDir } = config;

await inPlainWords(async () => {
  if (values.key) return showKey();
  const settings = readBackupSettings(
    { ...process.env, ...(values.dir && { BACKUP_DIR: values.dir }) },
    dataDir,
  );
  const say = (line: string) => console.log(line);
  const now = () => systemClock.now();
  const order = { dataDir, settings, program: programVersion(), now, say };
  await withDatabase(config, async () => {
    const manifest = await backUpNow(order);
    const bytes = Object.values(manifest.parts).reduce((sum, part) => sum + part.bytes, 0);
    say(`备份完成：${manifest.name}，${megabytes(bytes)}，在 ${settings.dir}`);
    say(`Backed up: ${manifest.name}, in ${settings.dir}`);
    if (values.test) {
      const { checked } = await testRestoreNow(order);
      say(
        `恢复演练通过：${checked.tables} 张表、${checked.rows} 行、${checked.indexes} 个索引、${checked.files} 个文件逐一核对一致。(restore test passed)`,
      );
    }
    const state = await backupStateOf(dataDir, settings, now());
    if (state.isSameDisk) {
      say('注意：备份和数据在同一块磁盘上，磁盘坏了会一起丢失。请把 BACKUP_DIR 设到另一块磁盘。');
      say('Note: backups and data lie on one disk. Set BACKUP_DIR to another one.');
    }
    if (!state.isKeyCopied) {
      say(
        '还没有抄下备份密钥：没有它，备份打不开。请运行 npm run backup -- --key 并把它写在纸上。',
      );
      say('Nobody has copied the backup key yet: npm run backup -- --key');
    }
  });
});

function showKey(): void {
  const secretDir = path.join(dataDir, 'secret');
  mkdirSync(secretDir, { recursive: true, mode: 0o700 });
  console.log(`\n备份密钥 / backup key\n\n    ${lettersOf(backupKeyIn(secretDir))}\n`);
  console.log('请抄在纸上，放在店外安全的地方。丢了它，任何人（包括我们）都打不开备份。');
  console.log('Write it down and keep it outside the house. Without it nobody opens a backup.');
  writeFileSync(keyShownNote(dataDir), '');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
