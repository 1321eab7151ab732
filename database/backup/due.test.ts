import { expect, test } from 'vitest';
import { dueWork, type Known } from './due.ts';
import type { Result } from './results.ts';

const zone = 'Asia/Shanghai';
const result = (kind: Result['kind'], at: string, ok = true): Result => ({
  kind,
  at: new Date(at).toISOString(),
  ok,
  backup: '',
  seconds: 1,
  bytes: 1,
});
const known = (now: string, results: Result[], more: Partial<Known> = {}): Known => ({
  now: new Date(now),
  zone,
  results,
  bases: 1,
  hasHole: false,
  ...more,
});
const backup = result('backup', '2026-11-22T02:31:00+08:00');
const tested = result('restoreTest', '2026-11-22T02:40:00+08:00');

test('D-81 the first backup is due at once, and the first restore test right after it', () => {
  expect(dueWork(known('2026-11-22T09:05:00+08:00', [], { bases: 0 }))).toBe('backup');
  expect(dueWork(known('2026-11-22T09:06:00+08:00', [backup]))).toBe('restoreTest');
});

test('D-81 a base backup each night at half past two, or when the machine is next on', () => {
  const results = [backup, tested];
  expect(dueWork(known('2026-11-23T02:29:00+08:00', results))).toBeUndefined();
  expect(dueWork(known('2026-11-23T02:30:00+08:00', results))).toBe('backup');
  expect(dueWork(known('2026-11-23T08:00:00+08:00', results))).toBe('backup');
});

test('D-81 what failed is tried again: a backup after an hour, a restore test after six', () => {
  const failed = result('backup', '2026-11-23T02:30:00+08:00', false);
  const results = [backup, tested, failed];
  expect(dueWork(known('2026-11-23T03:29:00+08:00', results))).toBeUndefined();
  expect(dueWork(known('2026-11-23T03:30:00+08:00', results))).toBe('backup');
  const unproved = [backup, result('restoreTest', '2026-11-22T03:00:00+08:00', false)];
  expect(dueWork(known('2026-11-22T08:59:00+08:00', unproved))).toBeUndefined();
  expect(dueWork(known('2026-11-22T09:00:00+08:00', unproved))).toBe('restoreTest');
});

test('D-81 a restore test each week, in the night after the backup', () => {
  const later = result('backup', '2026-11-29T02:31:00+08:00');
  expect(
    dueWork(known('2026-11-28T03:00:00+08:00', [tested, { ...later, at: '2026-11-27T18:31:00Z' }])),
  ).toBeUndefined();
  expect(dueWork(known('2026-11-29T02:41:00+08:00', [tested, later]))).toBe('restoreTest');
});

test('D-81 a hole in the log, or another folder for backups, asks for a new base at once', () => {
  const now = '2026-11-22T12:00:00+08:00';
  expect(dueWork(known(now, [backup, tested], { hasHole: true }))).toBe('backup');
  expect(dueWork(known(now, [backup, tested], { bases: 0 }))).toBe('backup');
});
