import type { Work } from '#platform/work.ts';
import { campaignEvents } from '../events.ts';
import { campaignLife } from '../lifecycle.ts';
import { type Campaign, updateCampaign } from './queries.ts';
import { lockStanding } from './queries-standing.ts';
import { aboutCampaign, tell } from './service.ts';
import { planRounds } from './steps.ts';

/** Everyone is judged: what was approved once goes out on its day. */
export async function beginStanding(work: Work, campaign: Campaign): Promise<void> {
  const standing = await lockStanding(work, campaign.standingCampaignId!);
  if (standing?.state !== 'approved') return;
  const { approvedBy, approvedAt, isOwnApproval } = standing;
  const approved = campaignLife.next('approve', campaign.state);
  const state = campaignLife.next('start', approved);
  const decided = { approvedBy, approvedAt, isOwnApproval, startedAt: work.now };
  const after = await updateCampaign(work, campaign.id, { state, ...decided });
  const told = { campaignId: after.id, name: after.name, isOwn: isOwnApproval };
  await work.emit(campaignEvents.approved, told, aboutCampaign(after));
  await planRounds(work, after.id);
  await tell(work, campaignEvents.started, after);
}
