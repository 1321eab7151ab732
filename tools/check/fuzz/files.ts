import { readdirSync, readFileSync } from 'node:fs';
import { type Random, seeded } from '../random.ts';
import type { Channel } from './channel.ts';
import { corpus } from './corpus.ts';
import { mutated } from './mutate.ts';
import type { Volley } from './volley.ts';

export interface FilesTally {
  files: number;
  stored: number;
  redrawn: number;
  imports: number;
}

const senders = 4;
/** Who uploads may do so twice a second (D-34): so many people share the work. */
const people = 40;
/** Of the tables, the part that is also read as a list. */
const readShare = 0.25;
/** So many files lie between two planted crashes. */
const crashEvery = 50;
const tables = /csv|sheet|zip|cfb/;

/** Damaged files through the doors that people use: upload, and import of what passes for a table (G-22). */
export async function sendFiles(
  channel: Channel,
  volley: Volley,
  count: number,
  seed: number,
  fail: (what: string) => void,
): Promise<FilesTally> {
  const whole = await corpus();
  const tally: FilesTally = { files: 0, stored: 0, redrawn: 0, imports: 0 };
  let next = 0;
  const work = async (random: Random) => {
    while (next < count && channel.isAlive) {
      const number = next++;
      if (number % crashEvery === crashEvery - 1) crashExaminers(channel.pid);
      const original = whole[number % whole.length]!;
      const bytes = number < whole.length ? original : mutated(original, whole, random);
      const who = `owner#${number % people}`;
      tally.files++;
      const stored = await upload(volley, who, bytes);
      if (!stored) continue;
      tally.stored++;
      if (stored.contentType === 'image/jpeg') tally.redrawn++;
      if (!tables.test(stored.contentType) || random() > readShare) continue;
      tally.imports++;
      await volley.replay(importOf(stored.id), who);
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, at) => work(seeded(seed * 17 + at))));
  const last = await upload(volley, 'owner#last', whole[0]!);
  if (last?.contentType !== 'image/jpeg') fail('after all this a sound picture is not taken');
  return tally;
}

async function upload(volley: Volley, who: string, body: Buffer) {
  const sent = {
    routeId: 'files.add',
    method: 'POST',
    path: '/api/v1/files?name=%E5%90%8D%E5%8D%95',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  };
  const { status, text } = await volley.replay(sent, who);
  return status === 201 ? (JSON.parse(text) as { id: string; contentType: string }) : undefined;
}

const importOf = (fileId: string) => ({
  routeId: 'imports.begin',
  method: 'POST',
  path: '/api/v1/imports',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ fileId })),
});

/** A planted crash: what looks into files dies as native code does, and nobody but the file at hand may notice. */
function crashExaminers(serverPid: number): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const isExaminer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('file-worker');
      if (Number(parent) === serverPid && isExaminer) process.kill(Number(pid), 'SIGSEGV');
    } catch {
      // It has just ended by itself.
    }
  }
}
