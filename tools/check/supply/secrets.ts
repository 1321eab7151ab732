import { execFileSync } from 'node:child_process';
import { root } from './lock.ts';

/** What nobody means to publish. */
const patterns = [
  '-----BEGIN ([A-Z]+ )?PRIVATE KEY-----',
  'AKIA[0-9A-Z]{16}',
  'ghp_[A-Za-z0-9]{36}',
  'npm_[A-Za-z0-9]{36}',
  'xox[abp]-[A-Za-z0-9-]{20,}',
  'jm_[0-9a-f]{32}\\.[0-9a-f]{32}\\.[A-Za-z0-9_-]{43}',
];

/** Where such words stand and open nothing: a key of `localhost` that tests once had, and this list. */
const openNothing = new Set(['test/certificate.ts', 'tools/check/supply/secrets.ts']);

/** Files to which any commit added or took a secret, each with such a commit. */
export function secretsInHistory(): string[] {
  const found = new Map<string, string>();
  let commit = '';
  const changes = ['--all', '--no-renames', '--name-only', '--format=commit %h'];
  for (const line of git('log', ...changes, '-G', patterns.join('|')).split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice('commit '.length);
    else if (line !== '' && !openNothing.has(line)) found.set(line, commit);
  }
  return [...found].map(([path, at]) => `${path} at ${at}`);
}

const git = (...parameters: string[]): string =>
  execFileSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
