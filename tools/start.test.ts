import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// A project of a page and a server, with the installed packages of this one.
let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'jingming-start-'));
  cpSync(import.meta.dirname, path.join(project, 'tools'), { recursive: true });
  symlinkSync(
    path.join(import.meta.dirname, '..', 'node_modules'),
    path.join(project, 'node_modules'),
  );
  mkdirSync(path.join(project, 'web'));
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(project, 'index.html'), '<!doctype html><title>page</title>');
  serveWith("console.log('serving', ...process.argv.slice(2))");
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const serveWith = (code: string) => writeFileSync(path.join(project, 'server.ts'), code);
const script = () => path.join(project, 'tools', 'start.mjs');
const start = (...parameters: string[]) =>
  spawnSync(process.execPath, [script(), ...parameters], { encoding: 'utf8' });

describe('npm start', () => {
  test('builds the page the first time, and again only when a source changed', () => {
    expect(start().stdout).toContain('正在生成网页界面');
    expect(start().stdout).not.toContain('正在生成网页界面');
    writeFileSync(path.join(project, 'web', 'page.css'), 'body {}');
    expect(start().stdout).toContain('正在生成网页界面');
  });

  test('says which runtime it uses and hands its parameters on', () => {
    const { stdout } = start('--port', '8080');
    expect(stdout).toContain('运行环境 Node 24.');
    expect(stdout).toContain('serving --port 8080');
  });

  test('ARC-09 keeps the heap of the server small, whatever it does in the background', () => {
    serveWith('console.log(...process.execArgv)');
    expect(start().stdout).toContain('--heap-growing-percent=50');
  });

  test('ends with the exit code of the server', () => {
    serveWith('process.exitCode = 7');
    expect(start().status).toBe(7);
  });

  test('hands a signal on, so that the server can end in order', async () => {
    serveWith(`process.on('SIGTERM', () => { console.log('closed'); process.exit(0); });
      setInterval(() => undefined, 1000); console.log('serving');`);
    const child = spawn(process.execPath, [script()], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.includes('serving')) child.kill('SIGTERM');
    }
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(said).toContain('closed');
  });

  test('says in plain words that the page could not be built', () => {
    writeFileSync(
      path.join(project, 'index.html'),
      '<script type="module" src="/gone.ts"></script>',
    );
    const { status, stderr } = start();
    expect(status).toBe(1);
    expect(stderr).toContain('生成网页界面失败');
  });
});
