import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Questions } from './served.ts';
import type { FuzzDatabase } from './world.ts';

type Answer<Name extends keyof Questions> = Awaited<ReturnType<Questions[Name]>>;

/** The served program from outside: questions to it, its log, and whether it still lives. */
export class Channel {
  private readonly child: ChildProcess;
  private readonly open = new Map<number, (reply: { answer?: unknown; error?: string }) => void>();
  /** What the server wrote of a request that failed, by the request's id. */
  private readonly told = new Map<string, string>();
  private readonly lastLines: string[] = [];
  /** Files that ended the process that looked into them. */
  deaths = 0;
  private count = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (reply: { number?: number; answer?: unknown; error?: string }) => {
      const waiting = this.open.get(reply.number ?? -1);
      this.open.delete(reply.number ?? -1);
      waiting?.(reply);
    });
    child.on('exit', (code, signal) => {
      for (const waiting of this.open.values()) waiting({ error: `ended: ${signal ?? code}` });
    });
    createInterface({ input: child.stdout! }).on('line', (line) => this.note(line));
    createInterface({ input: child.stderr! }).on('line', (line) => this.note(line));
  }

  static async start(database: FuzzDatabase): Promise<Channel> {
    const child = fork(new URL('./served.ts', import.meta.url), {
      execArgv: ['--expose-gc'],
      env: {
        ...process.env,
        TEST_LOG: 'warn',
        JINGMING_FUZZ_DATABASE: JSON.stringify(database),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const channel = new Channel(child);
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the server did not start:\n${channel.lastLines.join('\n')}`);
    });
    ended.catch(() => {});
    await Promise.race([once(child, 'message'), ended]);
    return channel;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  ask<Name extends keyof Questions>(
    name: Name,
    facts: Parameters<Questions[Name]>[0] | Record<string, never> = {},
  ): Promise<Answer<Name>> {
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.open.set(number, ({ answer, error }) =>
        error === undefined ? resolve(answer as Answer<Name>) : reject(new Error(error)),
      );
      this.child.send({ number, name, facts }, (error) => {
        if (error) reject(error);
      });
    });
  }

  /** Why a request failed, as the server's log says it. */
  async reasonOf(requestId: string): Promise<string> {
    for (let look = 0; look < 10 && !this.told.has(requestId); look++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.told.get(requestId) ?? 'the log says nothing';
  }

  lastWords(): string {
    return this.lastLines.join('\n');
  }

  async end(): Promise<void> {
    if (!this.isAlive) return;
    const gone = once(this.child, 'exit');
    await this.ask('end');
    await gone;
  }

  private note(line: string): void {
    this.lastLines.push(line);
    if (this.lastLines.length > 30) this.lastLines.shift();
    try {
      const { reqId, err, msg } = JSON.parse(line);
      if (msg === 'a file ended the process that looked into it') this.deaths++;
      if (reqId && err) this.told.set(reqId, String(err.stack ?? err.message));
      if (this.told.size > 200) this.told.clear();
    } catch {
      // Not every line is of the log.
    }
  }
}
