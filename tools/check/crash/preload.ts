// Runs in the program's process before the program: puts fail points around what it takes from its dependencies, so
// that the product needs no switch that weakens it.
import { writeSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import {
  armHeader,
  diesStarting,
  type FailPoint,
  failPoints,
  firedWord,
  lieHeader,
  type StatementFault,
  statementHeader,
} from './fail-points.ts';

interface Fault {
  nth: number;
  fault: StatementFault;
}

/** What is known of the transaction on a connection. */
interface Passage {
  kind: 'request' | 'task' | 'sealing';
  statements: number;
  fault?: Fault;
}

let lies = false;
let armed: { point: FailPoint; passings: number } | undefined;
const faults = new Map<string, Fault>();
const passages = new WeakMap<object, Passage>();

function end(what: string): never {
  writeSync(2, `${firedWord} ${what}\n`);
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

/** The program comes by a fail point: that may be its end. */
function passing(point: FailPoint): void {
  if (armed?.point !== point) return;
  armed.passings--;
  if (armed.passings <= 0) end(point);
}

function readHeaders(headers: http.IncomingHttpHeaders): void {
  const arm = headers[armHeader];
  if (typeof arm === 'string') {
    const [at, passings] = arm.split(' ').map(Number);
    armed = { point: failPoints[at!]!, passings: passings! };
  }
  if (headers[lieHeader]) lies = true;
  const key = headers['idempotency-key'];
  if (typeof key !== 'string') return;
  const statement = headers[statementHeader];
  if (typeof statement !== 'string') {
    faults.delete(key);
    return;
  }
  const [nth, fault] = statement.split(' ');
  faults.set(key, { nth: Number(nth), fault: fault as StatementFault });
}

function watchRequests(): void {
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...given: unknown[]) {
    if (event === 'request') readHeaders((given[0] as http.IncomingMessage).headers);
    return Reflect.apply(emit, this, [event, ...given]);
  } as typeof emit;
}

type Query = (this: object, asked: unknown, ...more: unknown[]) => unknown;
const textOf = (asked: unknown): string =>
  typeof asked === 'string' ? asked : String((asked as { text?: string }).text ?? '');
const valuesOf = (asked: unknown): unknown[] =>
  (asked as { values?: unknown[] } | null)?.values ?? [];

/** Which transaction this becomes shows in its first words. */
function lookAt(passage: Passage, text: string, values: readonly unknown[]): void {
  if (/from tasks\b.*skip locked/s.test(text)) passage.kind = 'task';
  if (/^\s*(?:with .* )?insert into audit_seals/s.test(text)) passage.kind = 'sealing';
  if (!text.startsWith('insert into idempotency_keys')) return;
  const key = values.find((value) => typeof value === 'string' && faults.has(value));
  if (typeof key === 'string') passage.fault = faults.get(key);
}

/** Longer than another sender waits for the key. */
const hangsMs = 4000;
const lost = () => Object.assign(new Error('planted: answer lost'), { code: 'ECONNRESET' });

async function faulty({ fault, nth }: Fault, run: () => unknown): Promise<unknown> {
  const what = `${fault} at statement ${nth}`;
  if (fault === 'kill') end(what);
  writeSync(2, `${firedWord} ${what}\n`);
  if (fault === 'error') throw new Error('planted: refused');
  if (fault === 'hang') await sleep(hangsMs);
  await run();
  throw lost();
}

async function committed(
  passage: Passage,
  run: () => unknown,
  takeBack: () => unknown,
): Promise<unknown> {
  if (passage.kind === 'task') passing('before a task’s commit');
  if (passage.kind === 'request') passing('before commit');
  if (lies && passage.kind === 'request') return takeBack();
  const outcome = await run();
  if (passage.kind === 'task') passing('after a task’s commit');
  if (passage.kind === 'request') passing('after commit, before the answer');
  return outcome;
}

function watchStatements(): void {
  const { Client } = createRequire(import.meta.url)('pg') as { Client: { prototype: object } };
  const prototype = Client.prototype as { query: Query };
  const query = prototype.query;
  prototype.query = function (asked, ...more) {
    const run = () => query.call(this, asked, ...more);
    const text = textOf(asked);
    if (text.startsWith('begin')) {
      passages.set(this, { kind: 'request', statements: 0 });
      return run();
    }
    const passage = passages.get(this);
    if (!passage) return run();
    lookAt(passage, text, valuesOf(asked));
    const isEnd = text === 'commit' || text === 'rollback';
    if (isEnd) passages.delete(this);
    if (passage.kind === 'sealing') passing('while sealing the audit chain');
    passage.statements++;
    if (passage.kind === 'task' && !isEnd && passage.statements > 1) passing('inside a task');
    if (passage.fault && --passage.fault.nth === 0) {
      const { fault } = passage.fault;
      passage.fault = undefined;
      if (text !== 'rollback') return faulty({ fault, nth: passage.statements }, run);
    }
    if (text !== 'commit') return run();
    return committed(passage, run, () => query.call(this, 'rollback'));
  };
}

type SendMail = (this: object, ...given: unknown[]) => unknown;

/** By a carrier's own prototype, so that it is the build of the package that the program loads. */
async function watchMails(): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const prototype = Object.getPrototypeOf(createTransport({ jsonTransport: true })) as {
    sendMail?: SendMail;
  };
  const { sendMail } = prototype;
  if (!sendMail) throw new Error('the fail points of mail have lost their place');
  prototype.sendMail = async function (...given) {
    passing('before a mail is sent');
    const outcome = await sendMail.apply(this, given);
    passing('after a mail was accepted, before it is marked');
    return outcome;
  };
}

/** Loaded here before the program does: it is the same class. */
async function watchFiles(): Promise<void> {
  const { FileStore } = await import('#platform/files.ts');
  const prototype = FileStore.prototype as unknown as Record<
    'put' | 'settle',
    (...given: unknown[]) => Promise<unknown>
  >;
  const { put, settle } = prototype;
  if (!put || !settle) throw new Error('the fail points of files have lost their place');
  prototype.settle = function (...given) {
    passing('before a file is renamed');
    return settle.apply(this, given);
  };
  prototype.put = async function (...given) {
    const stored = await put.apply(this, given);
    passing('between a file’s rename and its row');
    return stored;
  };
}

if (isMainThread) {
  watchRequests();
  watchStatements();
  await watchMails();
  await watchFiles();
  const dies = process.env[diesStarting];
  if (dies) setTimeout(() => end('while starting'), Number(dies)).unref();
}
