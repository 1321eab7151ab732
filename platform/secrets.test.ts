import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigRefused, secretIn } from './config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'jingming-secrets-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('D-70 a secret is made whole: what a killed start left half is made anew', () => {
  mkdirSync(join(dataDir, 'secret'));
  writeFileSync(join(dataDir, 'secret', 'cursor.key.unfinished'), 'ha');
  const secret = secretIn(dataDir, 'cursor');
  expect(secret).toHaveLength(32);
  expect(secretIn(dataDir, 'cursor')).toEqual(secret);
});

test('D-70 a damaged key is refused, not taken for a short one', () => {
  const path = join(dataDir, 'secret', 'audit.key');
  writeFileSync(path, '');
  expect(() => secretIn(dataDir, 'audit')).toThrow(ConfigRefused);
  expect(readFileSync(path, 'utf8')).toBe('');
});
