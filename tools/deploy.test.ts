import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';

const deploy = join(import.meta.dirname, '..', 'deploy');
const unit = readFileSync(join(deploy, 'jingming.service'), 'utf8');
const container = readFileSync(join(deploy, 'Containerfile'), 'utf8');
const settingsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/\b([A-Z_]{4,})=([\w./]+)/g)].map(([, name, value]) => [name, value]),
  );
const started = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '';

test('the unit and the container start the program that is there, with settings that it knows', () => {
  const command = 'node_modules/.bin/node server.ts';
  expect(started(unit, /^ExecStart=\/opt\/jingming\/(.+)$/m)).toBe(command);
  const words = started(container, /^CMD (\[.+\])$/m);
  expect((JSON.parse(words) as string[]).join(' ')).toBe(command);
  for (const text of [unit, container]) {
    const config = readConfig(settingsIn(text));
    expect(config.production).toBe(true);
    expect(text).toContain(config.dataDir);
  }
});

test('neither runs as root nor may write its own code', () => {
  expect(unit).toMatch(/^User=jingming$/m);
  for (const wall of ['ProtectSystem=strict', 'NoNewPrivileges=yes', 'CapabilityBoundingSet=']) {
    expect(unit.split('\n')).toContain(wall);
  }
  const steps = container.split('\n');
  const user = steps.indexOf('USER 10001:10001');
  expect(user).toBeGreaterThan(0);
  expect(steps.slice(user).some((step) => /^(COPY|RUN|USER root)/.test(step))).toBe(false);
  expect(steps.some((step) => /^COPY.*--chown/.test(step))).toBe(false);
});

test('what the several machines are told is what the program reads, and both roles are among them', () => {
  const compose = readFileSync(join(deploy, 'compose.yaml'), 'utf8');
  const told = [...compose.matchAll(/^ {4}((?:DATABASE|PUBLIC|TRUST)_[A-Z_]+): /gm)];
  const known = readFileSync(join(deploy, '..', 'README.md'), 'utf8');
  expect(told.length).toBeGreaterThan(3);
  for (const [, name] of told) expect(known).toContain(`\`${name}\``);
  const roles = [...compose.matchAll(/JINGMING_ROLE: (\w+)/g)].map(([, role]) => role!);
  const DATABASE_URL = 'postgresql://there/jingming';
  const read = roles.map((role) => readConfig({ DATABASE_URL, JINGMING_ROLE: role }).role);
  expect(read.sort()).toEqual(['web', 'web', 'worker', 'worker']);
  expect(() => readConfig({ JINGMING_ROLE: 'web' })).toThrow(/DATABASE_URL/);
});

test('systemd itself finds the unit sound, where it is installed', () => {
  const said = verdictOf(join(deploy, 'jingming.service'));
  const lines = said.split('\n').filter((line) => line.includes('jingming.service'));
  expect(lines.filter((line) => !line.includes('is not executable'))).toEqual([]);
});

function verdictOf(path: string): string {
  try {
    execFileSync('systemd-analyze', ['verify', path], { encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr?: string }).stderr ?? '');
  }
}
