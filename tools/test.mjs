// npm test: from a fresh clone to a verdict, in one command. Every part runs even when an earlier one failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkPlatform,
  ensureBuilt,
  ensureDependencies,
  main,
  pinnedNode,
  root,
  say,
} from './runtime.mjs';

const bin = path.join(root, 'node_modules');

await main(async () => {
  checkPlatform();
  await ensureDependencies({ dev: true });
  const node = pinnedNode();
  const results = mkdtempSync(path.join(tmpdir(), 'jingming-results-'));
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  if (!process.stdout.isTTY) env.NO_COLOR = '1';
  const only = process.argv.slice(2);

  /** Runs a program of ours; true when it ended well. */
  const run = (chinese, english, script, ...parameters) => {
    say(chinese, english);
    const ended = spawnSync(node, [path.join(bin, script), ...parameters], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    return ended.status === 0;
  };
  const vitest = (chinese, english, name, ...parameters) => {
    const report = path.join(results, `${name}.json`);
    const ended = run(
      chinese,
      english,
      'vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...parameters,
    );
    return { ended, ...countsOf(report) };
  };

  let sound = true;
  if (only.length === 0) {
    sound = run('检查类型', 'types', 'typescript/bin/tsc', '--noEmit', '-p', '.') && sound;
    sound = run('检查写法', 'style', '@biomejs/biome/bin/biome', 'check', '.') && sound;
  }
  await ensureBuilt(node);
  if (only.length === 0) {
    say('检查页面大小', 'weight of the pages');
    sound =
      spawnSync(node, ['tools/bundle-size.ts'], { cwd: root, env, stdio: 'inherit' }).status ===
        0 && sound;
  }
  const parts = [];
  if (only.length > 0) {
    parts.push(vitest('运行测试', 'tests', 'some', ...only));
  } else {
    const apart = ['test/resilience', 'test/flows'];
    const without = apart.flatMap((folder) => ['--exclude', `${folder}/**`]);
    const oneByOne = '--no-file-parallelism';
    parts.push(vitest('运行测试（真实数据库）', 'tests on a real database', 'all', ...without));
    parts.push(vitest('断电、满盘、断网的测试', 'when things break', 'breaks', oneByOne, apart[0]));
    parts.push(vitest('运行浏览器流程', 'flows in Chromium', 'flows', oneByOne, apart[1]));
    for (const name of harnesses()) {
      const held = run(
        `守诺检查 ${name}`,
        `check:${name}, short form`,
        `../tools/check/${name}/main.ts`,
      );
      parts.push({ ended: held, passed: held ? 1 : 0, failed: held ? 0 : 1 });
    }
  }
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  rmSync(results, { recursive: true, force: true });
  process.exitCode = sound && failed === 0 && parts.every((part) => part.ended) ? 0 : 1;
  if (process.exitCode === 1) say('有检查未通过，见上面的输出', 'something failed, see above');
  console.log(`${passed} passed, ${failed} failed`);
});

/** Every folder of `tools/check` that tries to break a promise; a new one is inside by being there. */
function harnesses() {
  const folder = path.join(root, 'tools', 'check');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'main.ts')));
}

function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
