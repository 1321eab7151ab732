import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#database/embedded/connect.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { mountSmallVolume, Program, removeDir, throwawayDir, unmount } from '../process.ts';

const dataDir = throwawayDir();
let program: Program;
beforeAll(async () => {
  program = await Program.start({ dataDir });
});
afterAll(async () => {
  await program?.end();
  removeDir(dataDir);
});

/** A few sentences in Chinese for the person in front of the screen, and no trace of the program's inside. */
function expectPlain({ code, output }: { code: number | null; output: string }, words: RegExp) {
  expect(output).toMatch(words);
  expect(output).toMatch(/\p{Script=Han}/u);
  expect(output).not.toMatch(/\n\s+at |node:internal|Error:/);
  expect(code).toBe(1);
}

/** Changes what the stopped database remembers of its migrations, as another version would have. */
async function remember(text: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  await withClient(embedded.ownerConfig, (client) => client.query(text));
  await embedded.stop();
}

describe('a start that must not be', () => {
  test('D-80 a second server on one data directory says who is there', async () => {
    const refusal = await Program.refusal({ dataDir });
    expectPlain(refusal, new RegExp(`进程 ${program.pid}.*already runs`, 's'));
    expect(await program.isReady()).toBe(true);
  });

  test('a database that cannot be reached is told without its password', async () => {
    const env = { DATABASE_URL: 'postgres://jingming:geheim-7531@127.0.0.1:9/jingming' };
    const refusal = await Program.refusal({ dataDir, env });
    expectPlain(refusal, /DATABASE_URL/);
    expect(refusal.output).not.toContain('geheim-7531');
  });

  test('settings that make no sense are named', async () => {
    expectPlain(await Program.refusal({ dataDir, env: { PORT: 'acht' } }), /PORT=acht/);
    const inProduction = { NODE_ENV: 'production' };
    expectPlain(await Program.refusal({ dataDir, env: inProduction }), /JINGMING_TEST_CLOCK/);
  });

  test('a data directory that cannot be written to, or is none, is named', async () => {
    const folder = throwawayDir();
    // Rights do not bind root, a volume that is read-only does.
    const isVolume = mountSmallVolume(folder, 1, 'ro');
    if (!isVolume) chmodSync(folder, 0o500);
    expectPlain(await Program.refusal({ dataDir: folder }), new RegExp(`没有权限读写 ${folder}`));
    if (isVolume) unmount(folder);
    removeDir(folder);
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    expectPlain(await Program.refusal({ dataDir: file }), /a-file 不是目录/);
  });

  test('D-82 a newer schema and a changed migration are refused, and nothing is touched', async () => {
    const folder = join(import.meta.dirname, '../../database/migrations');
    const last = readdirSync(folder).sort().at(-1)!;
    await program.end();
    const future = '99999999-from-the-future.sql';
    await remember(`insert into migrations (name, checksum) values ('${future}', 'x')`);
    expectPlain(await Program.refusal({ dataDir }), new RegExp(`${future}.*newer`, 's'));
    await remember(`delete from migrations where name = '${future}'`);

    await remember(`update migrations set checksum = 'x' || checksum where name = '${last}'`);
    expectPlain(await Program.refusal({ dataDir }), new RegExp(`${last}.*changed`, 's'));
    await remember(`update migrations set checksum = substr(checksum, 2) where name = '${last}'`);
    program = await Program.start({ dataDir });
  });

  test('a port that is taken is told with a way out, and the database is stopped again', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise<unknown>((ready) => taken.once('listening', ready));
    const { port } = taken.address() as { port: number };
    const fresh = throwawayDir();
    const refusal = await Program.refusal({ dataDir: fresh, env: { PORT: String(port) } });
    taken.close();
    expectPlain(refusal, new RegExp(`端口 ${port} 已被占用.*PORT=`, 's'));
    expect(existsSync(join(fresh, 'postgres', 'postmaster.pid'))).toBe(false);
    removeDir(fresh);
  });
});
