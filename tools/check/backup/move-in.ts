import { existsSync } from 'node:fs';
import { lettersOf } from '#database/backup/key.ts';
import { Program, removeDir, throwawayDir } from '#test/process.ts';
import type { Run } from '../harness.ts';
import { command, type House } from './house.ts';

/**
 * The whole way of a shop whose machine burnt: one command onto an empty folder, a start, and everything is there: the
 * login, the customers, the audit with its chain, and the note that a restore took place.
 */
export async function moveIn(house: House, run: Run): Promise<void> {
  const standing = await house.program.ask('GET', '/system/backups', house.founder);
  const state = (await standing.json()) as { health: string; lastRestoreTestAt: string | null };
  if (state.health !== 'good' || !state.lastRestoreTestAt) {
    run.fail(`the screen says of the backups: ${JSON.stringify(state)}`);
  }
  const expected = await customersIn(house.program, house);
  await refuseRunning(house, run);
  await house.program.end();
  await moveInFrom(house, house.backupDir, expected, run);
  if (run.isLong) await moveOver(house, expected, run);
}

/** The way over a major version of PostgreSQL: out as text, into a new cluster. */
async function moveOver(house: House, expected: number, run: Run): Promise<void> {
  const folder = throwawayDir();
  const env = { DATA_DIR: house.dataDir };
  const { code, output } = await command('backup/export.ts', ['--to', folder], env);
  if (code === 0) await moveInFrom(house, folder, expected, run);
  else run.fail(`npm run export failed:\n${output}`);
  removeDir(folder);
}

async function moveInFrom(house: House, from: string, expected: number, run: Run): Promise<void> {
  const to = throwawayDir();
  const env = { BACKUP_KEY: lettersOf(house.key) };
  try {
    const { code, output } = await command('backup/restore.ts', ['--from', from, '--to', to], env);
    if (code === 0) await live(house, to, expected, run);
    else run.fail(`npm run restore failed:\n${output}`);
  } finally {
    removeDir(to);
  }
}

async function live(house: House, dataDir: string, expected: number, run: Run): Promise<void> {
  const program = await Program.start({ dataDir });
  try {
    const found = await customersIn(program, house);
    if (found !== expected) run.fail(`${found} customers after the restore, ${expected} before`);
    const notes = await program.look(
      house.founder.tenantId,
      `select 1 from audit_entries where event = 'organisation.restored'`,
    );
    if (notes.length !== 1) run.fail('the audit does not say that a backup was restored');
    await verifyAudit(dataDir, run);
  } finally {
    await program.end();
  }
}

/** The founder's old session still opens; nothing else is asked of a running shop. */
async function customersIn(program: Program, { founder }: House): Promise<number> {
  const reply = await program.ask('GET', '/customers?limit=1&count=true', founder);
  if (reply.status !== 200) throw new Error(`customers: ${reply.status} ${await reply.text()}`);
  return ((await reply.json()) as { total: number }).total;
}

async function refuseRunning(house: House, run: Run): Promise<void> {
  const env = { BACKUP_KEY: lettersOf(house.key) };
  const onto = ['--from', house.backupDir, '--to', house.dataDir];
  const { code, output } = await command('backup/restore.ts', onto, env);
  if (code !== 1 || !output.includes('先停止'))
    run.fail(`restored onto a running shop:\n${output}`);
}

async function verifyAudit(dataDir: string, run: Run): Promise<void> {
  if (!existsSync('tools/audit/main.ts')) return;
  const { code, output } = await command('audit/main.ts', ['verify'], { DATA_DIR: dataDir });
  if (code !== 0) run.fail(`the audit chain of the restored data:\n${output}`);
}
