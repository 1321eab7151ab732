import { execFileSync } from 'node:child_process';
import { lockedPackages, root } from './lock.ts';

interface Floor {
  name: string;
  /** The first version without the hole; `null` where there is none. */
  from: string | null;
  source: string;
  /** Why it may stay where only tests reach it. */
  inTests?: string;
}

/**
 * Holes that are known of packages near us, read on 2026-11-22. A snapshot, for places where the registry does not
 * answer an audit; where it does, its answer decides as well.
 */
const floors: readonly Floor[] = [
  { name: 'fastify', from: '5.12.8', source: 'CVE-2026-25223, CVE-2026-3419, CVE-2026-33806' },
  { name: '@fastify/proxy-addr', from: '5.1.1', source: 'CVE-2026-92395' },
  { name: 'nodemailer', from: '9.1.1', source: 'GHSA-2x7j-588g-ccc2, GHSA-p6gq-j5cr-w38f' },
  { name: 'smtp-server', from: '3.18.3', source: 'GHSA-fv2f-rw9f-v9cm' },
  { name: 'tmp', from: '0.2.7', source: 'GHSA-52f5-9888-hmc6, SNYK-JS-TMP-17315641' },
  {
    name: 'uuid',
    from: '11.1.1',
    source: 'GHSA-w5hq-g745-h8pq',
    inTests: 'exceljs reads back our own workbooks there, and hands it no buffer',
  },
  { name: 'xlsx', from: null, source: 'CVE-2023-30533, CVE-2024-22363' },
  { name: 'axios', from: '1.18.0', source: 'CVE-2026-44492' },
];

/** Packages below their floor. */
export function knownHoles(): string[] {
  return lockedPackages().flatMap(({ name, version, isForWorkOnly }) => {
    const floor = floors.find((one) => one.name === name);
    if (!floor || (floor.from && !isBelow(version, floor.from))) return [];
    if (floor.inTests && isForWorkOnly) return [];
    return [`${name}@${version}: ${floor.source}, mended in ${floor.from ?? 'no version'}`];
  });
}

function isBelow(version: string, floor: string): boolean {
  const [mine, least] = [version, floor].map((text) => text.split(/[.-]/).map(Number));
  const at = least!.findIndex((part, place) => part !== mine![place]);
  return at >= 0 && (mine![at] ?? 0) < least![at]!;
}

interface Audit {
  metadata?: { vulnerabilities?: { high: number; critical: number } };
}

/** What the registry says of high and critical holes; `undefined` where it gives no audit. */
export function holesByRegistry(): number | undefined {
  const found = auditOf()?.metadata?.vulnerabilities;
  return found && found.high + found.critical;
}

/** An audit that finds something ends with code 1 and still prints its answer. */
function auditOf(): Audit | undefined {
  try {
    return JSON.parse(npm('audit', '--json', '--omit=dev')) as Audit;
  } catch (error) {
    try {
      return JSON.parse(String((error as { stdout?: unknown }).stdout ?? '')) as Audit;
    } catch {
      return undefined;
    }
  }
}

export const npm = (...parameters: string[]): string =>
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
