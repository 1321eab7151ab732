import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type MailboxRow = RowOf<'mailboxes'>;

const locked = statement<MailboxRow, { mailboxId: string }>(
  'incomingMails.lockMailbox',
  'select * from mailboxes where tenant_id = :tenant and id = :mailboxId for update',
);
export const lockMailbox = (work: Work, mailboxId: string) => work.first(locked, { mailboxId });

const ofUnit = statement<MailboxRow, { orgUnitId: string }>(
  'incomingMails.mailboxOfUnit',
  'select * from mailboxes where tenant_id = :tenant and org_unit_id = :orgUnitId',
);
/** The mailbox of one place; those above and below have their own. */
export const mailboxOf = (work: Work, orgUnitId: string) => work.first(ofUnit, { orgUnitId });

const nextLook = statement<{ runAt: Date }, { key: string }>(
  'incomingMails.nextLook',
  `select run_at from tasks where tenant_id = :tenant and name = 'incomingMails.fetch' and key = :key`,
);
export const nextLookAt = async (work: Work, mailboxId: string): Promise<Date | null> =>
  (await work.first(nextLook, { key: mailboxId }))?.runAt ?? null;

export const insertMailbox = (work: Work, row: Fresh<'mailboxes'>) => work.insert('mailboxes', row);
export const updateMailbox = async (work: Work, id: string, change: ChangeOf<'mailboxes'>) =>
  (await work.update('mailboxes', { id }, change))!;
