import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { uses } from '#modules/map.ts';

const doors = /^(contract|lifecycle|events)\.ts$|^server\/index\.ts$|^web\/(holder\/)?index\.tsx?$/;
const rooms =
  /^(README\.md|contract(-[a-z-]+)?\.ts|lifecycle\.ts|events\.ts|(server|web|locales|print|judge)\/.+)$/;

interface Import {
  from: string;
  to: string;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(tsx?|md)$/.test(name));
const inModules = filesIn('modules').filter((name) => name.split('/').length > 2);
const resolved = (from: string, path: string) =>
  path.startsWith('#') ? path.slice(1) : normalize(join(dirname(from), path));
const importsOf = (from: string): Import[] =>
  [...readFileSync(from, 'utf8').matchAll(/(?:from|import\()\s*'([.#][^']+)'/g)].map(
    ([, path]) => ({
      from,
      to: resolved(from, path!),
    }),
  );
const imports = inModules.filter((file) => !file.endsWith('.md')).flatMap(importsOf);
const placeOf = (file: string) => {
  const [root, module, ...rest] = file.split('/');
  return root === 'modules' && rest.length > 0
    ? { module: module!, rest: rest.join('/') }
    : undefined;
};
const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file);

test('modules enter each other by the door, and only those they may', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [placeOf(from), placeOf(to)];
    if (!here || !there || here.module === there.module || isTest(from)) return false;
    const allowed: readonly string[] = uses[here.module as keyof typeof uses] ?? [];
    return !allowed.includes(there.module) || !doors.test(there.rest);
  });
  expect(wrong).toEqual([]);
});

test('the map runs one way and knows every module', () => {
  const known = Object.keys(uses);
  for (const [module, above] of Object.entries(uses)) {
    expect(known.slice(0, known.indexOf(module)), module).toEqual(
      expect.arrayContaining([...above]),
    );
  }
  const folders = new Set(inModules.map((file) => placeOf(file)!.module));
  expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
});

test('what the browser loads never reaches the server', () => {
  const inBrowser = (file: string) =>
    /\/(web|locales)\/|\/(contract(-[a-z-]+)?|lifecycle|events)\.ts$/.test(file) && !isTest(file);
  const wrong = imports.filter(
    ({ from, to }) => inBrowser(from) && /\/server\/|\/print\/|^(platform|database)\//.test(to),
  );
  expect(wrong).toEqual([]);
});

test('shared knows nobody; the platform knows no module', () => {
  const wrong = [
    ...filesIn('shared')
      .flatMap(importsOf)
      .filter(({ to }) => !/^shared\//.test(to)),
    ...filesIn('platform')
      .filter((file) => !isTest(file))
      .flatMap(importsOf)
      .filter(({ to }) => /^(modules|web|server)\//.test(to)),
    ...filesIn('web')
      .filter((file) => !isTest(file))
      .flatMap(importsOf)
      .filter(({ to }) => /^(platform|database|server)\//.test(to)),
  ];
  expect(wrong).toEqual([]);
});

test('every file is in a room with a known name, and every module has a README', () => {
  expect(inModules.filter((file) => !rooms.test(placeOf(file)!.rest))).toEqual([]);
  const modules = new Set(inModules.map((file) => placeOf(file)!.module));
  const without = [...modules].filter(
    (module) => !inModules.includes(`modules/${module}/README.md`),
  );
  expect(without).toEqual([]);
});

test('SQL stands in queries, and only there', () => {
  const speaksSql = /\b(statement|globalStatement)(<|\()|work\.(insert|insertAll|update)\(/;
  const wrong = inModules.filter(
    (file) =>
      /\/server\//.test(file) &&
      !isTest(file) &&
      !/queries[^/]*\.ts$/.test(file) &&
      speaksSql.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('nobody asks the machine for the time but the clock', () => {
  const wrong = [...inModules, ...filesIn('platform'), ...filesIn('shared')].filter(
    (file) =>
      !isTest(file) &&
      !file.includes('/web/') &&
      file !== 'platform/clock.ts' &&
      /\bnew Date\(\)|\bDate\.now\(\)/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('D-56 nobody speaks to the outside but the egress client', () => {
  const speaks =
    /\bfetch\(|\b(https?|net|tls)\.(request|get|connect)\(|\b(request|get|connect|createConnection|Agent|Socket)\b[^;]*from '(node:)?(https?|net|tls|dgram)'|from '(node:)?dns/;
  /** The client itself; and mail, whose own clients connect to an address that the egress client has checked. */
  const known = new Set([
    'platform/egress.ts',
    'modules/messages/server/email.ts',
    'modules/incoming-mails/server/imap.ts',
    'modules/incoming-mails/server/imap-line.ts',
  ]);
  const withoutTypes = (text: string) => text.replaceAll(/import type [^;]+;|\btype \w+/g, '');
  const wrong = [...inModules, ...filesIn('platform'), ...filesIn('server'), 'server.ts'].filter(
    (file) =>
      !isTest(file) &&
      !/\/(web|locales)\/|\.md$/.test(file) &&
      !known.has(file) &&
      speaks.test(withoutTypes(readFileSync(file, 'utf8'))),
  );
  expect(wrong).toEqual([]);
});

test('a file has one subject: above 300 lines, a test above 500, it says why it is one file', () => {
  const long = ['modules', 'platform', 'shared', 'web', 'server', 'database', 'test', 'tools']
    .flatMap(filesIn)
    .filter((file) => !/\.generated\.ts$|\.md$/.test(file))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      const isLong = text.split('\n').length - 1 > (isTest(file) ? 500 : 300);
      return isLong && !text.startsWith('/* One file: ');
    });
  expect(long).toEqual([]);
});

test('every function that platform and shared offer says what it is for', () => {
  const offered = /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?:<.*>)?\()/;
  const silent = [...filesIn('platform'), ...filesIn('shared')]
    .filter((file) => !isTest(file) && !file.endsWith('.md'))
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines
        .filter((line, at) => offered.test(line) && !lines[at - 1]?.endsWith('*/'))
        .map((line) => `${file}: ${line}`);
    });
  expect(silent).toEqual([]);
});
