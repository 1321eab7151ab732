import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the program was asked to run; see README for every variable. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** A copy that follows: figures and exports read there, so that they keep nobody waiting. */
  databaseReplicaUrl: string | undefined;
  /** The way around a pooler (PgBouncer), for the one connection that listens. */
  databaseDirectUrl: string | undefined;
  /** What this program does: answer requests, carry out what is due, or both. */
  role: Role;
  /** So many processes answer requests behind the one port. */
  processes: number;
  dataDir: string;
  publicUrl: string;
  trustProxy: string[] | false;
  /** Hosts inside, or without TLS, that may be spoken to: `host` or `host:port`. */
  egressAllow: string[];
  /** The emergency switch: nothing leaves the house. */
  egressOff: boolean;
  /** Below this much free room nothing is written any more. */
  diskReserveBytes: number;
  /** A collector of traces (OTLP over HTTP), where one listens. */
  tracesTo: string | undefined;
  testClock: boolean;
  production: boolean;
}

const roles = ['all', 'web', 'worker'] as const;
export type Role = (typeof roles)[number];
/** Each opens a dozen connections, and the embedded database has a hundred. */
const mostProcesses = 64;
const mostOnEmbedded = 7;

export class ConfigRefused extends Error {}

/** The settings of the environment, checked. @throws ConfigRefused with what to do instead. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const port = Number(environment.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigRefused(`PORT=${environment.PORT} 不是端口号 / is not a port`);
  }
  const host = environment.HOST ?? '127.0.0.1';
  const production = environment.NODE_ENV === 'production';
  const testClock = environment.JINGMING_TEST_CLOCK === '1';
  if (production && testClock) {
    throw new ConfigRefused(
      '正式环境不能使用测试时钟 / JINGMING_TEST_CLOCK is refused in production',
    );
  }
  const reserveMb = Number(environment.DISK_RESERVE_MB ?? 256);
  if (!(reserveMb >= 0)) {
    throw new ConfigRefused(
      `DISK_RESERVE_MB=${environment.DISK_RESERVE_MB} 不是兆字节数 / is not a number of megabytes`,
    );
  }
  const databaseUrl = environment.DATABASE_URL || undefined;
  const { role, processes } = divisionOf(environment, databaseUrl !== undefined);
  if (processes > 1 && testClock) {
    throw new ConfigRefused(
      '测试时钟只有一个进程 / JINGMING_TEST_CLOCK is one process’s: leave JINGMING_WORKERS at 1',
    );
  }
  return {
    port,
    host,
    databaseUrl,
    databaseReplicaUrl: environment.DATABASE_REPLICA_URL || undefined,
    databaseDirectUrl: environment.DATABASE_DIRECT_URL || undefined,
    role,
    processes,
    dataDir: resolve(environment.DATA_DIR ?? 'data'),
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${port}`).replace(/(?<!\/)\/+$/, ''),
    diskReserveBytes: reserveMb * 1024 * 1024,
    trustProxy: environment.TRUST_PROXY ? environment.TRUST_PROXY.split(',') : false,
    egressAllow: listOf(environment.EGRESS_ALLOW),
    egressOff: environment.EGRESS_OFF === '1',
    tracesTo: environment.OTEL_EXPORTER_OTLP_ENDPOINT || undefined,
    testClock,
    production,
  };
}

/** How the work is divided among processes. */
function divisionOf(environment: NodeJS.ProcessEnv, isOwnServer: boolean) {
  const role = roles.find((one) => one === (environment.JINGMING_ROLE || 'all'));
  if (role === undefined) {
    throw new ConfigRefused(
      `JINGMING_ROLE=${environment.JINGMING_ROLE} 只能是 / is one of ${roles.join(', ')}`,
    );
  }
  if (role !== 'all' && !isOwnServer) {
    throw new ConfigRefused(
      'JINGMING_ROLE 需要 DATABASE_URL：内置数据库只属于一个程序 / needs DATABASE_URL: the embedded database belongs to one program',
    );
  }
  const processes = Number(environment.JINGMING_WORKERS || 1);
  const most = isOwnServer ? mostProcesses : mostOnEmbedded;
  if (!Number.isInteger(processes) || processes < 1 || processes > most) {
    throw new ConfigRefused(
      `JINGMING_WORKERS=${environment.JINGMING_WORKERS} 应为 1 到 ${most} 的整数 / is a whole number from 1 to ${most}`,
    );
  }
  return { role, processes };
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const secretBytes = 32;

/** A secret made at the first start and kept beside the data, readable by this account alone (D-70). */
export function secretIn(dataDir: string, name: string): Buffer {
  const folder = join(dataDir, 'secret');
  const path = join(folder, `${name}.key`);
  try {
    const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (secret.length < secretBytes) {
      throw new ConfigRefused(
        `密钥文件 ${path} 不完整，请从备份恢复 / this key file is damaged: restore it from a backup`,
      );
    }
    return secret;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const secret = randomBytes(secretBytes);
    // Beside its place first: a start that is killed here must not leave half a key for ever.
    const draft = `${path}.unfinished`;
    writeFileSync(draft, secret.toString('base64url'), { mode: 0o600, flush: true });
    renameSync(draft, path);
    return secret;
  }
}
