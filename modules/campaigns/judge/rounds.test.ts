import { expect, test } from 'vitest';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { roundOn, roundsBefore } from './rounds.ts';

test('FUP-08 an event on 19 December is told by phone on 5 December, the letter goes by the 7th', () => {
  expect(roundsBefore('2026-12-19', defaultCalendar, '2026-11-23')).toEqual([
    { way: 'call', fromOn: '2026-12-05', untilOn: '2026-12-05' },
    { way: 'letter', fromOn: '2026-12-05', untilOn: '2026-12-07' },
  ]);
});

test('FUP-08 where two weeks ahead the house is shut, the call comes on the open day before, the letter with it', () => {
  const shut = {
    ...defaultCalendar,
    days: [{ date: '2026-12-05', kind: 'closed', name: '盘点', source: '' } as const],
  };
  const [call, letter] = roundsBefore('2026-12-19', shut, '2026-11-23');
  expect(call).toMatchObject({ fromOn: '2026-12-04' });
  expect(letter).toMatchObject({ untilOn: '2026-12-04' });
});

test('FUP-08 CAR-04 where guests answer by a link, the message goes on the day after the letter', () => {
  const rounds = (on: string) => roundsBefore(on, defaultCalendar, '2026-11-23', true);
  expect(rounds('2026-12-19')[2]).toEqual({
    ...{ way: 'message', fromOn: '2026-12-08', untilOn: '2026-12-08' },
  });
  expect(rounds('2026-11-24')[2]).toMatchObject({ way: 'message', fromOn: '2026-11-23' });
});

test('FUP-08 what is late already falls on the next open day', () => {
  const [call] = roundsBefore('2026-11-25', defaultCalendar, '2026-11-23');
  expect(call).toMatchObject({ fromOn: '2026-11-23' });
  expect(roundOn('message', '2026-11-24', defaultCalendar)).toEqual([
    { way: 'message', fromOn: '2026-11-24', untilOn: '2026-11-24' },
  ]);
});
