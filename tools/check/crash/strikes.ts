import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '#database/embedded/processes.ts';
import { until } from '#test/process.ts';
import type { Random } from '#tools/check/random.ts';
import { type FailPoint, failPoints } from './fail-points.ts';
import type { FlowKind } from './flows.ts';
import type { Scene } from './shop.ts';
import type { Victim } from './victim.ts';

/** What is killed in a round. */
export const targets = [
  'application',
  'postmaster',
  'backend',
  'application and postmaster',
  'application and watchdog',
  'fail point',
  'fail point',
  'fail point',
] as const;
export type Target = (typeof targets)[number];

export interface Strike {
  /** Said in the round's line. */
  what: string;
  /** Of the fail point that ended the program by itself. */
  firedAt?: FailPoint;
}

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
};

/** How long a fail point is waited for; then the program is killed all the same. */
const patienceMs = 2500;

/** Ends the target while the crew is at work. */
export async function strike(
  { victim, crew }: Pick<Scene, 'victim' | 'crew'>,
  target: Target,
  random: Random,
): Promise<Strike> {
  const { program } = victim;
  if (target === 'fail point') {
    const point = random.of(failPoints);
    crew.favourite = favourites[point];
    const blow = await strikeAt(victim, point, random);
    crew.favourite = undefined;
    return blow;
  }
  if (target === 'application and watchdog') {
    for (const pid of victim.watchdogs()) kill(pid);
  }
  if (target === 'postmaster' || target === 'application and postmaster') {
    const pid = program.postmasterPid();
    kill(pid);
    if (target === 'postmaster') {
      await until('another database runs', () => {
        const present = program.postmasterPid();
        return present !== pid && isAlive(present);
      });
    }
  }
  if (target === 'backend') {
    kill(random.of(victim.backends()));
    await sleep(300);
  }
  if (target.startsWith('application')) await program.end('SIGKILL');
  return { what: target };
}

/** The flows that come by a point which others do not. */
const favourites: Readonly<Partial<Record<FailPoint, FlowKind>>> = {
  'inside a task': 'message',
  'before a mail is sent': 'message',
  'after a mail was accepted, before it is marked': 'message',
  'before a file is renamed': 'file',
  'between a file’s rename and its row': 'file',
};

/** Points of requests are come by some hundred times a second, those of mail and files seldom. */
function mostPassings(point: FailPoint): number {
  if (point === 'before commit' || point.startsWith('after commit')) return 30;
  return point.includes('mail') || point.includes('file') ? 1 : 2;
}

async function strikeAt(victim: Victim, point: FailPoint, random: Random): Promise<Strike> {
  const passing = 1 + random.whole(mostPassings(point));
  await victim.arm(point, passing);
  if (await victim.isGone(patienceMs)) return { what: `${point} (${passing})`, firedAt: point };
  await victim.program.end('SIGKILL');
  return { what: `application, since “${point}” did not come` };
}
