import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  diskFull,
  noPermission,
  packages,
  Refusal,
  requireWritable,
  root,
  say,
  statusOf,
} from './console.mjs';
import { hashOf } from './sources.mjs';

const installBytes = 1024 ** 3;

/**
 * Installs what package-lock.json names, if it is not there yet or the lock changed since.
 * @param {{ dev: boolean }} need whether the tools of development are needed too
 */
export async function ensureDependencies({ dev }) {
  const lock = path.join(root, 'package-lock.json');
  const wanted = existsSync(lock) ? hashOf([lock]) : 'no lock';
  const hasDev = existsSync(path.join(packages, 'vitest'));
  if (isInstalled(lock, wanted) && (hasDev || !dev)) return;
  requireRoom();
  say('正在安装依赖，首次需要几分钟…', 'installing dependencies, minutes the first time');
  // On Windows a running program cannot be removed, and this may be the one in node_modules.
  const fresh = existsSync(lock) && !(process.platform === 'win32' && existsSync(packages));
  const parameters = fresh ? ['ci'] : ['install', ...(existsSync(lock) ? ['--no-save'] : [])];
  const omit = dev || hasDev ? [] : ['--omit=dev'];
  await npm([...parameters, ...omit, '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stampFile, existsSync(lock) ? hashOf([lock]) : 'no lock');
  say('依赖安装完成', 'dependencies installed');
}

const stampFile = path.join(packages, '.installed-lock');

function isInstalled(lock, wanted) {
  // npm writes this at the end, so that it is missing after an installation that broke off.
  const ownLock = path.join(packages, '.package-lock.json');
  if (!existsSync(ownLock)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  return existsSync(lock) ? statSync(ownLock).mtimeMs >= statSync(lock).mtimeMs : true;
}

function requireRoom() {
  requireWritable();
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < installBytes) throw diskFull();
}

async function npm(parameters) {
  const [command, before] = npmCommand();
  const child = spawn(command, [...before, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    // npm is a script (npm.cmd) on Windows.
    shell: process.platform === 'win32' && before.length === 0,
  });
  let words = '';
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    words = (words + chunk).slice(-20_000);
  });
  let seconds = 0;
  const pulse = setInterval(() => {
    seconds += 20;
    say(`仍在安装，已用 ${seconds} 秒…`, `still installing, ${seconds} s`);
  }, 20_000);
  const status = await statusOf(child).finally(() => clearInterval(pulse));
  if (status !== 0) throw npmRefusal(status, words);
}

/** npm itself, on the machine's own Node: the one in node_modules is being replaced. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js') && existsSync(script)) {
    return [process.env.npm_node_execpath ?? process.execPath, [script]];
  }
  return ['npm', []];
}

function npmRefusal(status, words) {
  if (status === -1 || status === 127) {
    return new Refusal(
      '找不到 npm。请从 https://nodejs.org 安装 Node.js（自带 npm）后再试。',
      'npm was not found. Install Node.js (it brings npm) from https://nodejs.org.',
    );
  }
  if (/ENOSPC|EDQUOT|no space left/i.test(words)) return diskFull();
  if (/EACCES|EPERM|EROFS/.test(words)) return noPermission();
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRE|network/i.test(words)) {
    return new Refusal(
      '下载依赖失败，网络连不上 npm 仓库。可换用国内镜像后再试：npm config set registry https://registry.npmmirror.com',
      'The npm registry cannot be reached. Check the network or set another registry.',
    );
  }
  return new Refusal('安装依赖失败，原因见上面 npm 的说明。', 'npm failed; it says why above.');
}
