// npm test: from a fresh clone to a verdict, in one command. Every part runs even when an earlier one failed.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statusOf } from './console.mjs';
import {
  checkPlatform,
  ensureBuilt,
  ensureDependencies,
  environmentOf,
  main,
  pinnedNode,
  root,
  say,
} from './runtime.mjs';

const bin = path.join(root, 'node_modules');
const commit = commitOf();

/** Tests that need the machine's attention: each folder takes its files one by one. */
const apart = [
  {
    folder: 'test/flows',
    files: drawnFlows,
    chinese: '运行浏览器流程',
    english: 'flows in Chromium',
  },
  { folder: 'test/resilience', chinese: '断电、满盘、断网的测试', english: 'when things break' },
];

await main(async () => {
  checkPlatform();
  await ensureDependencies({ dev: true });
  const node = pinnedNode();
  const results = mkdtempSync(path.join(tmpdir(), 'jingming-results-'));
  const env = environmentOf(node);
  if (!process.stdout.isTTY) env.NO_COLOR = '1';
  const only = process.argv.slice(2);

  /** Runs a program of ours. What it says comes at its end if others run beside it. */
  const run = async ([chinese, english, script, ...parameters], isBeside = false) => {
    if (!isBeside) say(chinese, english);
    const child = spawn(node, [path.join(bin, script), ...parameters], {
      cwd: root,
      env,
      stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const said = [];
    const hear = (part) => said.push(part);
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    const began = performance.now();
    const status = await statusOf(child);
    if (isBeside) {
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`${chinese}（${seconds} 秒）`, `${english}, ${seconds} s`);
      process.stdout.write(Buffer.concat(said));
    }
    return { ended: status === 0, said: Buffer.concat(said).toString() };
  };
  const vitest = async (chinese, english, name, parameters, isBeside) => {
    const report = path.join(results, `${name}.json`);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const command = [chinese, english, 'vitest/vitest.mjs', 'run', ...reporters, ...parameters];
    const { ended } = await run(command, isBeside);
    return { english, ended, ...verdictOf(report) };
  };
  /** Whatever says held or broken by its exit alone. */
  const judge = async ([chinese, english, ...command], isBeside = false) => {
    const { ended, said } = await run([chinese, english, ...command], isBeside);
    return { english, ended, passed: 0, failed: 0, broken: brokenPromises(said) };
  };
  const harness = async (name, ...parameters) => {
    const script = `../tools/check/${name}/main.ts`;
    const called = [name, ...parameters].join(' ');
    const named = [`守诺检查 ${called}`, `check:${called}, short form`];
    const part = await judge([...named, script, ...parameters], true);
    return { ...part, passed: part.ended ? 1 : 0, failed: part.ended ? 0 : 1 };
  };

  const parts = [];
  if (only.length > 0) {
    await ensureBuilt(node);
    parts.push(await vitest('运行测试', 'tests', 'some', only));
  } else {
    const types = ['检查类型', 'types', 'typescript/bin/tsc', '--noEmit', '-p', '.'];
    const style = ['检查写法', 'style', '@biomejs/biome/bin/biome', 'check', '.'];
    const weight = ['检查页面大小', 'weight of the pages', '../tools/bundle-size.ts'];
    parts.push(await judge(types));
    parts.push(await judge(style));
    await ensureBuilt(node);
    parts.push(await judge(weight));
    const without = apart.flatMap(({ folder }) => ['--exclude', `${folder}/**`]);
    parts.push(await vitest('运行测试（真实数据库）', 'tests on a real database', 'all', without));
    const oneByOne = '--no-file-parallelism';
    const folderApart = ({ folder, files, chinese, english }) =>
      vitest(chinese, english, path.basename(folder), [oneByOne, ...(files?.() ?? [folder])], true);
    // One screen of each flow, drawn by the commit: whoever looks at a commit sees what decided over it.
    env.SCREENS_SEED = commit;
    const work = [
      ...apart.map((each) => () => folderApart(each)),
      ...inOrder(harnesses()).map((parameters) => () => harness(...parameters)),
    ];
    say('检查与浏览器流程，两项同时进行', 'checks and flows in Chromium, two at a time');
    parts.push(...(await twoAtATime(work)));
  }
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  rmSync(results, { recursive: true, force: true });
  const broken = parts.filter((part) => !part.ended || part.failed > 0);
  process.exitCode = broken.length === 0 ? 0 : 1;
  if (broken.length > 0) {
    say('有检查未通过，全部输出见上面', 'something failed; all of the output is above');
    // Once more at the end: who reads only the last lines learns what failed.
    for (const part of broken) console.log([`✗ ${part.english}`, ...part.broken].join('\n'));
  }
  console.log(`${passed} passed, ${failed} failed`);
});

/** The commit's first signs; anything where there is none. */
function commitOf() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).slice(0, 5);
  } catch {
    return String(Date.now());
  }
}

