import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addWorkingMinutes,
  type Calendar,
  type Due,
  isOpen,
  nextOpen,
  openingsOn,
  type Pause,
  type Span,
  windowOfDays,
} from './business-calendar.ts';
import { addDays, dateIn, type Weekday } from './dates.ts';
import { chinaDays } from './holidays/china.ts';

const halfHour = 30 * 60_000;

const clock = (halfHours: number) =>
  `${String(halfHours >> 1).padStart(2, '0')}:${halfHours % 2 ? '30' : '00'}`;

/** Up to three spans a day, at half hours, apart from each other. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { maxLength: 6 })
  .map((times) => {
    const ordered = times.toSorted((one, other) => one - other).map(clock);
    return ordered.flatMap((to, at) => (at % 2 ? [{ from: ordered[at - 1]!, to }] : []));
  });
const working = spans.filter((each) => each.length > 0);

const datedDays = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days)),
    kind: fc.constantFrom('holiday', 'workday', 'closed', 'special'),
    spans: fc.option(spans, { nil: undefined }),
    name: fc.constant('盘点'),
  }),
  { maxLength: 12 },
);

const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/Berlin'),
  weekly: fc.tuple(working, spans, spans, spans, spans, spans, spans).map((week) => {
    const days = week.map((each, at) => [at + 1, each]);
    return Object.fromEntries(days) as Record<Weekday, Span[]>;
  }),
  days: datedDays.map((days) => [...chinaDays, ...days]),
});

const instants = fc
  .integer({ min: 0, max: 400 * 48 })
  .map((halfHours) => new Date(Date.UTC(2026, 0, 1) + halfHours * halfHour));
const terms = fc.integer({ min: 1, max: 3000 });

const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc.tuple(instants, fc.integer({ min: -10, max: 5000 })).map(([from, minutes]) => ({
    from,
    to: new Date(from.getTime() + minutes * 60_000),
    reason: '等件',
  })),
  { maxLength: 5 },
);

function due(calendar: Calendar, from: Date, minutes: number, held: Pause[] = []): Due {
  const sum = addWorkingMinutes(calendar, from, minutes, held);
  if (sum.kind !== 'due') throw new Error('paused without an open pause');
  return sum;
}

describe('CMP-03 whatever the calendar, the zone and the term', () => {
  test('the due time is working time or its end, and the spans add up to the term', () => {
    fc.assert(
      fc.property(calendars, instants, terms, pauses, (calendar, from, minutes, held) => {
        const { dueAt, spans: sum } = due(calendar, from, minutes, held);
        expect(isOpen(calendar, new Date(dueAt.getTime() - 1))).toBe(true);
        expect(sum.reduce((total, span) => total + span.minutes, 0)).toBe(minutes);
        for (const { kind, from: begin, to } of sum) {
          if (kind === 'counted') expect(isOpen(calendar, begin)).toBe(true);
          expect(begin < to).toBe(true);
        }
      }),
    );
  });

  test('counting half hours one by one gives the same', () => {
    const fewHalfHours = fc.integer({ min: 1, max: 40 });
    const count = (calendar: Calendar, from: Date, halfHours: number) => {
      let at = from.getTime();
      for (let left = halfHours; left > 0; at += halfHour)
        if (isOpen(calendar, new Date(at))) left--;
      return new Date(at);
    };
    fc.assert(
      fc.property(calendars, instants, fewHalfHours, (calendar, from, halfHours) => {
        expect(due(calendar, from, halfHours * 30).dueAt).toEqual(count(calendar, from, halfHours));
      }),
      { numRuns: 40 },
    );
  });

  test('adding one term and then another is adding both, so more is never sooner', () => {
    fc.assert(
      fc.property(calendars, instants, terms, terms, (calendar, from, one, other) => {
        const first = due(calendar, from, one).dueAt;
        const both = due(calendar, from, one + other).dueAt;
        expect(due(calendar, first, other).dueAt).toEqual(both);
        expect(both > first).toBe(true);
      }),
    );
  });

  test('a pause never brings the end forward, and one that lasts never gives an end beyond it', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        terms,
        pauses,
        instants,
        (calendar, from, minutes, held, since) => {
          const free = due(calendar, from, minutes).dueAt;
          expect(due(calendar, from, minutes, held).dueAt >= free).toBe(true);
          const lasting = { from: since, to: null, reason: '等客户' };
          const sum = addWorkingMinutes(calendar, from, minutes, [lasting]);
          if (sum.kind === 'due') expect(sum.dueAt <= since).toBe(true);
          else expect(free > since).toBe(true);
        },
      ),
    );
  });

  test('the next opening is open, and nothing is open before it', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, from) => {
        const next = nextOpen(calendar, from);
        expect(isOpen(calendar, next)).toBe(true);
        expect(next >= from).toBe(true);
        for (let at = from.getTime(); at < next.getTime(); at += halfHour) {
          expect(isOpen(calendar, new Date(at))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('FUP-01 a window begins and ends on open days and never ends before it begins', () => {
  const days = fc.tuple(fc.nat(10), fc.nat(10));
  fc.assert(
    fc.property(calendars, instants, days, (calendar, from, [earliestDays, more]) => {
      const anchor = dateIn(calendar.zone, from);
      const latestDays = earliestDays + more;
      const window = windowOfDays(calendar, anchor, { earliestDays, latestDays });
      expect(openingsOn(calendar, window.earliestOn)).not.toEqual([]);
      expect(openingsOn(calendar, window.latestOn)).not.toEqual([]);
      expect(window.earliestOn >= window.plannedEarliestOn).toBe(true);
      expect(window.latestOn >= window.earliestOn).toBe(true);
    }),
  );
});

describe('the time zone of the process', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test('CMP-03 does not matter to any deadline', () => {
    fc.assert(
      fc.property(calendars, instants, terms, (calendar, from, minutes) => {
        const results = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
          process.env.TZ = zone;
          return due(calendar, from, minutes).dueAt.getTime();
        });
        expect(new Set(results).size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });
});
