import { describe, expect, test } from 'vitest';
import { addCalendarHours, addWorkingDays, addWorkingMinutes } from './business-calendar.ts';
import { defaultCalendar } from './default-calendars.ts';

const china = (time: string) => new Date(`${time}:00+08:00`);
const due = (time: string) => ({ kind: 'due', dueAt: china(time) });

describe('working minutes', () => {
  test('CMP-03 lunch and the night do not count', () => {
    const sum = addWorkingMinutes(defaultCalendar, china('2026-11-19T11:00'), 8 * 60);
    expect(sum).toMatchObject(due('2026-11-20T11:00'));
    expect(sum.spans.map(({ minutes, note }) => [minutes, note])).toEqual([
      [60, '周四'],
      [270, '周四'],
      [150, '周五'],
    ]);
  });

  test('CMP-03 what comes in at night begins with the morning', () => {
    const sum = addWorkingMinutes(defaultCalendar, china('2026-11-19T22:00'), 30);
    expect(sum).toMatchObject(due('2026-11-20T09:00'));
  });

  test('CMP-03 days skipped are told with their reason, make-up days with theirs', () => {
    const sum = addWorkingMinutes(defaultCalendar, china('2026-10-10T17:00'), 120);
    expect(sum).toMatchObject(due('2026-10-12T09:30'));
    expect(sum.spans.map(({ kind, note }) => [kind, note])).toEqual([
      ['counted', '国庆节调休上班'],
      ['closed', '周日休息'],
      ['counted', '周一'],
    ]);
  });

  test('CMP-03 a term that fills a span ends with it', () => {
    const sum = addWorkingMinutes(defaultCalendar, china('2026-11-19T08:30'), 210);
    expect(sum).toMatchObject(due('2026-11-19T12:00'));
  });

  test('CMP-03 no minutes at all are due at the next working moment', () => {
    expect(addWorkingMinutes(defaultCalendar, china('2026-11-19T12:30'), 0)).toMatchObject(
      due('2026-11-19T13:30'),
    );
  });

  test('CMP-03 seconds are kept, and the minutes told still add up', () => {
    const from = new Date('2026-11-19T11:59:30+08:00');
    const sum = addWorkingMinutes(defaultCalendar, from, 2);
    expect(sum).toMatchObject({ dueAt: new Date('2026-11-19T13:31:30+08:00') });
    expect(sum.spans.map(({ minutes }) => minutes)).toEqual([0, 2]);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%s minutes are no term',
    (minutes) => {
      expect(() => addWorkingMinutes(defaultCalendar, china('2026-11-19T09:00'), minutes)).toThrow(
        RangeError,
      );
    },
  );
});

describe('pauses', () => {
  const from = china('2026-11-19T09:00');
  const waiting = (start: string, end: string | null, reason = '等客户答复') => ({
    from: china(start),
    to: end === null ? null : china(end),
    reason,
  });

  test('CMP-03 a pause moves the end by the working time it covers, and is told', () => {
    const pauses = [waiting('2026-11-19T11:30', '2026-11-19T14:00')];
    const sum = addWorkingMinutes(defaultCalendar, from, 240, pauses);
    expect(sum).toMatchObject(due('2026-11-19T15:30'));
    expect(sum.spans.map(({ kind, minutes, note }) => [kind, minutes, note])).toEqual([
      ['counted', 150, '周四'],
      ['paused', 0, '等客户答复'],
      ['paused', 0, '等客户答复'],
      ['counted', 90, '周四'],
    ]);
  });

  test('CMP-03 a pause at night or after the end moves nothing', () => {
    const pauses = [
      waiting('2026-11-18T20:00', '2026-11-19T07:00'),
      waiting('2026-11-19T12:00', '2026-11-19T13:30'),
      waiting('2026-11-20T09:00', null),
    ];
    expect(addWorkingMinutes(defaultCalendar, from, 240, pauses)).toMatchObject(
      due('2026-11-19T14:30'),
    );
  });

  test('CMP-03 pauses that overlap are counted once, with both reasons', () => {
    const pauses = [
      waiting('2026-11-19T10:00', '2026-11-19T11:00', '等配件'),
      waiting('2026-11-19T09:30', '2026-11-19T10:30'),
    ];
    const sum = addWorkingMinutes(defaultCalendar, from, 60, pauses);
    expect(sum).toMatchObject(due('2026-11-19T11:30'));
    expect(sum.spans[1]).toMatchObject({ kind: 'paused', note: '等客户答复、等配件' });
  });

  test('CMP-03 while a pause lasts there is no due time, only what is left', () => {
    const pauses = [waiting('2026-11-19T10:00', null)];
    expect(addWorkingMinutes(defaultCalendar, from, 240, pauses)).toMatchObject({
      kind: 'paused',
      since: china('2026-11-19T10:00'),
      reason: '等客户答复',
      minutesLeft: 180,
    });
  });
});

describe('hours by the clock', () => {
  test('CMP-03 24 hours run through the night and the holiday', () => {
    const sum = addCalendarHours(china('2026-09-30T17:42'), 24);
    expect(sum).toMatchObject(due('2026-10-01T17:42'));
    expect(sum.spans).toMatchObject([{ minutes: 1440 }]);
  });

  test('CMP-03 a pause moves them by its whole length', () => {
    const pause = {
      from: china('2026-11-19T20:00'),
      to: china('2026-11-20T08:00'),
      reason: '等客户答复',
    };
    expect(addCalendarHours(china('2026-11-19T10:00'), 24, [pause])).toMatchObject(
      due('2026-11-20T22:00'),
    );
  });
});

describe('working days', () => {
  test('FUP-05 the day itself does not count, the last ends with business', () => {
    const sum = addWorkingDays(defaultCalendar, china('2026-11-20T09:00'), 2);
    expect(sum).toMatchObject(due('2026-11-23T18:00'));
    expect(sum.spans.map(({ kind, note }) => [kind, note])).toEqual([
      ['counted', '周六'],
      ['closed', '周日休息'],
      ['counted', '周一'],
    ]);
  });

  test('FUP-05 the National Day holiday is skipped day by day', () => {
    const sum = addWorkingDays(defaultCalendar, china('2026-09-30T09:00'), 1);
    expect(sum).toMatchObject(due('2026-10-08T18:00'));
    expect(sum.spans.filter(({ kind }) => kind === 'closed')).toHaveLength(7);
  });

  test.each([0, -1, 1.5])('%s days are no term', (days) => {
    expect(() => addWorkingDays(defaultCalendar, china('2026-11-20T09:00'), days)).toThrow(
      RangeError,
    );
  });
});
