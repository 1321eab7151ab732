import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyFromLetters, lettersOf, newBackupKey } from './key.ts';
import { contentOf } from './repository.ts';
import { seal, unseal } from './sealed.ts';
import { nextSegment, runFrom } from './segments.ts';
import { type TarEntry, tarOf, textContent, untar } from './tar.ts';
import { readTarget } from './target.ts';

const key = newBackupKey();
async function* source(...parts: Buffer[]) {
  yield* parts;
}
const sealed = (text: Buffer, name = 'part') => contentOf(seal(source(text), key, name));
const opened = (bytes: Buffer, name = 'part', by = key) =>
  contentOf(unseal(source(bytes), by, name));

test.each([0, 1, 262_143, 262_144, 262_145, 1_000_000])(
  'G-50 %i bytes come out of a sealed file as they went in',
  async (size) => {
    const bytes = randomBytes(size);
    expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true);
  },
);

test('G-50 a flipped byte anywhere in a sealed file is found', async () => {
  const whole = await sealed(randomBytes(300_000));
  for (let at = 16; at < whole.length; at += 7_919) {
    const changed = Buffer.from(whole);
    changed[at]! ^= 4;
    await expect(opened(changed), `byte ${at}`).rejects.toMatchObject({ code: 'damaged' });
  }
});

test('G-50 a sealed file that was cut off, even between two chunks, is no sealed file', async () => {
  const whole = await sealed(randomBytes(600_000));
  for (const size of [75, 76, 76 + 20 + 262_144, whole.length - 1]) {
    await expect(opened(whole.subarray(0, size))).rejects.toMatchObject({ code: 'damaged' });
  }
  const longer = Buffer.concat([whole, Buffer.from('x')]);
  await expect(opened(longer)).rejects.toMatchObject({ code: 'damaged' });
});

test('G-50 one sealed file cannot stand in for another, and another key opens none', async () => {
  const whole = await sealed(Buffer.from('the part'));
  await expect(opened(whole, 'another part')).rejects.toMatchObject({ code: 'damaged' });
  const other = opened(whole, 'part', newBackupKey());
  await expect(other).rejects.toMatchObject({ code: 'key_wrong' });
});

test('G-50 the key survives being copied by hand, and a slip of the pen is told', () => {
  const letters = lettersOf(key);
  expect(letters).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
  const typed = letters
    .toLowerCase()
    .replaceAll('-', ' ')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l');
  expect(keyFromLetters(typed)).toEqual(key);
  const slip = (letters[5] === 'A' ? 'B' : 'A') + letters.slice(6);
  expect(() => keyFromLetters(letters.slice(0, 5) + slip)).toThrow('抄写有误');
  expect(() => keyFromLetters(letters.slice(0, -5))).toThrow('抄写有误');
});

test('G-50 an archive gives back names, rights and contents, long names included', async () => {
  const long = `${'a'.repeat(36)}/${'b'.repeat(64)}/${'c'.repeat(64)}`;
  async function* entries(): AsyncIterable<TarEntry> {
    yield { name: 'empty', mode: 0o700 };
    yield { name: long, mode: 0o600, content: textContent('内容') };
    yield { name: 'nothing', mode: 0o600, content: textContent('') };
  }
  const found: unknown[] = [];
  for await (const { name, mode, isFolder, content } of untar(tarOf(entries()))) {
    found.push([name, mode, isFolder, (await contentOf(content)).toString()]);
  }
  expect(found).toEqual([
    ['empty', 0o700, true, ''],
    [long, 0o600, false, '内容'],
    ['nothing', 0o600, false, ''],
  ]);
});

test('G-50 an archive never writes outside of where it is unpacked', async () => {
  async function* entries(): AsyncIterable<TarEntry> {
    yield { name: '../outside', mode: 0o600, content: textContent('x') };
  }
  await expect(untar(tarOf(entries()))[Symbol.asyncIterator]().next()).rejects.toThrow('refused');
});

const segmentBytes = 16 * 1024 * 1024;

test('G-50 a hole in the log is found wherever it is', () => {
  const [a, b] = ['0000000100000000000000FE', '0000000100000000000000FF'] as const;
  const third = nextSegment(b, segmentBytes);
  expect(third).toBe('000000010000000100000000');
  expect(runFrom(a, [a, b, third], segmentBytes)).toEqual({
    segments: [a, b, third],
    missing: undefined,
  });
  expect(runFrom(a, [a, third], segmentBytes)).toEqual({ segments: [a], missing: b });
  expect(runFrom(a, [a, b], segmentBytes, third)).toEqual({ segments: [a, b], missing: third });
  expect(runFrom(a, [b, third], segmentBytes).missing).toBe(a);
});

test('G-51 a time without a zone is the time in China', () => {
  const at = new Date('2026-11-22T02:30:05Z');
  expect(readTarget('2026-11-22 10:30:05')).toEqual({ kind: 'time', at });
  expect(readTarget('2026-11-22 10:30:05+08')).toEqual({ kind: 'time', at });
  expect(readTarget('2026-11-22T02:30:05Z')).toEqual({ kind: 'time', at });
  expect(readTarget(undefined)).toEqual({ kind: 'end' });
  for (const wrong of ['gestern', '2026-13-22 10:30', '22.11.2026', '']) {
    expect(() => readTarget(wrong)).toThrow('看不懂');
  }
});
