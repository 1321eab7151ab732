import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What work outside the house may cost before it is given up. */
export interface HelperLimits {
  /** Orders that may wait while one is worked on. */
  readonly waiting: number;
  /** Milliseconds that one order may take, the start of the process included. */
  readonly ms: number;
  /** Memory of the whole process, native parts included (watched where `/proc` tells it). */
  readonly memoryMb: number;
}

/** Why an order came to nothing. `died` is the crash of foreign code: it took its own process only. */
export class HelperFault extends Error {
  readonly kind: 'busy' | 'tooSlow' | 'tooBig' | 'died' | 'stopped';
  constructor(kind: HelperFault['kind'], detail = '') {
    super(`helper process: ${kind}${detail && ` (${detail})`}`);
    this.kind = kind;
  }
}

interface Job<Order, Answer> {
  readonly order: Order;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

const lookAtMemoryMs = 200;
/** What foreign code needs to run; the program's secrets in the environment are none of its business. */
const passedOn = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/**
 * A process of its own for what may crash: parsers and typesetters in native code, fed with what strangers sent. It
 * starts with the first order, works on one after the other, and is replaced when it dies, hangs or grows too big;
 * only the order at hand is lost. Idle it keeps nobody awake, and it ends with the program, however that ends.
 *
 * The script answers each message with one message: {@link serveOrders}.
 */
export class HelperProcess<Order extends object, Answer> {
  private readonly script: URL;
  private readonly limits: HelperLimits;
  private readonly queue: Job<Order, Answer>[] = [];
  private child: ChildProcess | undefined;
  private current: { job: Job<Order, Answer>; alarms: NodeJS.Timeout[] } | undefined;

  constructor(script: URL, limits: HelperLimits) {
    this.script = script;
    this.limits = limits;
  }

  /** Orders that are not answered yet. */
  get load(): number {
    return this.queue.length + (this.current ? 1 : 0);
  }

  /** @throws HelperFault when no answer can come. */
  ask(order: Order): Promise<Answer> {
    if (this.current && this.queue.length >= this.limits.waiting) {
      return Promise.reject(new HelperFault('busy'));
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ order, resolve, reject });
      this.next();
    });
  }

  /** Ends the process; what waits is refused. A later order starts a new one. */
  async close(): Promise<void> {
    const waiting = this.queue.splice(0);
    for (const { reject } of waiting) reject(new HelperFault('stopped'));
    this.giveUp(new HelperFault('stopped'));
  }

  private next(): void {
    if (this.current) return;
    const job = this.queue.shift();
    if (!job) {
      if (this.child) keepAwake(this.child, false);
      return;
    }
    this.child ??= this.start();
    keepAwake(this.child, true);
    const { ms } = this.limits;
    const tooSlow = setTimeout(() => this.giveUp(new HelperFault('tooSlow', `${ms} ms`)), ms);
    const watch = setInterval(() => void this.lookAtMemory(), lookAtMemoryMs);
    this.current = { job, alarms: [tooSlow, watch] };
    this.child.send(job.order);
  }

  private start(): ChildProcess {
    const child = fork(this.script, {
      execArgv: [`--max-old-space-size=${this.limits.memoryMb}`],
      env: Object.fromEntries(
        passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
      ),
      serialization: 'advanced',
      // What foreign code prints when it dies may hold what strangers sent: it is not for our logs.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer) => {
      if (this.child !== child) return;
      this.take()?.resolve(answer as Answer);
      this.next();
    });
    const died = (how: string) => {
      if (this.child === child) this.giveUp(new HelperFault('died', how));
    };
    child.on('error', (error) => died(error.message));
    child.on('exit', (code, signal) => died(signal ?? `exit code ${code}`));
    return child;
  }

  private giveUp(reason: HelperFault): void {
    const { child } = this;
    this.child = undefined;
    child?.kill('SIGKILL');
    this.take()?.reject(reason);
    this.next();
  }

  private take(): Job<Order, Answer> | undefined {
    for (const alarm of this.current?.alarms ?? []) clearTimeout(alarm);
    const job = this.current?.job;
    this.current = undefined;
    return job;
  }

  private async lookAtMemory(): Promise<void> {
    const { child } = this;
    const status = await readFile(`/proc/${child?.pid}/status`, 'utf8').catch(() => '');
    const megabytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
    if (megabytes <= this.limits.memoryMb || this.child !== child) return;
    this.giveUp(new HelperFault('tooBig', `${Math.round(megabytes)} MB`));
  }
}

function keepAwake(child: ChildProcess, isAwake: boolean): void {
  if (isAwake) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** The other side: the script of a {@link HelperProcess} answers every order, and leaves when nobody is there. */
export function serveOrders<Order, Answer>(answer: (order: Order) => Promise<Answer>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', async (order) => process.send?.(await answer(order as Order)));
}
