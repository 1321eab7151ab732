import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A database login; `superuser` is the supervisor's own and nobody else's (D-05). */
export type Login = 'superuser' | 'owner' | 'app' | 'report';

export interface Secret {
  readonly user: string;
  readonly password: string;
}

const users: Record<Login, string> = {
  superuser: 'postgres',
  owner: 'jingming_owner',
  app: 'jingming_app',
  report: 'jingming_report',
};

export function hasSecret(secretDir: string, login: Login): boolean {
  return existsSync(secretFile(secretDir, login));
}

/** The login's name and password, drawn at random and kept 0600 the first time it is asked for. */
export function secretOf(secretDir: string, login: Login): Secret {
  const file = secretFile(secretDir, login);
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, 'utf8'));
  }
  const secret: Secret = { user: users[login], password: randomBytes(32).toString('base64url') };
  const draft = `${file}.unfinished`;
  writeFileSync(draft, `${JSON.stringify(secret)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
  return secret;
}

/**
 * What PostgreSQL stores instead of the password (SCRAM-SHA-256, RFC 5803); setting it in this form
 * keeps the password out of the server's log.
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyFor = (label: string) => createHmac('sha256', salted).update(label).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  const server = keyFor('Server Key').toString('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`;
}

function secretFile(secretDir: string, login: Login): string {
  return path.join(secretDir, `${login}.json`);
}
