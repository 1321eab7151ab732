import type { Work } from '#platform/work.ts';
import type { Discussed, HotSpot, Pack, Pareto } from '../contract.ts';
import { caseReasons, type Dimension, type Grain, personDimensions } from '../lifecycle.ts';
import { countedIn, type Place, paretosFrom, recordsOf, seesPeople } from './analysis.ts';
import { type Period, periodBefore, spanOf } from './periods.ts';
import {
  beginningsOf,
  type CaseRow,
  casesToDiscuss,
  type MentionRow,
  mentionsOf,
  type ReviewRow,
} from './queries.ts';
import { type CountRow, countsOf } from './queries-counts.ts';
import { namesOfPeople } from './queries-figures.ts';

/** Practice, no source: three complaints at least, and half as many again as in the period before. */
const fewestOfHotSpot = 3;
const growthOfHotSpot = 1.5;
const mostHotSpots = 12;
const spotDimensions: readonly Dimension[] = ['kind', 'cause', 'shop', 'model'];
const casesOfMeeting = 3;

/** A pack as it lies in the row: colleagues by their ids, complaints without their words. */
type Frozen = Omit<Pack, 'cases'> & { cases: Omit<Discussed, 'beginning'>[] };

/** The pack of a period and a unit as it stands now. */
export async function freshPack(
  work: Work,
  place: Place,
  grain: Grain,
  period: Period,
): Promise<Frozen> {
  const counted = await countedIn(work, place, grain, period);
  const span = { ...spanOf(period), place: place.path };
  const mentions = await mentionsOf(work, span);
  return {
    ...counted,
    paretos: counted.paretos.map(nameless),
    hotSpots: await spotsAmong(work, place, counted.paretos, period, periodBefore(grain, period)),
    overdue: mentionedIn(mentions, 'overdue'),
    exceptions: mentionedIn(mentions, 'exceptions'),
    cases: threeOf(await casesToDiscuss(work, span)),
  };
}

/** The pack as it was made; names, and the words of the cases, are as they are today, and only what the reader may see. */
export async function shownPack(work: Work, row: ReviewRow): Promise<Pack> {
  const pack = row.pack as Frozen;
  const isSeen = seesPeople(work, row.orgPath);
  const paretos = pack.paretos.filter(({ by }) => isSeen || !personDimensions.includes(by));
  const names = await namesOfPeople(
    work,
    paretos
      .filter(({ by }) => personDimensions.includes(by))
      .flatMap(({ bars }) => bars.map(({ key }) => key).filter((key) => key !== '')),
  );
  const beginnings = await beginningsOf(
    work,
    pack.cases.map(({ id }) => id),
  );
  return {
    ...pack,
    paretos: paretos.map((pareto) => ({
      ...pareto,
      bars: pareto.bars.map((bar) => ({ ...bar, label: names.get(bar.key) ?? bar.label })),
    })),
    cases: pack.cases.map((each) => ({ ...each, beginning: beginnings.get(each.id) ?? '' })),
  };
}

/** Where complaints of a place gathered in a period, against one before it of the same length (CMP-14, CMP-15). */
export async function hotSpotsOfPlace(
  work: Work,
  place: Place,
  period: Period,
  before: Period,
): Promise<HotSpot[]> {
  const rows = await countsOf(work, { ...spanOf(period), place: place.path });
  const paretos = paretosFrom(rows, spotDimensions, recordsOf(place, period));
  return spotsAmong(work, place, paretos, period, before);
}

async function spotsAmong(
  work: Work,
  place: Place,
  paretos: readonly Pareto[],
  period: Period,
  before: Period,
): Promise<HotSpot[]> {
  const former = await countsOf(work, { ...spanOf(before), place: place.path });
  return hotSpotsOf(paretos, former, recordsOf(place, period));
}

/** Where complaints gathered: against the same length of time before. */
function hotSpotsOf(
  now: readonly Pareto[],
  before: readonly CountRow[],
  behind: ReturnType<typeof recordsOf>,
): HotSpot[] {
  const formerOf = (by: Dimension, key: string) =>
    before.find((row) => row.dimension === by && row.key === key)?.amount ?? 0;
  return (
    now
      // Where there is but one shop, all complaints are its own.
      .filter(({ by, bars }) => spotDimensions.includes(by) && (by !== 'shop' || bars.length > 1))
      .flatMap(({ by, bars }) =>
        bars.map(({ key, label, complaints }) => ({
          ...{ by, key, label, complaints },
          before: formerOf(by, key),
          records: behind({ by, key }),
        })),
      )
      .filter(
        ({ key, complaints, before: was }) =>
          key !== '' && complaints >= fewestOfHotSpot && complaints >= was * growthOfHotSpot,
      )
      .toSorted((one, other) => other.complaints - one.complaints)
      .slice(0, mostHotSpots)
  );
}

/** Who is named lies in the row by his id alone: when his name goes, it goes here too. */
const nameless = (pareto: Pareto): Pareto =>
  personDimensions.includes(pareto.by)
    ? { ...pareto, bars: pareto.bars.map((bar) => ({ ...bar, label: '' })) }
    : pareto;

function mentionedIn(rows: readonly MentionRow[], list: MentionRow['list']): Frozen['overdue'] {
  const own = rows.filter((row) => row.list === list);
  const first = own.map(({ id, number, kind }) => ({ id, number, kind: kind as 'other' }));
  return { total: own[0]?.total ?? 0, first };
}

/** The first three different complaints, one for each reason before any reason gets a second. */
export function threeOf(rows: readonly CaseRow[]): Frozen['cases'] {
  const found: Frozen['cases'] = [];
  const take = (row: CaseRow | undefined) => {
    if (!row || found.length === casesOfMeeting) return;
    const { id, number, kind, reason } = row;
    found.push({
      ...{ id, number },
      kind: kind as 'other',
      reason: reason as (typeof caseReasons)[number],
    });
  };
  const isFree = (row: CaseRow) => !found.some(({ id }) => id === row.id);
  for (let round = 0; round < casesOfMeeting; round++) {
    for (const reason of caseReasons) {
      take(rows.find((row) => row.reason === reason && isFree(row)));
    }
  }
  return found;
}
