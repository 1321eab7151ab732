import { birthdaysInSegment } from '#modules/segments/server/index.ts';
import { nameFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { birthdaysOn } from '#shared/birthdays.ts';
import { addDays } from '#shared/dates.ts';
import { birthday, turnsOf } from '../judge/occasions.ts';
import { madeBy, namesOf, type StandingRow, standingById } from './queries-standing.ts';
import { membersFor, ofPlace, today } from './standing.ts';

const previewDays = 60;
const firstShown = 20;

/** Whom it would greet in the next 60 days, by its segment as it stands today. */
export async function previewOf(work: Work, standingCampaignId: string) {
  const row = await standingById(work, standingCampaignId);
  if (!row) throw notFound();
  const from = today(work);
  const untilOn = addDays(from, previewDays);
  if (row.occasion === birthday) return { untilOn, turns: await birthdaysOf(work, row, from) };
  const turns = turnsOf(row, from, previewDays);
  if (turns.length === 0) return { untilOn, turns: [] };
  const made = await madeBy(work, standingCampaignId);
  const customers = await membersFor(work, row);
  const first = await shownOf(work, row, customers);
  return {
    untilOn,
    turns: turns.map(({ on, year }) => ({
      ...{ on, customers: customers.length, first },
      isMade: made.some(({ occasionYear }) => occasionYear === year),
    })),
  };
}

/** The days on which somebody of the segment has his birthday. */
async function birthdaysOf(work: Work, row: StandingRow, from: string) {
  const days = Array.from({ length: previewDays + 1 }, (_, ahead) => addDays(from, ahead));
  const sought = [...new Set(days.flatMap(birthdaysOn))];
  const customers = ofPlace(row, await birthdaysInSegment(work, row.segmentId, sought));
  const names = await namesOf(
    work,
    customers.map(({ customerId }) => customerId),
  );
  const made = await madeBy(work, row.id);
  const turns = [];
  for (const on of days) {
    const born = birthdaysOn(on);
    const his = customers.filter(({ customerId }) =>
      born.includes(names.get(customerId)?.birthdayKey ?? ''),
    );
    if (his.length === 0) continue;
    const isMade = made.some(
      ({ occasionYear, occasionMonth }) =>
        `${occasionYear}-${String(occasionMonth).padStart(2, '0')}` === on.slice(0, 7),
    );
    turns.push({ on, customers: his.length, isMade, first: await shownOf(work, row, his) });
  }
  return turns;
}

async function shownOf(
  work: Work,
  { orgPath }: StandingRow,
  customers: readonly { customerId: string }[],
) {
  const first = customers.slice(0, firstShown).map(({ customerId }) => customerId);
  const names = await namesOf(work, first);
  return first.flatMap((customerId) => {
    const named = names.get(customerId);
    if (!named) return [];
    return [{ customerId, customerName: nameFor(work.actor, named.name, orgPath) }];
  });
}
