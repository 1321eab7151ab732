import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { partFile } from '#database/backup/base.ts';
import { newBackupKey } from '#database/backup/key.ts';
import { partNames, readManifest, writeManifest } from '#database/backup/manifest.ts';
import type { Moment } from '#database/backup/moment.ts';
import type { Target } from '#database/backup/recover.ts';
import { type BackupRefusalCode, BackupRefused } from '#database/backup/refusal.ts';
import { basesOf, type Line, lineAt } from '#database/backup/repository.ts';
import { removeTarget, restore } from '#database/backup/restore.ts';
import { isSegment } from '#database/backup/segments.ts';
import { sealedSegment, walOf } from '#database/backup/wal.ts';
import { knownMigrations } from '#database/migrate.ts';
import { systemClock } from '#platform/clock.ts';
import { removeDir, throwawayDir } from '#test/process.ts';
import type { Run } from '../harness.ts';
import type { House } from './house.ts';

const dayMs = 86_400_000;

/** One way in which a restore must be refused, made on a copy of the backups. */
interface Fault {
  readonly name: string;
  readonly expected: BackupRefusalCode;
  /** Breaks the copy; what is left out breaks nothing. */
  spoil?(line: Line, base: string): Promise<void> | void;
  readonly target?: Target;
  readonly wrongKey?: boolean;
  /** Puts something in the place of the target. */
  fill?(to: string): void;
}

/** Tries each fault; one that is not refused, or for another reason, or that leaves something behind, is a failure. */
export async function tryFaults(house: House, last: Moment, run: Run): Promise<number> {
  const faults = allFaults(house, last, run);
  for (const fault of faults) await tryFault(house, fault, run);
  return faults.length;
}

async function tryFault(house: House, fault: Fault, run: Run): Promise<void> {
  const copy = throwawayDir();
  const to = throwawayDir();
  const own = await house.line();
  cpSync(own.dir, join(copy, own.id), { recursive: true });
  const line = lineAt(join(copy, own.id));
  const [base] = (await basesOf(line)).slice(-1);
  await fault.spoil?.(line, base!);
  fault.fill?.(to);
  const before = readdirSync(to);
  try {
    const restored = await restore({
      from: copy,
      to,
      key: fault.wrongKey ? newBackupKey() : house.key,
      target: fault.target ?? { kind: 'end' },
      knownMigrations: await knownMigrations(),
      say: () => undefined,
    });
    run.fail(`${fault.name}: was restored as if nothing were wrong`);
    await restored.stop();
    await removeTarget(restored.home);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    if (error.code !== fault.expected) {
      run.fail(`${fault.name}: refused as ${error.code}, not as ${fault.expected}`);
    }
    const left = existsSync(to) ? readdirSync(to) : [];
    if (left.join() !== before.join()) run.fail(`${fault.name}: left ${left} behind`);
  } finally {
    removeDir(copy);
    removeDir(to);
  }
}

function allFaults(house: House, last: Moment, run: Run): Fault[] {
  const flips = partNames.map((part) => ({
    name: `a flipped byte in ${part}`,
    expected: 'damaged' as const,
    spoil: (line: Line, base: string) => flip(join(line.baseDir, base, partFile(part)), run),
  }));
  const lost = partNames.map((part) => ({
    name: `${part} is missing`,
    expected: part === 'label' ? ('label_missing' as const) : ('part_missing' as const),
    spoil: (line: Line, base: string) => rmSync(join(line.baseDir, base, partFile(part))),
  }));
  const now = systemClock.now().getTime();
  return [
    ...flips,
    ...lost,
    {
      name: 'a flipped byte in the manifest',
      expected: 'manifest_broken',
      spoil: (line, base) => flipDigit(join(line.baseDir, base, 'manifest.json')),
    },
    {
      name: 'a backup of a newer program',
      expected: 'newer_program',
      async spoil(line, base) {
        const dir = join(line.baseDir, base);
        const manifest = readManifest(dir, house.key);
        const migrations = [...manifest.migrations, '20991231-0900-tomorrow.sql'];
        await writeManifest(dir, { ...manifest, migrations }, house.key);
      },
    },
    { name: 'a wrong key', expected: 'key_wrong', wrongKey: true },
    {
      name: 'the first segment is missing',
      expected: 'wal_missing',
      spoil: async (line, base) => rmSync(await segment(house, line, base, 0)),
    },
    {
      name: 'the last segment is missing',
      expected: 'wal_missing',
      spoil: async (line, base) => rmSync(await segment(house, line, base, -1)),
    },
    {
      name: 'the segment with the instant asked for is missing',
      expected: 'wal_missing',
      target: { kind: 'time', at: last.at },
      spoil: async (line, base) => rmSync(await segment(house, line, base, -1)),
    },
    {
      name: 'a flipped byte in a segment',
      expected: 'damaged',
      spoil: async (line, base) => flip(await segment(house, line, base, 0), run),
    },
    {
      name: 'a target before the base',
      expected: 'before_base',
      target: { kind: 'time', at: new Date(now - dayMs) },
    },
    {
      name: 'a target after the log',
      expected: 'after_wal',
      target: { kind: 'time', at: new Date(now + dayMs) },
    },
    {
      name: 'a target that is not empty',
      expected: 'target_not_empty',
      fill: (to) => writeFileSync(join(to, 'photo.jpg'), 'precious'),
    },
    {
      name: 'no backup at all',
      expected: 'no_backup',
      spoil: (line) => rmSync(line.baseDir, { recursive: true }),
    },
    {
      name: 'only a backup that was killed',
      expected: 'no_backup',
      spoil(line, base) {
        cpSync(join(line.baseDir, base), join(line.baseDir, `${base}.unfinished`), {
          recursive: true,
        });
        rmSync(join(line.baseDir, base), { recursive: true });
      },
    },
  ];
}

/** A segment that the newest base backup needs: the first, or the last. */
async function segment(house: House, line: Line, base: string, which: 0 | -1): Promise<string> {
  const { firstSegment } = readManifest(join(line.baseDir, base), house.key);
  const needed = (await walOf(line)).filter((name) => isSegment(name) && name >= firstSegment);
  return sealedSegment(line, needed.at(which)!);
}

/** Magic and the key's name: a fault in these is told as another file, or as a wrong key. */
const toldApart = 16;

/** Turns over one bit of one byte somewhere in a file. */
function flip(file: string, run: Run): void {
  const at = toldApart + run.random.whole(statSync(file).size - toldApart);
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0]! ^= 1 << run.random.whole(8);
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}

/** Changes a number of rows in the manifest, which only its seal can tell. */
function flipDigit(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/"rows": (\d+)/, (_, rows) => `"rows": ${Number(rows) + 1}`),
  );
}
