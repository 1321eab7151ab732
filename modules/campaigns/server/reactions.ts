import { messageEvents } from '#modules/messages/events.ts';
import { defineCallingOff } from '#modules/messages/server/index.ts';
import { defineTask, react } from '#platform/tasks.ts';
import { replyEvents } from '../events.ts';
import { judgeNext } from './judging.ts';
import { holdStill, roundsOf, stateOf } from './queries.ts';
import { sendNext } from './sending.ts';
import { beginStanding } from './standing-begin.ts';
import { judgeTask, roundTask } from './tasks.ts';
import { messageFailed, tellMovedUp } from './telling.ts';

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

react(replyEvents.movedUp, 'campaigns.tellMovedUp', (work, told, host) =>
  tellMovedUp(work, told, host.publicUrl),
);
react(messageEvents.failed, 'campaigns.seatUntold', (work, { messageId }) =>
  messageFailed(work, messageId),
);

/** A message that waits in the outbox, or for the morning, stays there once its campaign was stopped. */
defineCallingOff('campaign', async (work, id) => (await stateOf(work, id)) === 'stopped');
