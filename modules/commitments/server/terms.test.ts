import { expect, test } from 'vitest';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { reckon } from './terms.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const threeDays = { kind: 'workingDays', days: 3 } as const;

test('FUP-05 working days end with the hours of business, Sundays do not count', () => {
  const due = reckon(threeDays, defaultCalendar, at('2026-11-20T10:00'), []);
  expect(due).toMatchObject({ kind: 'due', dueAt: at('2026-11-24T18:00') });
});

test('FUP-05 a working day on whose evening the clock stood still is not counted', () => {
  const pause = { from: at('2026-11-21T15:00'), to: at('2026-11-23T09:00'), reason: '等客户回复' };
  const due = reckon(threeDays, defaultCalendar, at('2026-11-20T10:00'), [pause]);
  expect(due).toMatchObject({ kind: 'due', dueAt: at('2026-11-25T18:00') });
  expect(due.spans.map(({ kind, note }) => [kind, note])).toEqual([
    ['paused', '等客户回复'],
    ['closed', '周日休息'],
    ['counted', '周一'],
    ['counted', '周二'],
    ['counted', '周三'],
  ]);
});

test('FUP-05 while a pause lasts there is no end of the term', () => {
  const pause = { from: at('2026-11-23T09:00'), to: null, reason: '等配件' };
  const due = reckon(threeDays, defaultCalendar, at('2026-11-20T10:00'), [pause]);
  expect(due).toMatchObject({ kind: 'paused', since: pause.from, reason: '等配件' });
  expect(due.spans.map(({ note }) => note)).toEqual(['周六', '周日休息']);
});

test('CMP-03 hours by the clock run through nights and move by a pause', () => {
  const pause = { from: at('2026-11-21T20:00'), to: at('2026-11-22T08:00'), reason: '客户要求' };
  const due = reckon({ kind: 'hours', hours: 24 }, defaultCalendar, at('2026-11-21T16:00'), [
    pause,
  ]);
  expect(due).toMatchObject({ dueAt: at('2026-11-23T04:00') });
});
