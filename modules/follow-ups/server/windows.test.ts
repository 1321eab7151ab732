import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { callingHours, quietNow } from './calling-hours.ts';
import { followUpRules } from './rules.ts';
import { topicsShown } from './topics.ts';
import { endOfTellingDay, planWindow } from './windows.ts';

const business = defaultCalendar;
const calling = callingHours(business);
const noWishes = { callFrom: null, callUntil: null };
const china = (text: string) => new Date(`${text}:00+08:00`);
const windowAfter = (rule: 'first' | 'second', anchorOn: string) =>
  planWindow(
    followUpRules[rule],
    { anchor: rule === 'first' ? 'delivered' : 'firstDone', anchorOn },
    business,
    calling,
  );

describe('the days of a follow-up', () => {
  test('FUP-01 a car fetched on Monday is called from Thursday to next Monday', () => {
    const { earliestOn, latestOn, dueAt, why } = windowAfter('first', '2026-11-23');
    expect([earliestOn, latestOn]).toEqual(['2026-11-26', '2026-11-30']);
    expect(dueAt).toEqual(china('2026-11-30T20:00'));
    expect(why.skipped).toEqual([]);
    expect(why.spans.map(({ minutes }) => minutes)).toEqual([7 * 1440]);
  });

  test('FUP-01 over National Day the window moves behind the holidays, and says so', () => {
    const { earliestOn, latestOn, why } = windowAfter('first', '2026-09-28');
    expect(earliestOn).toBe('2026-10-08');
    expect(latestOn).toBe('2026-10-08');
    expect(why.plannedEarliestOn).toBe('2026-10-01');
    expect(why.skipped.filter(({ moved }) => moved === 'earliest')).toHaveLength(7);
    expect(why.skipped[0]?.note).toContain('国庆节');
  });

  test('FUP-01 before Spring Festival the last day comes forward to the last open one', () => {
    const { earliestOn, latestOn, why } = windowAfter('first', '2026-02-10');
    expect(earliestOn).toBe('2026-02-13');
    expect(latestOn).toBe('2026-02-14');
    expect(why.plannedLatestOn).toBe('2026-02-17');
    expect(why.spans.filter(({ kind }) => kind === 'closed')).toHaveLength(3);
    expect(why.spans.at(-1)?.note).toContain('春节');
  });

  test('FUP-02 the second falls into the seven days that begin one week after the first', () => {
    const { earliestOn, latestOn } = windowAfter('second', '2026-11-25');
    expect([earliestOn, latestOn]).toEqual(['2026-12-02', '2026-12-08']);
  });

  test('FUP-05 a solution is told by the end of the same working day, and after hours by the last call', () => {
    const dueFor = (now: string) => endOfTellingDay(business, calling, china(now)).dueAt;
    expect(dueFor('2026-11-23T10:00')).toEqual(china('2026-11-23T18:00'));
    expect(dueFor('2026-11-23T18:30')).toEqual(china('2026-11-23T20:00'));
    expect(dueFor('2026-11-22T10:00')).toEqual(china('2026-11-23T18:00'));
  });
});

describe('FUP-09 when one may call', () => {
  test('not at noon, not at night, not on a holiday', () => {
    expect(quietNow(calling, noWishes, china('2026-11-23T10:00'))).toBeUndefined();
    expect(quietNow(calling, noWishes, china('2026-11-23T12:30'))).toEqual({
      code: 'restHours',
      opensAt: china('2026-11-23T14:00'),
    });
    expect(quietNow(calling, noWishes, china('2026-10-02T10:00'))).toEqual({
      code: 'holiday',
      opensAt: china('2026-10-08T09:00'),
    });
  });

  test('a customer’s own hours stand above those of the house', () => {
    const evenings = { callFrom: '19:00:00', callUntil: '21:00:00' };
    expect(quietNow(calling, evenings, china('2026-11-23T20:30'))).toBeUndefined();
    expect(quietNow(calling, evenings, china('2026-11-23T10:00'))).toEqual({
      code: 'customerHours',
      opensAt: china('2026-11-23T19:00'),
    });
  });
});

describe('FUP-03 what to talk about', () => {
  const proposed = (used: Parameters<typeof topicsShown>[0], agrees = true) =>
    topicsShown(used, agrees)
      .filter(({ isProposed }) => isProposed)
      .map(({ key }) => key);

  test('the second call proposes what the first did not touch', () => {
    const usedAt = '2026-11-25T02:00:00.000Z';
    const used = { usage: usedAt, serviceFeeling: usedAt };
    expect(proposed(used)).toEqual(['newNeeds', 'driving', 'services']);
    expect(topicsShown(used, true).find(({ key }) => key === 'usage')?.usedAt).toBe(usedAt);
  });

  test('when all has been said, what lies back longest comes again', () => {
    const used = {
      usage: '2026-03-01',
      serviceFeeling: '2026-01-01',
      newNeeds: '2026-02-01',
      driving: '2026-04-01',
      services: '2026-05-01',
      offers: '2026-06-01',
    };
    expect(proposed(used).sort()).toEqual(['newNeeds', 'serviceFeeling', 'usage']);
  });

  test('offers are withheld from those who have not agreed to them', () => {
    const shown = topicsShown({}, false);
    expect(shown.filter(({ isWithheld }) => isWithheld).map(({ key }) => key)).toEqual([
      'services',
      'offers',
    ]);
    expect(shown.some(({ isWithheld, isProposed }) => isWithheld && isProposed)).toBe(false);
  });
});
