import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the program was asked to run; see README for every variable. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
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
  return {
    port,
    host,
    databaseUrl: environment.DATABASE_URL || undefined,
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
