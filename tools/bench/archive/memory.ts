import { readdirSync, readFileSync } from 'node:fs';

const kib = 1024;
const stat = (pid: number | string, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const residentOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(stat(pid, 'status'))?.[1] ?? 0) / kib;
const parentOf = (pid: string) => Number(/^\d+ \(.*\) \S (\d+)/s.exec(stat(pid, 'stat'))?.[1] ?? 0);

/** A process and all that it started, its helpers among them. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(name);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const one of family) family.push(...(children.get(one) ?? []));
  return family;
}

export interface Memory {
  /** Resident megabytes of the server and its helpers before the work began, and at most while it ran. */
  beforeMb: number;
  peakMb: number;
  growthMb: number;
}

/** Looks every tenth of a second until it is told to stop. */
export function watchMemory(pid: number): () => Memory {
  const now = () => familyOf(pid).reduce((sum, each) => sum + residentOf(each), 0);
  const beforeMb = now();
  let peakMb = beforeMb;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, now());
  }, 100);
  return () => {
    clearInterval(timer);
    const whole = (mb: number) => Math.round(mb);
    return {
      beforeMb: whole(beforeMb),
      peakMb: whole(peakMb),
      growthMb: whole(peakMb - beforeMb),
    };
  };
}
