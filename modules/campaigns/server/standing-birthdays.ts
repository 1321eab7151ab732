import { calendarOf } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { birthdaysInSegment } from '#modules/segments/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { birthdaysOn } from '#shared/birthdays.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { standingEvents } from '../events.ts';
import { birthday } from '../judge/occasions.ts';
import { roundOn } from '../judge/rounds.ts';
import { windowRule } from '../judge/window.ts';
import { contactsAtOnce, judgeContacts } from './judging.ts';
import {
  type Campaign,
  holdStill,
  insertCampaign,
  insertRounds,
  type RoundRow,
  roundsOf,
} from './queries.ts';
import { customersIn, drawnIn, insertContacts } from './queries-contacts.ts';
import { lockStanding, madeBy, type Standing } from './queries-standing.ts';
import { aboutStanding, ofPlace, toldOf } from './standing.ts';
import { beginStanding } from './standing-begin.ts';
import { endStanding } from './standing-ending.ts';
import { planRounds } from './steps.ts';

/** So many days ahead a birthday is laid out: somebody can look at it, and whose birthday is learnt later comes in the next night. */
const laidAhead = 7;

const layTask = defineTask<{ standingCampaignId: string; on: string }>(
  'campaigns.birthdays',
  async (work, { standingCampaignId, on }) => {
    const standing = await lockStanding(work, standingCampaignId);
    if (standing?.state !== 'approved' || standing.occasion !== birthday) return;
    await lay(work, standing, on);
  },
);

const monthOf = (on: string) => ({
  occasionYear: Number(on.slice(0, 4)),
  occasionMonth: Number(on.slice(5, 7)),
});

/** Each night: the birthdays of the coming days are laid out, each on its day; the month that is over is closed (CAR-03). */
export async function layBirthdays(work: Work, { id: standingCampaignId }: Standing) {
  const today = dateIn(zoneOfTenant, work.now);
  await closeMonths(work, standingCampaignId, today);
  for (let ahead = 0; ahead <= laidAhead; ahead += 1) {
    const on = addDays(today, ahead);
    await work.later(layTask, { standingCampaignId, on }, work.now, `${standingCampaignId}.${on}`);
  }
}

async function closeMonths(work: Work, standingCampaignId: string, today: string): Promise<void> {
  const { occasionYear, occasionMonth } = monthOf(today);
  for (const made of await madeBy(work, standingCampaignId)) {
    const isOver =
      made.occasionYear < occasionYear ||
      (made.occasionYear === occasionYear && (made.occasionMonth ?? 0) < occasionMonth);
    if (!isOver || made.state !== 'running') continue;
    const rounds = await roundsOf(work, made.id);
    if (rounds.some(({ state }) => state !== 'done')) continue;
    await endStanding(work, (await holdStill(work, made.id))!);
  }
}

/** Whoever of the segment has his birthday on a day and is not in the campaign of its month yet, judged as at sending. */
async function lay(work: Work, standing: Standing, on: string): Promise<void> {
  const born = await birthdaysInSegment(work, standing.segmentId, birthdaysOn(on));
  const customers = ofPlace(standing, born);
  if (customers.length === 0) return;
  const campaign = await campaignOf(work, standing, on);
  // Somebody stopped the month, or said that it is over: nothing of it goes out any more.
  if (campaign?.state !== 'running') return;
  const known = await customersIn(work, campaign.id);
  const fresh = customers.filter(({ customerId }) => !known.has(customerId));
  if (fresh.length === 0) return;
  const round = await roundFor(work, standing, campaign, on);
  if (round.state !== 'planned') return;
  const stretch = fresh.slice(0, contactsAtOnce);
  await insertContacts(
    work,
    stretch.map((customer) => ({ ...customer, campaignId: campaign.id, roundId: round.id })),
  );
  await judgeContacts(work, campaign, () => round.way, await drawnIn(work, round.id));
  if (stretch.length < fresh.length) {
    // Who is laid out is no longer fresh: the next stretch goes on from there, and the round is planned after the last.
    await work.later(layTask, { standingCampaignId: standing.id, on }, work.now);
    return;
  }
  await planRounds(work, campaign.id);
}

/** The campaign of the month; the first birthday of it makes it, and it runs by the approval that the greeting has. */
async function campaignOf(work: Work, standing: Standing, on: string) {
  const turn = monthOf(on);
  const made = (await madeBy(work, standing.id)).find(
    ({ occasionYear, occasionMonth }) =>
      occasionYear === turn.occasionYear && occasionMonth === turn.occasionMonth,
  );
  if (made) return holdStill(work, made.id);
  const { orgUnitId, orgPath, occasion, name, content, segmentId, templateId } = standing;
  const campaign = await insertCampaign(work, {
    ...{ orgUnitId, orgPath, occasion, content, segmentId, templateId, ...turn },
    ...{ standingCampaignId: standing.id, kind: 'greeting' },
    name: `${name.slice(0, 50)} ${on.slice(0, 7)}`,
    ...{ resultDays: windowRule.days, writtenBy: standing.writtenBy, examinedAt: work.now },
  });
  const told = { ...toldOf(standing), campaignId: campaign.id, year: turn.occasionYear };
  await work.emit(standingEvents.campaignMade, told, aboutStanding(standing));
  await beginStanding(work, campaign);
  return holdStill(work, campaign.id);
}

/** The round of the day. A greeting belongs to its day, whether the shop is open or not; a call needs somebody who makes it. */
async function roundFor(
  work: Work,
  { way, orgPath }: Standing,
  { id: campaignId }: Campaign,
  on: string,
): Promise<RoundRow> {
  const [laid] =
    way === 'call'
      ? roundOn(way, on, await calendarOf(work, orgPath))
      : [{ way, fromOn: on, untilOn: on }];
  const found = async () =>
    (await roundsOf(work, campaignId)).find(({ fromOn }) => fromOn === laid!.fromOn);
  const before = await found();
  if (before) return before;
  await insertRounds(work, [{ ...laid!, campaignId }]);
  return (await found())!;
}
