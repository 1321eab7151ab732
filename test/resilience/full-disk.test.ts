import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileStore } from '#platform/files.ts';
import {
  type Founder,
  mountSmallVolume,
  Program,
  removeDir,
  setUp,
  throwawayDir,
  unmount,
  until,
} from '../process.ts';
import { load, newWish, send, tracesOf, whole } from './clients.ts';

const mebibyte = 1024 * 1024;
const reserve = { DISK_RESERVE_MB: '32' };
const dataDir = throwawayDir();
const isVolume = mountSmallVolume(dataDir, 320);
const filler = join(dataDir, 'something-else');

let program: Program;
let founder: Founder;
beforeAll(async () => {
  program = await Program.start({ dataDir, env: reserve });
  founder = await setUp(program);
});
afterAll(async () => {
  await program?.end();
  if (isVolume) unmount(dataDir);
  removeDir(dataDir);
});

/** Another program's file takes all but so much of the disk. */
function fillAllBut(leftMb: number): void {
  const part = Buffer.alloc(mebibyte, 1);
  writeFileSync(filler, '', { flag: 'a' });
  for (;;) {
    const { bavail, bsize } = statfsSync(dataDir);
    const room = bavail * bsize - leftMb * mebibyte;
    if (room <= 0) return;
    appendFileSync(filler, part.subarray(0, Math.min(room, mebibyte)));
  }
}

/** Where this account may not mount a volume, the program is told to keep more room free than there is. */
async function beginFullness(leftMb: number): Promise<void> {
  if (isVolume) return fillAllBut(leftMb);
  await program.end();
  program = await Program.start({ dataDir, env: { DISK_RESERVE_MB: '1000000000' } });
}
async function endFullness(): Promise<void> {
  if (isVolume) return rmSync(filler, { force: true });
  await program.end();
  program = await Program.start({ dataDir, env: reserve });
}

const upload = () =>
  fetch(`${program.url}/api/v1/files?name=list.csv`, {
    method: 'POST',
    headers: { ...founder.headers, 'content-type': 'application/octet-stream' },
    body: '姓名,电话\n张三,1\n',
  });
const storageFull = { status: 503, code: 'storage_full', retryAfter: '5' };

describe('a full disk', () => {
  test('G-09 writes and uploads are refused with what to do, reading goes on; with room again all works', async () => {
    const before = newWish();
    expect(await send(program, founder, before)).toMatchObject({ status: 201 });
    expect((await upload()).status).toBe(201);
    for (const leftMb of [20, 0]) {
      await beginFullness(leftMb);
      const wish = newWish();
      await until('writes are refused', async () => {
        return (await send(program, founder, wish)).code === 'storage_full';
      });
      expect(await send(program, founder, newWish())).toEqual(storageFull);
      const refused = await upload();
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        code: 'storage_full',
        detail: '服务器磁盘已满，暂时不能保存。请联系管理员清理空间后重试。',
      });
      const read = await program.ask('GET', '/employees', { headers: founder.headers });
      expect(read.status).toBe(200);
      expect(await program.isReady()).toBe(true);
      await endFullness();
      await until('writes work', async () => (await send(program, founder, wish)).status === 201);
      expect((await upload()).status).toBe(201);
      const found = await tracesOf(program, founder, [before, wish]);
      for (const one of [before, wish]) expect(found.get(one.key)).toEqual(whole(one));
    }
  });

  test('G-09 G-01 it fills up under load, faster than anybody looks: nothing acknowledged is lost', async () => {
    const clients = load(program, founder);
    await until('some are served', () => clients.outcomes.length > 20);
    await beginFullness(0);
    await until('writes are refused', () => clients.outcomes.some(({ status }) => status !== 201));
    await endFullness();
    await clients.end();
    if (isVolume) {
      const refused = clients.outcomes.filter(({ status }) => status !== 201);
      for (const { status } of refused) expect(status).toBe(503);
    }
    await until('writes work', async () => {
      return (await send(program, founder, newWish())).status === 201;
    });
    for (const wish of clients.wishes) {
      const { id } = wish;
      expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
      if (id) expect(wish.id).toBe(id);
    }
    const found = await tracesOf(program, founder, clients.wishes);
    for (const wish of clients.wishes) expect(found.get(wish.key)).toEqual(whole(wish));
  });
});

// Where no volume can be mounted, the refusal of uploads is held by the test above alone.
const smallDir = mkdtempSync(join(tmpdir(), 'jingming-small-'));
const isSmall = mountSmallVolume(smallDir, 2);
afterAll(() => {
  if (isSmall) unmount(smallDir);
  removeDir(smallDir);
});

const text = (bytes: number) => Readable.from([Buffer.alloc(bytes, 'a')]);
const picture = () =>
  sharp(randomBytes(1700 * 1700 * 3), { raw: { width: 1700, height: 1700, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();

if (isSmall) {
  test('G-09 a file that finds no room is refused, nothing of it stays, a smaller one is kept', async () => {
    const store = new FileStore(smallDir);
    const full = { status: 503, code: 'storage_full' };
    const leftovers = () => readdirSync(join(smallDir, 'incoming'));
    await expect(store.put('t', text(5 * mebibyte))).rejects.toMatchObject(full);
    expect(leftovers()).toEqual([]);
    // The picture itself has room, what is made of it has not.
    const large = await picture();
    expect(large.length).toBeLessThan(1.9 * mebibyte);
    await expect(store.put('t', Readable.from([large]))).rejects.toMatchObject(full);
    expect(leftovers()).toEqual([]);
    expect(await store.put('t', text(1000))).toMatchObject({ sizeBytes: 1000 });
  });
}
