import { draftOvernight } from '#modules/briefs/server/index.ts';
import { drawOvernight } from '#modules/call-checks/server/index.ts';
import { makeStandingCampaigns } from '#modules/campaigns/server/index.ts';
import { reportOvernight } from '#modules/complaint-reports/server/index.ts';
import { proveCounts } from '#modules/complaint-reviews/server/index.ts';
import { holdOvernight } from '#modules/document-holds/server/index.ts';
import { sweepOrphans } from '#modules/files/server/index.ts';
import { beginUnseen } from '#modules/follow-ups/server/index.ts';
import { sweepVisits } from '#modules/links/server/index.ts';
import { beginMembersNight } from '#modules/members/server/index.ts';
import { organisationEvents } from '#modules/organisation/events.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { remindOvernight } from '#modules/reminders/server/index.ts';
import { groupOvernight } from '#modules/segments/server/index.ts';
import { foldVisitCounts } from '#modules/service-orders/server/index.ts';
import { sweepAttempts } from '#modules/sign-on/server/index.ts';
import { sweepWebhooks } from '#modules/webhooks/server/index.ts';
import { pruneKeys } from '#platform/idempotency.ts';
import { proveLedgers } from '#platform/ledger-proof.ts';
import { defineTask, react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';

const nightly = defineTask<object>('server.nightly', async (work, _data, host) => {
  await pruneKeys(work);
  for (const wrong of await proveLedgers(work)) {
    host.warn(`ledger account ${wrong.accountId} does not add up`, new Error('ledger.unproved'));
  }
  await sweepWebhooks(work);
  await sweepOrphans(work);
  await sweepVisits(work);
  await sweepAttempts(work);
  await beginMembersNight(work);
  await foldVisitCounts(work);
  await proveCounts(work);
  await beginUnseen(work);
  await remindOvernight(work);
  await groupOvernight(work);
  await draftOvernight(work);
  await makeStandingCampaigns(work);
  await drawOvernight(work);
  await reportOvernight(work);
  await holdOvernight(work);
  await tomorrowNight(work);
});

/** One row a tenant and night: what is no longer needed leaves while the shop sleeps. */
const tomorrowNight = (work: Work) => {
  const day = addDays(dateIn(zoneOfTenant, work.now), 1);
  return work.later(nightly, {}, instantAt(zoneOfTenant, day, '03:20'), day);
};

react(organisationEvents.founded, 'server.beginHousekeeping', tomorrowNight);
