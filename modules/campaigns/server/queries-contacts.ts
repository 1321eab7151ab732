import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { ReminderKind } from '#modules/customers/contract.ts';
import { whyNotCalled } from '#modules/follow-ups/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type Contact = RowOf<'campaignContacts'>;

export const insertContacts = (work: Work, rows: readonly Fresh<'campaignContacts'>[]) =>
  work.insertAll('campaignContacts', rows);
export const updateContact = (work: Work, id: string, change: ChangeOf<'campaignContacts'>) =>
  work.update('campaignContacts', { id }, change);

const drawn = statement<Contact, { campaignId: string; afterId: string; size: number }>(
  'campaigns.drawn',
  `select * from campaign_contacts
    where tenant_id = :tenant and campaign_id = :campaignId and id > :afterId::uuid and state = 'drawn'
    order by id limit :size for update`,
);
/** Who is not judged yet. */
export const drawnAfter = (work: Work, campaignId: string, afterId: string, size: number) =>
  work.rows(drawn, { campaignId, afterId, size });

const ready = statement<Contact, { roundId: string; size: number }>(
  'campaigns.ready',
  `select * from campaign_contacts where tenant_id = :tenant and round_id = :roundId and state = 'ready'
    order by id limit :size for update`,
);
/** Who is to hear in a round and has not yet. */
export const readyIn = (work: Work, roundId: string, size: number) =>
  work.rows(ready, { roundId, size });

export interface Tally {
  roundId: string;
  state: Contact['state'];
  reason: string;
  customers: number;
}
const tally = statement<Tally, { campaignId: string }>(
  'campaigns.tally',
  `select round_id, state, reason, count(*) as customers from campaign_contacts
    where tenant_id = :tenant and campaign_id = :campaignId group by 1, 2, 3 order by 4 desc, 3`,
);
export const tallyOf = (work: Work, campaignId: string) => work.rows(tally, { campaignId });

export interface ContactRow extends Contact {
  customerName: string;
  way: 'message' | 'call' | 'letter';
  messageState: string | null;
  waitingFor: string | null;
  openedAt: Date | null;
}
interface ContactPage {
  campaignId: string;
  way: string | null;
  roundId: string | null;
  state: string | null;
  reason: string | null;
  afterId: string;
  size: number;
}
const page = statement<ContactRow, ContactPage>(
  'campaigns.contacts',
  `select k.*, c.name as customer_name, r.way, m.state as message_state, m.held_reason as waiting_for,
          (select min(l.opened_at) from links l where l.tenant_id = k.tenant_id
             and l.about_type = 'campaignContact' and l.about_id = k.id) as opened_at
     from campaign_contacts k
     join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
     join campaign_rounds r on r.tenant_id = k.tenant_id and r.id = k.round_id
     left join messages m on m.tenant_id = k.tenant_id and m.id = k.message_id
    where k.tenant_id = :tenant and k.campaign_id = :campaignId and k.org_path ^@ any(:scopes)
      and k.id > :afterId::uuid and (:roundId::uuid is null or k.round_id = :roundId) and (:way::text is null or r.way = :way)
      and (:state::text is null or k.state = :state) and (:reason::text is null or k.reason = :reason)
    order by k.id limit :size`,
);
const firstId = '00000000-0000-0000-0000-000000000000';
export const pageOfContacts = (work: Work, asked: Omit<ContactPage, 'afterId'>, afterId: unknown) =>
  work.rows(page, { ...asked, afterId: String(afterId ?? firstId) });

interface Standing {
  phone: string;
  address: string;
  orgPath: string;
  complains: boolean;
  sharesPhone: boolean;
}
const standing = statement<Standing, { contactId: string }>(
  'campaigns.standing',
  `select c.phone, c.address, c.org_path,
          exists (select from complaints p where p.tenant_id = c.tenant_id and p.customer_id = c.id
            and p.state not in ('closed', 'monitoring')) as complains,
          c.phone <> '' and exists (select from customers o
            join campaign_contacts x on x.tenant_id = o.tenant_id and x.round_id = k.round_id and x.customer_id = o.id
             where o.tenant_id = c.tenant_id and o.phone = c.phone and o.id <> c.id
               and x.id < k.id and x.state in ('ready', 'sent')) as shares_phone
     from campaign_contacts k
     join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
    where k.tenant_id = :tenant and k.id = :contactId and c.merged_into_id is null`,
);
/** Where a customer is reached, whether he complains, and whether his telephone hears of it by another file already. */
export const standingOf = (work: Work, contactId: string) => work.first(standing, { contactId });

interface NotCalled {
  customerId: string;
  isOffer: boolean;
  remindedOf: ReminderKind;
  quietDays: number;
}
const held = statement<{ held: string | null }, NotCalled>(
  'campaigns.notCalled',
  `select ${whyNotCalled('c', { isCommercial: ':isOffer::boolean', remindedOf: ':remindedOf::text' })} as held from customers c
    where c.tenant_id = :tenant and c.id = :customerId`,
);
/** Why he is not to be called unasked; null where he may be. */
export const notCalled = async (work: Work, asked: NotCalled) =>
  (await work.first(held, asked))?.held ?? null;

interface Greeted {
  campaignId: string;
  customerId: string;
  occasion: string;
  year: number;
}
const greeted = statement<{ id: string }, Greeted>(
  'campaigns.greeted',
  `select k.id from campaign_contacts k
     join campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
    where k.tenant_id = :tenant and k.customer_id = :customerId and k.campaign_id <> :campaignId
      and k.state = 'sent' and c.occasion = :occasion and c.occasion_year = :year and c.standing_campaign_id is not null
    limit 1`,
);
/** Whether another standing greeting reached him on the same occasion of the year. */
export const wasGreeted = async (work: Work, asked: Greeted): Promise<boolean> =>
  (await work.first(greeted, asked)) !== undefined;

const birthdayGreeted = statement<
  { id: string },
  { campaignId: string; customerId: string; since: Date }
>(
  'campaigns.birthdayGreeted',
  `select k.id from campaign_contacts k
     join campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
    where k.tenant_id = :tenant and k.customer_id = :customerId and k.campaign_id <> :campaignId
      and k.state = 'sent' and k.sent_at > :since and c.occasion = 'birthday'
    limit 1`,
);
/** A lunar birthday may fall twice into one year of the calendar: it is the same one only if it was lately. */
const sameBirthdayDays = 180;
/** Whether another greeting reached him on the same birthday. */
export const wasGreetedOnBirthday = async (
  work: Work,
  asked: { campaignId: string; customerId: string },
): Promise<boolean> => {
  const since = new Date(work.now.getTime() - sameBirthdayDays * 86_400_000);
  return (await work.first(birthdayGreeted, { ...asked, since })) !== undefined;
};

const known = statement<{ customerId: string }, { campaignId: string }>(
  'campaigns.known',
  `select k.customer_id from campaign_contacts k
    where k.tenant_id = :tenant and k.campaign_id = :campaignId limit 200000`,
);
/** Who is in it already. */
export const customersIn = async (work: Work, campaignId: string) =>
  new Set((await work.rows(known, { campaignId })).map(({ customerId }) => customerId));

const drawnInRound = statement<Contact, { roundId: string }>(
  'campaigns.drawnInRound',
  `select * from campaign_contacts where tenant_id = :tenant and round_id = :roundId and state = 'drawn'
    order by id limit 1000 for update`,
);
/** Who is not judged yet, of one round. */
export const drawnIn = (work: Work, roundId: string) => work.rows(drawnInRound, { roundId });
