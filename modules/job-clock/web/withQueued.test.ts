import { expect, test } from 'vitest';
import type { MyClock, Stamp } from '../contract.ts';
import { withQueued } from './withQueued.ts';

const line = (id: string) => ({ id, doneAt: null }) as MyClock['jobs'][number]['lines'][number];
const clock = {
  shiftSince: null,
  breakSince: null,
  running: null,
  jobs: [{ id: 'order', lines: [line('brakes'), line('oil')] }],
} as unknown as MyClock;
const stamp = (press: Stamp['press'], minute: number, lineId?: string): Stamp => ({
  key: `${press}-${minute}`,
  press,
  pressedAt: `2026-11-21T08:0${minute}:00.000Z`,
  ...(lineId && { lineId }),
});

test('WSH-11 what was pressed without a network is on the screen at once', () => {
  const morning = [stamp('in', 0), stamp('start', 1, 'brakes')];
  expect(withQueued(clock, morning)).toMatchObject({
    shiftSince: '2026-11-21T08:00:00.000Z',
    running: { lineId: 'brakes', orderId: 'order', startedAt: '2026-11-21T08:01:00.000Z' },
  });
  const after = withQueued(clock, [...morning, stamp('done', 2, 'brakes'), stamp('break', 3)]);
  expect(after).toMatchObject({ running: null, breakSince: '2026-11-21T08:03:00.000Z' });
  expect(after.jobs[0]!.lines.map(({ doneAt }) => doneAt)).toEqual([
    '2026-11-21T08:02:00.000Z',
    null,
  ]);
});
