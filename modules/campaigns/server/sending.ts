import { cancelPlan, oneListAtATime, planCalls } from '#modules/follow-ups/server/index.ts';
import { composeLetter, releaseLetter } from '#modules/letters/server/index.ts';
import {
  namesLink,
  sendTemplate,
  templateInSight,
} from '#modules/message-templates/server/index.ts';
import { notePlan } from '#modules/segments/server/index.ts';
import type { Work } from '#platform/work.ts';
import { campaignEvents } from '../events.ts';
import { birthday } from '../judge/occasions.ts';
import { needsConsent, remindsOf } from '../judge/rounds.ts';
import { roundLife } from '../lifecycle.ts';
import { addressFor } from './invitations.ts';
import { whyLeftOut } from './judging.ts';
import {
  type Campaign,
  campaignOfRound,
  holdStill,
  lockRound,
  type RoundRow,
  roundsOf,
  updateRound,
} from './queries.ts';
import { type Contact, readyIn, tallyOf, updateContact } from './queries-contacts.ts';
import { aboutCampaign } from './service.ts';
import { endStanding } from './standing-ending.ts';
import { roundTask } from './tasks.ts';

const contactsAtOnce = 50;

/**
 * A stretch of a round: everyone is judged anew, then written to or called once. Run twice it finds nobody left; stopped
 * meanwhile it does nothing (CAR-04).
 */
export async function sendNext(work: Work, roundId: string, publicUrl: string): Promise<void> {
  const of = await campaignOfRound(work, roundId);
  const campaign = of && (await holdStill(work, of.campaignId));
  const round = await lockRound(work, roundId);
  if (campaign?.state !== 'running' || !round || round.state === 'done') return;
  const contacts = await readyIn(work, roundId, contactsAtOnce);
  const may: Contact[] = [];
  for (const contact of contacts) {
    const reason = await whyLeftOut(work, campaign, round.way, contact);
    if (reason) await updateContact(work, contact.id, { state: 'leftOut', reason });
    else if (round.way === 'call') may.push(contact);
    else await write(work, { campaign, way: round.way, contact, publicUrl });
  }
  const planId = may.length > 0 ? await call(work, campaign, round, may) : round.planId;
  if (contacts.length === contactsAtOnce) {
    await updateRound(work, roundId, { state: roundLife.next('begin', round.state), planId });
    await work.later(roundTask, { roundId }, work.now, `${roundId}.${contacts.at(-1)!.id}`);
  } else {
    await updateRound(work, roundId, { state: roundLife.next('end', round.state), planId });
    await tellDone(work, campaign, round);
    const isOver = campaign.standingCampaignId !== null && campaign.occasion !== birthday;
    if (isOver) await endStanding(work, campaign);
  }
}

interface Writing {
  campaign: Campaign;
  way: RoundRow['way'];
  contact: Contact;
  publicUrl: string;
}

/** Who is invited to an event finds in the message, or as a code on the letter, where he answers (CAR-03). */
async function write(work: Work, { campaign, way, contact, publicUrl }: Writing) {
  const { customerId, vehicleId } = contact;
  const templateId = campaign.templateId!;
  const sent = { state: 'sent', sentAt: work.now } as const;
  const template = await templateInSight(work, templateId);
  const isAnswered = campaign.kind === 'event' && (way === 'letter' || namesLink(template!));
  const url = isAnswered ? await addressFor(work, contact.id, publicUrl) : undefined;
  if (way === 'letter') {
    const kind = campaign.kind === 'event' ? 'invitation' : 'notice';
    const words = { kind, way: 'post', templateId, vehicleId } as const;
    const answered = url && { replyUrl: url, link: seeCode[template!.language] };
    const { id: letterId } = await composeLetter(work, customerId, words, answered || undefined);
    await releaseLetter(work, letterId);
    await updateContact(work, contact.id, { ...sent, letterId });
  } else {
    const about = { type: 'campaign', id: campaign.id };
    const reminding = { about, remindsOf: remindsOf[campaign.kind] };
    const whom = { customerId, vehicleId, templateId, link: url, ...reminding };
    const { id } = await sendTemplate(work, whom);
    await updateContact(work, contact.id, { ...sent, messageId: id });
  }
}

/** An address by hand is nobody's: in a letter the words point to its code. */
const seeCode = {
  'zh-CN': '（扫描信末二维码）',
  en: '(the code at the end of this letter)',
} as const;

/** Calls on everyone's list, as those of a segment are; none where the rule for them is off. */
async function call(work: Work, campaign: Campaign, round: RoundRow, may: readonly Contact[]) {
  await oneListAtATime(work);
  const { segmentId, kind, name, content, orgUnitId, orgPath } = campaign;
  const note = `${name}${content ? `：${content}` : ''}`.slice(0, 200);
  const isOffer = needsConsent(campaign);
  const noted = { segmentId, topic: note, isOffer, planned: may.length, orgUnitId, orgPath };
  const planId = round.planId ?? (await notePlan(work, noted));
  const reasons = [{ kind: 'segment' as const, dueOn: null, note, remindedOf: remindsOf[kind] }];
  const planned = await planCalls(work, {
    rule: 'segment',
    unit: { id: orgUnitId, path: orgPath },
    planId,
    calls: may.map(({ customerId, vehicleId, orgUnitId: unit, orgPath: path }) => {
      const place = { orgUnitId: unit, orgPath: path };
      return { ...place, customerId, vehicleId, reasons };
    }),
  });
  const became =
    planned === 0
      ? ({ state: 'leftOut', reason: 'calls_off' } as const)
      : ({ state: 'sent', sentAt: work.now } as const);
  for (const { id } of may) await updateContact(work, id, became);
  return planId;
}

async function tellDone(work: Work, campaign: Campaign, { id, way }: RoundRow): Promise<void> {
  const { id: campaignId, name } = campaign;
  const rows = (await tallyOf(work, campaignId)).filter(({ roundId }) => roundId === id);
  const of = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.customers, 0);
  const told = { campaignId, name, way, sent: of('sent'), leftOut: of('leftOut') };
  await work.emit(campaignEvents.roundDone, told, aboutCampaign(campaign));
}

/** Nothing more of it goes out: what is due is taken from the list, calls that nobody made are withdrawn. */
export async function callOff(work: Work, campaignId: string): Promise<void> {
  for (const { id, planId } of await roundsOf(work, campaignId)) {
    await work.cancelLater(roundTask, id);
    if (planId !== null) await cancelPlan(work, planId);
  }
}
