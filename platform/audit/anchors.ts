import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Head, Signer } from './signing.ts';

/** The head of a chain at an instant, kept where the database's administrator does not reach. */
export interface Anchor extends Head {
  at: string;
  publicKey: string;
  signature: Buffer;
}

/** The same as a line of an anchor file, and as it is printed and mailed. */
export interface AnchorLine {
  at: string;
  tenantId: string;
  seq: number;
  hash: string;
  publicKey: string;
  signature: string;
}

/** A head, signed now. */
export function anchorLine(signer: Signer, head: Head, at: Date): AnchorLine {
  return {
    at: at.toISOString(),
    tenantId: head.tenantId,
    seq: head.seq,
    hash: head.hash.toString('hex'),
    publicKey: signer.publicKey,
    signature: signer.sign(head).toString('base64url'),
  };
}

/** Adds lines to the month's file, on disk when this returns. Nothing that stands there is ever touched. */
export async function appendAnchors(
  folder: string,
  at: Date,
  lines: readonly AnchorLine[],
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, `${at.toISOString().slice(0, 7)}.jsonl`), 'a', 0o600);
  try {
    // A line begins with its break: one that a crash cut short spoils no other.
    await file.appendFile(lines.map((line) => `\n${JSON.stringify(line)}`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every anchor of the files in a folder, one after the other. A line that a crash cut short is left out. */
export async function* readAnchors(folder: string): AsyncGenerator<Anchor> {
  if (!existsSync(folder)) return;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  for (const name of names) {
    const lines = createInterface({ input: createReadStream(join(folder, name)) });
    for await (const text of lines) {
      const line = read(text);
      if (!line) continue;
      const hash = Buffer.from(line.hash, 'hex');
      yield { ...line, hash, signature: Buffer.from(line.signature, 'base64url') };
    }
  }
}

/** The latest anchor of each tenant: enough to see a tail that was cut, and small whatever the number of hours. */
export async function latestAnchors(folder: string): Promise<Map<string, Anchor>> {
  const latest = new Map<string, Anchor>();
  for await (const anchor of readAnchors(folder)) {
    const known = latest.get(anchor.tenantId);
    if (!known || anchor.seq > known.seq) latest.set(anchor.tenantId, anchor);
  }
  return latest;
}

function read(text: string): AnchorLine | undefined {
  try {
    return JSON.parse(text) as AnchorLine;
  } catch {
    return undefined;
  }
}
