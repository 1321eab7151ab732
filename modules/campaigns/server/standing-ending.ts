import type { Work } from '#platform/work.ts';
import { campaignEvents } from '../events.ts';
import { campaignLife } from '../lifecycle.ts';
import { type Campaign, updateCampaign } from './queries.ts';
import { tell } from './service.ts';

/** Nobody stands by to say that a standing greeting is over: it is, once it went out. */
export async function endStanding(work: Work, campaign: Campaign): Promise<void> {
  const state = campaignLife.next('finish', campaign.state);
  const after = await updateCampaign(work, campaign.id, { state, endedAt: work.now });
  await tell(work, campaignEvents.ended, after);
}
