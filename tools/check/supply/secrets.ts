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

/** Files of any commit that is here which hold a secret, as `commit:path`. */
export function secretsInHistory(): string[] {
  const commits = git('rev-list', '--all').split('\n').filter(Boolean);
  const here = 'tools/check/supply/secrets.ts';
  const found = new Set<string>();
  for (let at = 0; at < commits.length; at += 50) {
    const some = commits.slice(at, at + 50);
    const lines = git('grep', '-lE', '-e', patterns.join('|'), ...some, '--', '.', `:!${here}`);
    for (const line of lines.split('\n').filter(Boolean)) found.add(line);
  }
  return [...found];
}

/** `git grep` ends with code 1 when it finds nothing. */
function git(...parameters: string[]): string {
  try {
    return execFileSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  } catch (error) {
    if ((error as { status?: number }).status === 1) return '';
    throw error;
  }
}
