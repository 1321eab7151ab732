import type { ClockJob, MyClock, Stamp } from '../contract.ts';

/**
 * One's clocks as they will be once the stamps that wait for a network have arrived: what was pressed is on the screen at
 * once, with or without a server.
 */
export const withQueued = (clock: MyClock, queued: readonly Stamp[]): MyClock =>
  queued.reduce(pressed, clock);

function pressed(clock: MyClock, stamp: Stamp): MyClock {
  const { press, pressedAt, lineId } = stamp;
  switch (press) {
    case 'in':
      return { ...clock, shiftSince: clock.shiftSince ?? pressedAt };
    case 'out':
      return { ...clock, shiftSince: null, breakSince: null, running: null };
    case 'break':
      return clock.shiftSince ? { ...clock, breakSince: pressedAt, running: null } : clock;
    case 'back':
      return { ...clock, breakSince: null };
    case 'start': {
      const order = clock.jobs.find(({ lines }) => lines.some(({ id }) => id === lineId));
      if (!order || !lineId || !clock.shiftSince || clock.running) return clock;
      return { ...clock, running: { lineId, orderId: order.id, startedAt: pressedAt } };
    }
    default: {
      if (clock.running?.lineId !== lineId) return clock;
      const jobs = press === 'done' ? clock.jobs.map((job) => doneIn(job, stamp)) : clock.jobs;
      return { ...clock, running: null, jobs };
    }
  }
}

const doneIn = (job: ClockJob, { lineId, pressedAt }: Stamp): ClockJob => ({
  ...job,
  lines: job.lines.map((line) =>
    line.id === lineId ? { ...line, doneAt: line.doneAt ?? pressedAt } : line,
  ),
});
