import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { Press, Stamp } from '../contract.ts';
import { type LineRow, linesAt, lockOrdersOf } from './queries.ts';

/** Whether what was pressed is the clock of a job. */
export const isOfJob = (press: Press) => press === 'start' || press === 'pause' || press === 'done';

/** The jobs that were pressed; all of them lie on orders that the caller may see. */
export async function pressedLines(
  work: Work,
  stamps: readonly Stamp[],
): Promise<Map<string, LineRow>> {
  const ids = stamps.flatMap(({ lineId }) => (lineId === undefined ? [] : [lineId]));
  await lockOrdersOf(work, ids);
  const lines = new Map((await linesAt(work, [...new Set(ids)])).map((line) => [line.id, line]));
  for (const [at, { press, lineId }] of stamps.entries()) {
    const pointer = `/stamps/${at}/lineId`;
    if (isOfJob(press) && lineId === undefined) throw ruleBroken(pointer, 'clock_line_needed');
    if (lineId !== undefined && !lines.has(lineId)) {
      throw ruleBroken(pointer, 'clock_line_unknown');
    }
  }
  return lines;
}

/** The device's clock may be off: by as much as it was off when it sent. Nothing happens after it has arrived. */
export function deviceClock(work: Work, sentAt: string) {
  const off = work.now.getTime() - Date.parse(sentAt);
  return (pressedAt: string) => new Date(Math.min(Date.parse(pressedAt) + off, work.now.getTime()));
}

const day = 24 * 3_600_000;
/** How far off a device's clock may be, and how long a stamp may wait for a network. */
const mostOff = 366 * 20 * day;
const longestWait = 31 * day;

export function refuseStrangeTimes(work: Work, sentAt: string, stamps: readonly Stamp[]): void {
  const sent = Date.parse(sentAt);
  if (Math.abs(work.now.getTime() - sent) > mostOff)
    throw ruleBroken('/sentAt', 'clock_device_time');
  for (const [at, { pressedAt }] of stamps.entries()) {
    const waited = sent - Date.parse(pressedAt);
    if (waited > longestWait || waited < -day)
      throw ruleBroken(`/stamps/${at}/pressedAt`, 'clock_device_time');
  }
}
