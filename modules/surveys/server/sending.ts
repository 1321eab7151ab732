import { customerById, mayNotBeContacted } from '#modules/customers/server/index.ts';
import { makeLink } from '#modules/links/server/index.ts';
import { queueMessage } from '#modules/messages/server/index.ts';
import type { Work } from '#platform/work.ts';
import { invitationEvents } from '../events.ts';
import { invitationLife } from '../lifecycle.ts';
import { surveyMessage } from '../locales/message.ts';
import { aboutInvitation, tellOf, withhold } from './planning.ts';
import { type InvitationRow, lockInvitation, shopById, updateInvitation } from './queries.ts';
import { settingsAt } from './rules.ts';

const dayInMs = 24 * 3_600_000;
const mobile = /^1\d{10}$/;

/**
 * The drawn hour has come: a link by SMS where the house has it so, and the caller's list, at once or where no answer
 * came. Who may no longer be contacted is not; a telephone that changed since the visit is noted.
 */
export async function send(work: Work, invitationId: string, publicUrl: string): Promise<void> {
  const row = await lockInvitation(work, invitationId);
  if (row?.state !== 'planned') return;
  const customer = await customerById(work, row.customerId);
  if (!customer) return withhold(work, row, 'customer_gone');
  if (await mayNotBeContacted(work, customer.id)) return withhold(work, row, 'restricted');
  if (customer.preferredChannel === 'none') return withhold(work, row, 'wishes_none');
  const { callAfterDays } = await settingsAt(work, row.orgPath);
  const isBySms = row.way === 'sms' && mobile.test(customer.phone);
  const after = await updateInvitation(work, row.id, {
    state: invitationLife.next('send', row.state),
    sentAt: work.now,
    callAt: new Date(work.now.getTime() + (isBySms ? callAfterDays * dayInMs : 0)),
    phoneBefore: '',
    isPhoneChanged: row.phoneBefore !== customer.phone,
  });
  if (isBySms) await sendLink(work, after, publicUrl, customer);
  await tellOf(work, invitationEvents.sent, after);
}

async function sendLink(
  work: Work,
  row: InvitationRow,
  publicUrl: string,
  { id: customerId, phone: address }: { id: string; phone: string },
): Promise<void> {
  const { name: shop } = await shopById(work, row.orgUnitId);
  const validDays = Math.ceil((row.expiresAt.getTime() - work.now.getTime()) / dayInMs);
  const { url } = await makeLink(work, publicUrl, {
    purpose: 'survey',
    about: row,
    validDays,
    maxUses: 20,
  });
  const { type, id } = aboutInvitation(row);
  await queueMessage(work, {
    customerId,
    channel: 'sms',
    purpose: 'service',
    template: 'survey',
    body: surveyMessage({ shop, url }),
    address,
    about: { type, id },
  });
}

/** Its days are over without an answer. */
export async function expire(work: Work, invitationId: string): Promise<void> {
  const row = await lockInvitation(work, invitationId);
  if (row?.state !== 'sent' || work.now < row.expiresAt) return;
  await updateInvitation(work, row.id, { state: invitationLife.next('expire', row.state) });
  await tellOf(work, invitationEvents.expired, row);
}
