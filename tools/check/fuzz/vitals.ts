import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Stall, stallMs } from './stalls.ts';

/** What went wrong inside the server, and how it feels. */
export interface Vitals {
  rejections: string[];
  warnings: string[];
  /** The loop stood still while this process itself was computing: nobody else is to blame. */
  stalls: Stall[];
  heapBytes: number;
  loopP99Ms: number;
}

const tickMs = 50;
/** Of a still-standing loop, the part that our own thread must have computed to be at fault. */
const ownShare = 0.6;

/** What the look at the heap itself took since the last tick: the loop stands still for it, and no request is to blame. */
let collectingMs = 0;

/** Watches this process from now on; needs `--expose-gc`. */
export function watchVitals(): () => Promise<Vitals> {
  const rejections: string[] = [];
  const warnings: string[] = [];
  const stalls: Vitals['stalls'] = [];
  const describe = (error: unknown) => (error instanceof Error ? error.stack : String(error)) ?? '';
  process.on('unhandledRejection', (reason) => rejections.push(`rejection: ${describe(reason)}`));
  process.on('uncaughtException', (error) => rejections.push(`exception: ${describe(error)}`));
  process.on('warning', (warning) => warnings.push(describe(warning)));
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  watchLoop(stalls);
  return async () => {
    const heapBytes = await heapAfterCollection();
    const loopP99Ms = Math.round(delay.percentile(99) / 1e6);
    return { rejections, warnings, stalls, heapBytes, loopP99Ms };
  };
}

function watchLoop(stalls: Vitals['stalls']): void {
  let at = performance.now();
  let computed = process.threadCpuUsage();
  setInterval(() => {
    const now = performance.now();
    const cpu = process.threadCpuUsage();
    const late = now - at - tickMs - collectingMs;
    const own = (cpu.user + cpu.system - computed.user - computed.system) / 1000 - collectingMs;
    collectingMs = 0;
    if (late > stallMs && own > late * ownShare) {
      stalls.push({ ms: Math.round(late), endedAt: performance.timeOrigin + now });
    }
    at = now;
    computed = cpu;
  }, tickMs);
}

/** What is held for good: compiled code is given back too, since more of it comes with every path first taken. */
async function heapAfterCollection(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    collectingMs += performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}
