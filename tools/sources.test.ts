import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const places = ['platform', 'server', 'modules', 'shared', 'web', 'database'];
const single = ['app.tsx', 'server.ts'];
const isProduct = (path: string) =>
  /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$|-for-tests\.ts$/.test(path);

const sources = [
  ...places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  ),
  ...single,
].filter((path) => isProduct(path) && statSync(path).isFile());

/** Files whose text holds the pattern. */
const holding = (pattern: RegExp, among = sources): string[] =>
  among.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort();

test('D-61 no text becomes markup or program', () => {
  expect(
    holding(
      /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|node:vm|\bsetTimeout\(\s*['"`]/,
    ),
  ).toEqual([]);
});

test('a day on a screen is the shop’s: no instant is cut to its first ten signs, which are those of Greenwich', () => {
  const screens = sources.filter((path) => path.includes('/web/') || path.startsWith('web/'));
  expect(holding(/\b(\w+At|\w*[uU]ntil|since|instant)\??\.slice\(0, 10\)/, screens)).toEqual([]);
});

test('ASVS 11.5.1 nothing is made with numbers that can be guessed', () => {
  expect(holding(/Math\.random|pseudoRandomBytes/)).toEqual([]);
});

test('ASVS 11.4.1 no hash that was broken', () => {
  // WeCom marks its callbacks so and in no other way; what is behind them is sealed by AES besides.
  const theirs = 'modules/messages/server/wecom-sealing.ts';
  expect(holding(/createHash\(\s*'(md5|sha1|md4|ripemd)/i)).toEqual([theirs]);
});

test('ASVS 1.2.5 other programs are started in known places, with words and never through a shell', () => {
  expect(holding(/node:child_process/)).toEqual([
    'database/backup/schedule.ts',
    'database/embedded/account.ts',
    'database/embedded/cluster.ts',
    'database/embedded/postmaster.ts',
    'database/embedded/processes.ts',
    'database/embedded/staging.ts',
    'database/embedded/watch.ts',
    'platform/helper-process.ts',
  ]);
  expect(holding(/(?<![.\w])exec(Sync)?\(\s*[`'"]|shell:\s*true/)).toEqual([]);
});

test('D-72 what is written down goes through the log, except by those who speak to a console', () => {
  expect(holding(/console\.(log|error|warn|info|debug)|process\.(stdout|stderr)\.write/)).toEqual([
    'database/backup/worker.ts',
    'database/embedded/watchdog.ts',
    'database/print.ts',
    'server.ts',
    'server/last-words.ts',
  ]);
});

test('D-84 what the product names it also has among its dependencies', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom|^import) '([a-z@][\w@/.-]*)';$/gm)].map(
      ([, name]) => [path, nameOf(name!)] as const,
    ),
  );
  const unknown = named.filter(
    ([, name]) => !name.startsWith('node:') && !(name in manifest.dependencies),
  );
  expect(unknown).toEqual([]);
});

const nameOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
