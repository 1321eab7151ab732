import { expect, test } from 'vitest';
import { daysBetween } from '#shared/dates.ts';
import { type OccasionName, occasionNames, occasions, turnsOf } from './occasions.ts';

const named = (occasion: string, from: string, days = 370) =>
  turnsOf({ occasion, seasonFrom: '' }, from, days);

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
});
const lunarOf = (on: string) => {
  const parts = chinese.formatToParts(new Date(`${on}T00:00:00Z`));
  const said = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${said('month')}-${said('day')}`;
};

test('CAR-03 lunar holidays lie at most a day from where the runtime’s own calendar reckons them', () => {
  const days = { springFestival: '1-1', lantern: '1-15', dragonBoat: '5-5', midAutumn: '8-15' };
  for (const [name, lunar] of Object.entries(days)) {
    for (const on of occasions[name as OccasionName].on) {
      const near = [-1, 0, 1].map((off) =>
        lunarOf(new Date(Date.parse(on) + off * 86_400_000).toISOString().slice(0, 10)),
      );
      expect(near, `${name} ${on}`).toContain(lunar);
    }
  }
});

test('CAR-03 holidays fall on their days, and a year has each of them once', () => {
  expect(named('springFestival', '2026-11-23')).toEqual([{ year: 2027, on: '2027-02-06' }]);
  expect(named('lantern', '2026-11-23')).toEqual([{ year: 2027, on: '2027-02-20' }]);
  expect(named('nationalDay', '2026-11-23')).toEqual([{ year: 2027, on: '2027-10-01' }]);
  const festivals = named('springFestival', '2026-01-01', 3700);
  expect(new Set(festivals.map(({ year }) => year)).size).toBe(festivals.length);
  for (const [at, { on }] of festivals.slice(1).entries()) {
    expect([353, 354, 355, 383, 384, 385]).toContain(daysBetween(festivals[at]!.on, on));
  }
});

test('CAR-03 a day of a season comes once a year; 29 February is the 28th where there is none', () => {
  const leap = turnsOf({ occasion: 'season', seasonFrom: '02-29' }, '2027-01-01', 500);
  expect(leap).toEqual([
    { year: 2027, on: '2027-02-28' },
    { year: 2028, on: '2028-02-29' },
  ]);
});

test('CAR-03 every occasion names its source and the day from which it holds', () => {
  for (const name of occasionNames) {
    expect(occasions[name].source).not.toBe('');
    expect(occasions[name].since).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
