import { defineCallingOff } from '#modules/messages/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import { judgeNext } from './judging.ts';
import { holdStill, roundsOf, stateOf } from './queries.ts';
import { sendNext } from './sending.ts';
import { beginStanding } from './standing-night.ts';
import { judgeTask, roundTask } from './tasks.ts';

defineTask<{ campaignId: string; afterId: string }>(
  judgeTask.name,
  async (work, { campaignId, afterId }) => {
    const campaign = await holdStill(work, campaignId);
    if (campaign?.state !== 'draft') return;
    const rounds = await roundsOf(work, campaignId);
    const ways = new Map(rounds.map(({ id, way }) => [id, way]));
    const isDone = await judgeNext(work, campaign, ways, afterId);
    if (isDone && campaign.standingCampaignId !== null) await beginStanding(work, campaign);
  },
);
defineTask<{ roundId: string }>(roundTask.name, (work, { roundId }, host) =>
  sendNext(work, roundId, host.publicUrl),
);

/** A message that waits in the outbox, or for the morning, stays there once its campaign was stopped. */
defineCallingOff('campaign', async (work, id) => (await stateOf(work, id)) === 'stopped');
