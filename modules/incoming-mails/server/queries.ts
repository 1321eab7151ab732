import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { type Wall, wallJson } from '#modules/complaints/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { shows } from '../contract.ts';

export type MailRow = RowOf<'incomingMails'>;
export type MailFileRow = RowOf<'incomingMailFiles'>;
export interface EntryRow extends MailRow {
  customerName: string | null;
  complaintNumber: string | null;
  decidedByName: string | null;
  confirmedByName: string | null;
  files: number;
  /** Of the complaint that it belongs to. */
  wall: Wall | null;
}

const here = 'm.tenant_id = :tenant and m.org_path ^@ any(:scopes)';
const shown = `select m.*, c.name as customer_name, x.number as complaint_number, e.name as decided_by_name,
      f.name as confirmed_by_name, case when x.id is not null then ${wallJson('x')} end as wall,
      (select count(*) from incoming_mail_files a
        where a.tenant_id = :tenant and a.incoming_mail_id = m.id)::int as files
    from incoming_mails m
    left join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    left join complaints x on x.tenant_id = m.tenant_id and x.id = m.complaint_id
    left join employees e on e.tenant_id = m.tenant_id and e.id = m.decided_by
    left join employees f on f.tenant_id = m.tenant_id and f.id = m.confirmed_by`;

interface Asked {
  beforeId: string;
  size: number;
}
const pageWhere = (name: string, condition: string) =>
  statement<EntryRow, Asked & { ofId: string | null }>(
    `incomingMails.${name}`,
    `${shown} where ${here} and m.id < :beforeId::uuid and ${condition}
      order by m.id desc limit :size`,
  );
/** Each by an index of its own: what waits must not be looked for among all that is done. */
const pages = {
  waiting: pageWhere('waiting', "m.state = 'waiting'"),
  done: pageWhere('done', "m.state <> 'waiting'"),
  all: pageWhere('all', 'true'),
} as const satisfies Record<(typeof shows)[number], unknown>;
const ofComplaint = pageWhere('ofComplaint', 'm.complaint_id = :ofId::uuid');
const ofCustomer = pageWhere('ofCustomer', 'm.customer_id = :ofId::uuid');
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Mail in scope, the latest first. */
export function pageOfMails(
  work: Work,
  asked: {
    show: (typeof shows)[number];
    complaintId: string | undefined;
    customerId: string | undefined;
    size: number;
  },
  beforeId: unknown,
): Promise<EntryRow[]> {
  const { show, complaintId, customerId, size } = asked;
  const page = complaintId ? ofComplaint : customerId ? ofCustomer : pages[show];
  const ofId = complaintId ?? customerId ?? null;
  return work.rows(page, { size, ofId, beforeId: String(beforeId ?? lastId) });
}

const one = statement<EntryRow, { incomingMailId: string }>(
  'incomingMails.one',
  `${shown} where ${here} and m.id = :incomingMailId`,
);
export const mailById = (work: Work, incomingMailId: string) => work.first(one, { incomingMailId });

const locked = statement<MailRow, { incomingMailId: string }>(
  'incomingMails.lock',
  `select m.* from incoming_mails m where ${here} and m.id = :incomingMailId for update`,
);
export const lockMail = (work: Work, incomingMailId: string) =>
  work.first(locked, { incomingMailId });

const known = statement<{ id: string }, { mailboxId: string; identity: string }>(
  'incomingMails.known',
  `select id from incoming_mails
    where tenant_id = :tenant and mailbox_id = :mailboxId and identity = :identity`,
);
/** Whether the letter is here already: the mailbox numbered anew, or it came by two ways. */
export const isKnown = async (work: Work, mailboxId: string, identity: string) =>
  (await work.first(known, { mailboxId, identity })) !== undefined;

const lately = statement<
  { many: number },
  { fromAddress: string; mailboxId: string; since: Date; most: number }
>(
  'incomingMails.lately',
  `select count(*)::int as many from (
     select from incoming_mails where tenant_id = :tenant and from_address = :fromAddress
        and mailbox_id = :mailboxId and arrived_at > :since::timestamptz
      order by id desc limit :most) m`,
);
/** How many letters of a sender arrived since then. */
export const manyLately = async (
  work: Work,
  asked: { fromAddress: string; mailboxId: string; since: Date; most: number },
) => (await work.first(lately, asked))!.many;

const files = statement<MailFileRow, { incomingMailId: string }>(
  'incomingMails.files',
  `select * from incoming_mail_files
    where tenant_id = :tenant and incoming_mail_id = :incomingMailId order by position limit 400`,
);
export const filesOf = (work: Work, incomingMailId: string) => work.rows(files, { incomingMailId });

const acknowledged = statement<{ id: string }, { complaintId: string; fromAddress: string }>(
  'incomingMails.acknowledged',
  `select id from incoming_mails where tenant_id = :tenant and complaint_id = :complaintId
      and from_address = :fromAddress and acknowledged_at is not null limit 1`,
);
/** Whether a sender was told already that his complaint has arrived. */
export const isAcknowledged = async (work: Work, complaintId: string, fromAddress: string) =>
  (await work.first(acknowledged, { complaintId, fromAddress })) !== undefined;

export const insertMail = (work: Work, row: Fresh<'incomingMails'>) =>
  work.insert('incomingMails', row);
export const insertMailFiles = (work: Work, rows: readonly Fresh<'incomingMailFiles'>[]) =>
  work.insertAll('incomingMailFiles', rows);
export const updateMail = async (work: Work, id: string, change: ChangeOf<'incomingMails'>) =>
  (await work.update('incomingMails', { id }, change))!;
