import { calendarOf } from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { standingEvents } from '../events.ts';
import { birthday, type Turn, turnsOf } from '../judge/occasions.ts';
import { roundOn } from '../judge/rounds.ts';
import { windowRule } from '../judge/window.ts';
import { judgeFrom } from './judging.ts';
import { insertCampaign, insertRounds, roundsOf } from './queries.ts';
import { insertContacts } from './queries-contacts.ts';
import { lockStanding, madeBy, type Standing, standingInUse } from './queries-standing.ts';
import { aboutStanding, membersFor, toldOf } from './standing.ts';
import { layBirthdays } from './standing-birthdays.ts';

/** So many days ahead a campaign is made, so that somebody can look at it before it goes out. Practice, no source. */
const madeAhead = 7;

const makeTask = defineTask<{ standingCampaignId: string } & Turn>(
  'campaigns.make',
  async (work, { standingCampaignId, year, on }) => {
    const standing = await lockStanding(work, standingCampaignId);
    if (standing?.state !== 'approved') return;
    const made = await madeBy(work, standingCampaignId);
    if (made.some(({ occasionYear }) => occasionYear === year)) return;
    await make(work, standing, { year, on });
  },
);

/** Each night: a standing greeting whose day comes near makes its campaign of the year, once (CAR-03). */
export async function makeStandingCampaigns(work: Work): Promise<void> {
  const today = dateIn(zoneOfTenant, work.now);
  for (const standing of await standingInUse(work)) {
    if (standing.occasion === birthday) await layBirthdays(work, standing);
    const [turn] = turnsOf(standing, today, madeAhead);
    if (!turn) continue;
    const { id: standingCampaignId } = standing;
    const key = `${standingCampaignId}.${turn.year}`;
    await work.later(makeTask, { standingCampaignId, ...turn }, work.now, key);
  }
}

/** Its customers are taken from the segment and judged; once each is, it starts by the approval it has (`beginStanding`). */
async function make(work: Work, standing: Standing, { year, on }: Turn): Promise<void> {
  const { orgUnitId, orgPath, occasion, name, content, segmentId, templateId, way } = standing;
  const calendar = await calendarOf(work, orgPath);
  const campaign = await insertCampaign(work, {
    ...{ orgUnitId, orgPath, occasion, content, segmentId, templateId },
    ...{ standingCampaignId: standing.id, occasionYear: year },
    ...{ name: `${name} ${year}`.slice(0, 60), kind: occasion === 'season' ? 'tip' : 'greeting' },
    ...{ resultDays: windowRule.days, writtenBy: standing.writtenBy, examinedAt: work.now },
  });
  const campaignId = campaign.id;
  // A greeting belongs to its day, whether the shop is open or not; a call needs somebody who makes it.
  const laid = way === 'call' ? roundOn(way, on, calendar) : [{ way, fromOn: on, untilOn: on }];
  await insertRounds(
    work,
    laid.map((each) => ({ ...each, campaignId })),
  );
  const [round] = await roundsOf(work, campaignId);
  const customers = await membersFor(work, standing);
  for (let at = 0; at < customers.length; at += 500) {
    const some = customers.slice(at, at + 500);
    await insertContacts(
      work,
      some.map((customer) => ({ ...customer, campaignId, roundId: round!.id })),
    );
  }
  await work.emit(
    standingEvents.campaignMade,
    { ...toldOf(standing), campaignId, year },
    aboutStanding(standing),
  );
  await judgeFrom(work, campaignId);
}
