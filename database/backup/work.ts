import { rm } from 'node:fs/promises';
import path from 'node:path';
import { takeLock } from '../embedded/lock.ts';
import { knownMigrations } from '../migrate.ts';
import { takeBackup } from './base.ts';
import { holeNote } from './hole.ts';
import { backupKeyIn } from './key.ts';
import type { Manifest } from './manifest.ts';
import { prune } from './prune.ts';
import { type Running, reachRunning, storeDirOf } from './reach.ts';
import { BackupRefused } from './refusal.ts';
import { lineOf } from './repository.ts';
import { noteResult } from './results.ts';
import type { BackupSettings } from './settings.ts';
import { type Proof, testRestore } from './verify.ts';

export interface WorkOrder {
  readonly dataDir: string;
  readonly settings: BackupSettings;
  readonly program: string;
  now(): Date;
  say(line: string): void;
}

/** A base backup of the running database, noted with what came of it; afterwards what is too old goes. */
export async function backUpNow(order: WorkOrder): Promise<Manifest> {
  const running = reachRunning(order.dataDir);
  const { settings, program, now } = order;
  return alone(running, async () => {
    const line = await lineOf(order.dataDir, settings.dir);
    const key = backupKeyIn(running.home.secretDir);
    const began = now();
    const note = (rest: { ok: boolean; backup: string; bytes: number; reason?: string }) =>
      noteResult(line, { kind: 'backup', ...spent(began, now()), ...rest });
    try {
      const manifest = await takeBackup({ running, line, key, program, now });
      const bytes = Object.values(manifest.parts).reduce((sum, part) => sum + part.bytes, 0);
      await note({ ok: true, backup: manifest.name, bytes });
      await rm(holeNote(running.home), { force: true });
      await prune(line, storeDirOf(running.home), key, { now: now(), keepDays: settings.keepDays });
      return manifest;
    } catch (error) {
      await note({ ok: false, backup: '', bytes: 0, reason: reasonOf(error) }).catch(() => {});
      throw error;
    }
  });
}

/** Restores the newest base backup beside the running one, compares it and removes it again. */
export async function testRestoreNow(order: WorkOrder): Promise<Proof> {
  const running = reachRunning(order.dataDir);
  return alone(running, async () => {
    const line = await lineOf(order.dataDir, order.settings.dir);
    const began = order.now();
    try {
      const proof = await testRestore({
        from: line.dir,
        scratchDir: path.join(running.home.dataDir, 'restore-test'),
        key: backupKeyIn(running.home.secretDir),
        knownMigrations: await knownMigrations(),
        say: order.say,
      });
      const { base: backup, bytes, checked } = proof;
      const times = spent(began, order.now());
      await noteResult(line, { kind: 'restoreTest', ...times, ok: true, backup, bytes, checked });
      return proof;
    } catch (error) {
      const times = spent(began, order.now());
      const failed = { ok: false, backup: '', bytes: 0, reason: reasonOf(error) };
      await noteResult(line, { kind: 'restoreTest', ...times, ...failed });
      throw error;
    }
  });
}

const spent = (from: Date, to: Date) => ({
  at: to.toISOString(),
  seconds: Math.round((to.getTime() - from.getTime()) / 100) / 10,
});

/** For a screen: what a person can act on as it stands, a fault of the program by its message. */
const reasonOf = (error: unknown) => (error as Error).message.slice(0, 500);

/** One backup or restore test at a time, whoever began it. */
async function alone<T>(running: Running, work: () => Promise<T>): Promise<T> {
  const lock = takeLock(path.join(running.home.runDir, 'backup.lock'));
  if (!lock) {
    throw new BackupRefused(
      'busy',
      '另一次备份或恢复演练正在进行，请等它结束后再试。',
      'Another backup or restore test is under way; try again when it has ended.',
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
