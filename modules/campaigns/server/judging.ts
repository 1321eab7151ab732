import { lacksFor, templateInSight } from '#modules/message-templates/server/index.ts';
import { whatStandsAgainst } from '#modules/messages/server/index.ts';
import { quietDaysOf } from '#modules/reminders/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { LeftOutReason } from '../contract.ts';
import { birthday } from '../judge/occasions.ts';
import { type CampaignWay, needsConsent, remindsOf } from '../judge/rounds.ts';
import { isHeldBack } from '../judge/window.ts';
import type { Campaign } from './queries.ts';
import {
  type Contact,
  drawnAfter,
  notCalled,
  standingOf,
  updateContact,
  wasGreeted,
  wasGreetedOnBirthday,
} from './queries-contacts.ts';
import { judgeTask } from './tasks.ts';

const calls: Readonly<Record<string, LeftOutReason>> = {
  restricted: 'restricted',
  noCalls: 'no_calls',
  reminderOff: 'reminder_off',
  noConsent: 'no_consent',
  planned: 'planned',
  talked: 'talked',
};

/** Who might hear of it and is held back by draw, so that the others can be compared with him, hears of it in no round. */
export async function whyLeftOut(
  work: Work,
  campaign: Campaign,
  way: CampaignWay,
  contact: Contact,
): Promise<LeftOutReason | undefined> {
  const reason = await whyNotTold(work, campaign, way, contact);
  const { id, heldBackPercent } = campaign;
  const isDrawn = isHeldBack(id, contact.customerId, heldBackPercent);
  return reason ?? (isDrawn ? 'held_back' : undefined);
}

/**
 * Why a customer is left out of a round; nothing where he may hear of it. Consent, wishes, cap, restriction and address
 * are what messages and calls ask themselves at sending (CAR-04): asked here to show it beforehand, and again when he is
 * written to. An open complaint comes before every campaign; a telephone of several files hears of it once.
 */
async function whyNotTold(
  work: Work,
  { id: campaignId, kind, templateId, occasion, occasionYear }: Campaign,
  way: CampaignWay,
  contact: Contact,
): Promise<LeftOutReason | undefined> {
  const { customerId, vehicleId } = contact;
  const his = await standingOf(work, contact.id);
  if (!his) return 'gone';
  if (occasion === birthday) {
    if (await wasGreetedOnBirthday(work, { campaignId, customerId })) return 'greeted';
  } else if (occasionYear !== null) {
    const asked = { campaignId, customerId, occasion, year: occasionYear };
    if (await wasGreeted(work, asked)) return 'greeted';
  }
  if (his.complains) return 'complaint';
  if (way !== 'letter' && his.sharesPhone) return 'shared_number';
  if (way === 'call' && his.phone === '') return 'no_address';
  if (way === 'call') {
    const quietDays = await quietDaysOf(work, his.orgPath);
    const isOffer = needsConsent({ kind, occasion });
    const asked = { customerId, isOffer, remindedOf: remindsOf[kind], quietDays };
    const held = await notCalled(work, asked);
    return held === null ? undefined : calls[held];
  }
  if (templateId === null) return 'no_template';
  const link = kind === 'event' ? madeAtSending : undefined;
  const lacks = await lacksFor(work, { customerId, templateId, vehicleId, link });
  if (lacks) return lacks;
  const { purpose, channel: usual } = (await templateInSight(work, templateId))!;
  const channel = way === 'letter' ? 'letter' : usual;
  const address = way === 'letter' ? his.address : channel === 'sms' ? his.phone : '';
  if (way === 'letter' && address === '') return 'no_address';
  const about = { aboutType: 'campaign', aboutId: campaignId, orgPath: his.orgPath };
  const reminding = { ...about, remindsOf: remindsOf[kind] };
  const asked = { customerId, channel, purpose, address } as const;
  const reason = await whatStandsAgainst(work, { ...asked, ...reminding });
  return reason as LeftOutReason | undefined;
}

/** Stands for the link of an invitation, which is made when it goes out. */
const madeAtSending = 'https://';

const firstId = '00000000-0000-0000-0000-000000000000';
/** So many are judged in one transaction: each is asked for by several statements. */
export const contactsAtOnce = 100;

/** Says of each whether he will hear of it, and if not, why. */
export async function judgeContacts(
  work: Work,
  campaign: Campaign,
  wayOf: (contact: Contact) => CampaignWay,
  contacts: readonly Contact[],
): Promise<void> {
  for (const contact of contacts) {
    const reason = await whyLeftOut(work, campaign, wayOf(contact), contact);
    const judged = reason ? ({ state: 'leftOut', reason } as const) : ({ state: 'ready' } as const);
    await updateContact(work, contact.id, judged);
  }
}

/** Judges its customers stretch by stretch, each stretch a task of its own. */
export const judgeFrom = (work: Work, campaignId: string, afterId = firstId) =>
  work.later(judgeTask, { campaignId, afterId }, work.now, `${campaignId}.${afterId}`);

/** @returns whether everyone is judged */
export async function judgeNext(
  work: Work,
  campaign: Campaign,
  ways: ReadonlyMap<string, CampaignWay>,
  afterId: string,
): Promise<boolean> {
  const contacts = await drawnAfter(work, campaign.id, afterId, contactsAtOnce);
  await judgeContacts(work, campaign, ({ roundId }) => ways.get(roundId)!, contacts);
  const last = contacts.at(-1);
  const isMore = last !== undefined && contacts.length === contactsAtOnce;
  if (isMore) await judgeFrom(work, campaign.id, last.id);
  return !isMore;
}
