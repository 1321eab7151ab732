import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { Program, removeDir, setUp, throwawayDir } from '../process.ts';

const run = promisify(execFile);
const dataDir = throwawayDir();
afterAll(() => removeDir(dataDir));

const rescue = (user: string, dir = dataDir) =>
  run(process.execPath, ['tools/rescue/main.ts', '--user', user], {
    env: { ...process.env, DATA_DIR: dir },
  });

test('D-60 who sits at the server gets the owner in again, while it runs and while it does not', async () => {
  const program = await Program.start({ dataDir });
  const { headers } = await setUp(program);
  const { stdout } = await rescue('wang');
  const password = /^ {4}(\S+)$/m.exec(stdout)?.[1];
  const body = { username: 'wang', password };
  const entered = await program.ask('POST', '/session', { body });
  expect(entered.status).toBe(201);
  expect(await entered.json()).toMatchObject({ owes: 'password', permissions: [] });
  await expect
    .poll(async () => (await program.ask('GET', '/session', { headers })).status, {
      timeout: 20_000,
    })
    .toBe(401);
  await expect(rescue('nobody')).rejects.toMatchObject({ code: 1 });
  await program.end();
  expect((await rescue('wang')).stdout).toMatch(/^ {4}\S+$/m);
});
