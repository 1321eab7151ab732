import { chownSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mountReadOnly, Program, removeDir, setUp, throwawayDir, unmount } from '../process.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const here = resolve(import.meta.dirname, '..', '..');
const dataDir = throwawayDir();
const codeDir = isRoot ? mkdtempSync(join(tmpdir(), 'jingming-code-')) : here;
let program: Program;

afterAll(async () => {
  await program?.end();
  if (isRoot) {
    unmount(codeDir);
    removeDir(codeDir);
  }
  removeDir(dataDir);
});

const uidOf = (pid: number) =>
  /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

test('G-53 D-80 the program needs no rights and writes nothing beside its code: as the unit and the container run it', async () => {
  if (isRoot) {
    mountReadOnly(here, codeDir);
    chownSync(dataDir, nobody, nobody);
  }
  program = await Program.start({
    dataDir,
    codeDir,
    env: { NODE_ENV: 'production', JINGMING_TEST_CLOCK: '', HOME: '/nonexistent' },
    ...(isRoot && { uid: nobody }),
  });
  const founder = await setUp(program);
  const session = await program.ask('GET', '/session', { headers: founder.headers });
  expect(session.status).toBe(200);
  const uids = [program.pid, program.postmasterPid()].map(uidOf);
  expect(uids).not.toContain('0');
  expect(await program.end()).toBe(0);
});
