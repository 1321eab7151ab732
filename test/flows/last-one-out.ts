import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

interface Left {
  dataDir: string;
  /** Of what works in it. */
  pid?: number;
}

let beside: Writable | undefined;

function begin(): Writable {
  const script = join(import.meta.dirname, 'last-one-out.mjs');
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as Socket).unref();
  return child.stdin;
}

function tell(line: Left | { done: string }): void {
  beside ??= begin();
  beside.write(`${JSON.stringify(line)}\n`);
}

/** Something that is to be gone when this process is, however it ends. */
export const goesWithUs = (left: Left): void => tell(left);
/** It is gone already. */
export const isGone = (dataDir: string): void => tell({ done: dataDir });
