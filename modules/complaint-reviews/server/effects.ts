import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, daysBetween } from '#shared/dates.ts';
import type { Effect } from '../contract.ts';
import { type Period, spanOf } from './periods.ts';
import { countedInStretches, type MeasureRow } from './queries-measures.ts';
import { rateRatio } from './rate-ratio.ts';

/** Practice, no source: a month must pass before anything is said, and half a year on either side is compared. */
const soonestDays = 30;
const longestDays = 180;

/** Half a year before the measure was done, and as much of the half year after it as has passed. */
export function stretchesOf(doneOn: string, today: string): { before: Period; after: Period } {
  const yesterday = addDays(today, -1);
  const last = addDays(doneOn, longestDays);
  return {
    before: { fromOn: addDays(doneOn, -longestDays), untilOn: addDays(doneOn, -1) },
    after: { fromOn: addDays(doneOn, 1), untilOn: last < yesterday ? last : yesterday },
  };
}

/**
 * Whether complaints of its kind fell after a measure was done (CMP-13), for all measures at once. Before and after are
 * compared by visits; what else changed meanwhile the numbers do not know, and the screen says so.
 */
export async function effectsOf(
  work: Work,
  rows: readonly MeasureRow[],
): Promise<Map<string, Effect>> {
  const today = dateIn(zoneOfTenant, work.now);
  const done = rows.flatMap((row) =>
    row.doneOn === null ? [] : [{ row, doneOn: row.doneOn, ...stretchesOf(row.doneOn, today) }],
  );
  if (done.length === 0) return new Map();
  const asked = done.flatMap(({ row, before, after }) =>
    [before, after].map((period) => ({ row, ...spanOf(period) })),
  );
  const counts = await countedInStretches(work, {
    ids: asked.map(({ row }) => row.id),
    places: asked.map(({ row }) => row.orgPath),
    kinds: asked.map(({ row }) => row.kind),
    causes: asked.map(({ row }) => row.causeKind),
    begins: asked.map(({ since }) => since),
    ends: asked.map(({ until }) => until),
  });
  return new Map(
    done.map(({ row, doneOn, before, after }, at) => {
      const [earlier, later] = [counts[2 * at]!, counts[2 * at + 1]!];
      const found = rateRatio(earlier, later);
      const isEarly = daysBetween(doneOn, today) <= soonestDays;
      const told = { complaints: later.complaints, visits: later.visits };
      const was = { complaints: earlier.complaints, visits: earlier.visits };
      return [
        row.id,
        {
          ...found,
          ...(isEarly && { verdict: 'tooEarly' as const }),
          before: { ...before, ...was },
          // On the day itself nothing has passed yet.
          after: { ...after, untilOn: after.untilOn < doneOn ? doneOn : after.untilOn, ...told },
        },
      ];
    }),
  );
}