/**
 * Half of the flows, drawn by the commit, and whatever was changed of them lately: all of them, on both screens, take
 * longer than whoever waits for a verdict has. `npm test -- test/flows` walks all.
 */
function drawnFlows() {
  const changed = new Set(lately('test/flows'));
  const signOf = (file) => createHash('sha256').update(`${commit} ${path.basename(file)} at all`);
  const isDrawn = (file) => signOf(file).digest()[0] % 2 === 0;
  return readdirSync(path.join(root, 'test/flows'))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/flows/${name}`)
    .filter((file) => changed.has(file) || isDrawn(file));
}

/** Files of a folder that the last commits changed; none where there is no history. */
function lately(folder) {
  try {
    const names = ['log', '-8', '--name-only', '--format=', '--', folder];
    return execFileSync('git', names, { cwd: root, encoding: 'utf8' }).split('\n');
  } catch {
    return [];
  }
}

/** Each waits much for something that starts, breaks or answers: beside another, the machine stands still less. */
async function twoAtATime(work) {
  const ended = [];
  const lane = async () => {
    for (let next = work.shift(); next; next = work.shift()) ended.push(await next());
  };
  await Promise.all([lane(), lane()]);
  return ended;
}

/**
 * Beside the flows, which want the machine, runs what waits much for something; what reckons comes after them, the matrix
 * in its two halves.
 */
function inOrder(names) {
  const reckoning = ['matrix', 'fuzz', 'privacy', 'speed', 'supply'];
  const waiting = names.filter((name) => !reckoning.includes(name));
  return [
    ...waiting.map((name) => [name]),
    ['matrix', '--part', 'walls'],
    ['matrix', '--part', 'requests'],
    ...reckoning.slice(1).map((name) => [name]),
  ];
}

/** What a harness said of each promise that it saw broken, with the indented lines that explain it. */
function brokenPromises(said) {
  const told = said.match(/^✗.*(?:\n {2}.*)*/gm) ?? [];
  return told.slice(0, 8).map(beginningOf);
}

/** Every folder of `tools/check` that tries to break a promise; a new one is inside by being there. */
function harnesses() {
  const folder = path.join(root, 'tools', 'check');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'main.ts')));
}

function verdictOf(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(({ status }) => status === 'failed').flatMap(brokenIn);
    return { passed: numPassedTests, failed: numFailedTests, broken };
  } catch {
    return { passed: 0, failed: 1, broken: [] };
  }
}

/** A file's failed tests with the beginning of what they said; a file that broke before its first test says it itself. */
function brokenIn({ name, message, assertionResults }) {
  const file = path.relative(root, name);
  const tests = assertionResults.filter(({ status }) => status === 'failed');
  if (tests.length === 0) return [`  ${file}`, beginningOf(message)];
  return tests.flatMap(({ fullName, failureMessages }) => [
    `  ${file} › ${fullName}`,
    beginningOf(failureMessages.join('\n')),
  ]);
}

function beginningOf(message) {
  const lines = message.split('\n').filter((line) => !line.includes('/node_modules/'));
  return lines
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
}
