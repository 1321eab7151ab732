import { placeOfCampaign } from '#modules/campaigns/server/index.ts';
import { can } from '#platform/actor.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { Brief } from '../contract.ts';
import { briefEvents } from '../events.ts';
import { aboutBrief, shownBrief } from './briefs.ts';
import { draftOfCampaign } from './drafting-campaign.ts';
import { factsOfCampaign } from './facts.ts';
import { insertBrief, reportOf } from './queries.ts';

/** Draws up the follow-up summary report of a campaign (回访总结报告, FUP-12). @throws Problem 404, 409 `campaign_not_started` */
export async function draftReport(work: Work, campaignId: string, language: PrintLocale) {
  const { name, orgUnitId, orgPath, sinceOn, untilOn } = await placeOfCampaign(work, campaignId);
  const facts = await factsOfCampaign(work, campaignId);
  const row = await insertBrief(work, {
    ...{ orgUnitId, orgPath, campaignId, facts },
    ...{ grain: 'campaign', fromOn: sinceOn, untilOn, figuresAt: work.now },
    ...draftOfCampaign(facts.campaign!, language),
  });
  const told = { briefId: row.id, grain: 'campaign', fromOn: sinceOn };
  await work.emit(briefEvents.drafted, told, aboutBrief(row));
  return { row, name };
}

/** The report of a campaign as it lies there, or drawn up now. */
export async function openReport(
  work: Work,
  campaignId: string,
  language: PrintLocale,
): Promise<Brief> {
  const { orgPath } = await placeOfCampaign(work, campaignId);
  if (!can(work.actor, 'followUps.supervise', orgPath)) throw notFound();
  const known = await reportOf(work, campaignId);
  return shownBrief(work, known?.id ?? (await draftReport(work, campaignId, language)).row.id);
}
