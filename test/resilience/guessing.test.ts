import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, removeDir, setUp, throwawayDir } from '../process.ts';

let program: Program;
const dataDir = throwawayDir();
beforeAll(async () => {
  program = await Program.start({ dataDir });
  await setUp(program);
});
afterAll(async () => {
  await program.end();
  removeDir(dataDir);
});

const guess = async (username: string, password: string) =>
  (await program.ask('POST', '/session', { body: { username, password } })).status;

test('G-46 of a thousand guesses at once over the wire five are looked at, and the server goes on', async () => {
  const guesses = Array.from({ length: 1000 }, (_, at) => guess('wang', `falsch-falsch-${at}`));
  const statuses = await Promise.all(guesses);
  const counted = (status: number) => statuses.filter((one) => one === status).length;
  expect({
    looked: counted(401),
    refused: counted(429),
    other: 1000 - counted(401) - counted(429),
  }).toEqual({
    looked: 5,
    refused: 995,
    other: 0,
  });
  expect(await program.isReady()).toBe(true);
  expect(await guess('wang', 'eine lange Wendung 2026')).toBe(429);
});
