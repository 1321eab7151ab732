import { notify } from '#modules/commitments/server/index.ts';
import {
  type CustomerRow,
  customerById,
  mayNotBeContacted,
} from '#modules/customers/server/index.ts';
import {
  namesLink,
  sendTemplate,
  templateInSight,
} from '#modules/message-templates/server/index.ts';
import { isBoundToWecom, queueMessage } from '#modules/messages/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { seatMessage } from '../locales/seat.ts';
import { addressFor } from './invitations.ts';
import { type Campaign, lockAnywhere } from './queries.ts';
import { invitedAs, lockReply, type Reply, replyToldBy, updateReply } from './queries-replies.ts';

const mobile = /^1\d{10}$/;

/**
 * Who moved up hears of it by the ways he may be reached (CAR-03, CAR-04): at WeCom where he is bound to us, else by text
 * message. It answers what he asked for, so it is no advertisement; who wishes no contact reads it on his page alone.
 * Where nothing can reach him, who drew the event up is told to call.
 */
export async function tellMovedUp(
  work: Work,
  { campaignId, customerId }: { campaignId: string; customerId: string },
  publicUrl: string,
): Promise<void> {
  const campaign = await lockAnywhere(work, campaignId);
  const reply = await lockReply(work, campaignId, customerId);
  const isNews = reply?.state === 'coming' && reply.movedUpAt !== null && reply.toldWay === '';
  if (!campaign?.happensAt || campaign.happensAt <= work.now || !reply || !isNews) return;
  const messageId = await write(work, campaign, reply, publicUrl);
  if (messageId) {
    await updateReply(work, reply.id, { toldWay: 'message', toldMessageId: messageId });
    return;
  }
  await updateReply(work, reply.id, { toldWay: 'nobody' });
  await askToCall(work, campaign, reply);
}

/** The message did not arrive: a person has to call. */
export async function messageFailed(work: Work, messageId: string): Promise<void> {
  const reply = await replyToldBy(work, messageId);
  const campaign = reply && (await lockAnywhere(work, reply.campaignId));
  if (campaign && reply.state === 'coming') await askToCall(work, campaign, reply);
}

async function write(
  work: Work,
  campaign: Campaign,
  { customerId, seats }: Reply,
  publicUrl: string,
): Promise<string | undefined> {
  const customer = await customerById(work, customerId);
  if (!customer || customer.preferredChannel === 'none') return undefined;
  if (await mayNotBeContacted(work, customer.id)) return undefined;
  const contactId = await invitedAs(work, campaign.id, customerId);
  const url = contactId === undefined ? '' : await addressFor(work, contactId, publicUrl);
  const about = { type: 'campaign', id: campaign.id };
  const template = await approvedWords(work, campaign.seatTemplateId);
  if (template && (url !== '' || !namesLink(template))) {
    const whom = { customerId, templateId: template.id, vehicleId: null, link: url, about };
    return (await sendTemplate(work, whom)).id;
  }
  const channel = await wayTo(work, customer);
  if (!channel) return undefined;
  const { happensAt, place, name } = campaign;
  const unit = await unitById(work, campaign.orgUnitId);
  const at = `${dateIn(zoneOfTenant, happensAt!)} ${timeIn(zoneOfTenant, happensAt!)}`;
  const said = { shop: unit?.name ?? '', phone: unit?.phone ?? '', name, at, place, seats, url };
  const { id } = await queueMessage(work, {
    ...{ customerId, channel, purpose: 'service', template: 'eventSeat', about },
    body: seatMessage[customer.language](said),
    address: channel === 'sms' ? customer.phone : '',
  });
  return id;
}

/** As he prefers where it reaches him; nothing where neither does. */
async function wayTo(work: Work, { id, phone, preferredChannel }: CustomerRow) {
  const isBound = await isBoundToWecom(work, id);
  if (isBound && preferredChannel === 'wecom') return 'wecom';
  if (mobile.test(phone)) return 'sms';
  return isBound ? 'wecom' : undefined;
}

/** The words that the event names, as long as they are in use. */
async function approvedWords(work: Work, templateId: string | null) {
  const template = templateId === null ? undefined : await templateInSight(work, templateId);
  return template?.state === 'approved' ? template : undefined;
}

/** Whom it is about stands on the event's page, not in the notice. */
const askToCall = (work: Work, campaign: Campaign, reply: Reply) =>
  notify(work, [campaign.writtenBy, campaign.approvedBy], {
    kind: 'campaigns.seatUntold',
    about: { type: 'campaign', id: campaign.id },
    facts: { name: campaign.name },
    key: `${reply.id}:${reply.movedUpAt?.toISOString()}`,
  });
