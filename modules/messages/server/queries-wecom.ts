import type { RowOf } from '#database/types.generated.ts';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type WecomContact = RowOf<'wecomContacts'>;

const latest = statement<WecomContact, { customerId: string }>(
  'wecomContacts.latest',
  `select * from wecom_contacts where tenant_id = :tenant and customer_id = :customerId
    order by id desc limit 1`,
);
/** Who a customer is at WeCom; of several the one that was bound last. */
export const contactOf = (work: Work, customerId: string) => work.first(latest, { customerId });
/** Whether he can be written to there at all. */
export const isBoundToWecom = async (work: Work, customerId: string): Promise<boolean> =>
  (await contactOf(work, customerId)) !== undefined;

const byUser = statement<WecomContact, { externalUserid: string }>(
  'wecomContacts.byUser',
  `select * from wecom_contacts where tenant_id = :tenant and external_userid = :externalUserid
    for update`,
);
export const lockContact = (work: Work, externalUserid: string) =>
  work.first(byUser, { externalUserid });

const byLink = statement<{ id: string }, { linkMark: string }>(
  'wecomContacts.byLink',
  'select id from wecom_contacts where tenant_id = :tenant and link_mark = :linkMark',
);
export const isLinkUsed = async (work: Work, linkMark: string) =>
  (await work.first(byLink, { linkMark })) !== undefined;

export const insertContact = (work: Work, row: Fresh<'wecomContacts'>) =>
  work.insert('wecomContacts', row);
export const moveContact = (
  work: Work,
  id: string,
  change: Pick<WecomContact, 'customerId' | 'linkMark' | 'boundAt' | 'openKfid'>,
) => work.update('wecomContacts', { id }, change);

interface Account {
  corpId: string;
  openKfid: string;
}
const begin = statement<never, Account & { id: string }>(
  'wecomCursors.begin',
  `insert into wecom_cursors (tenant_id, id, corp_id, open_kfid, created_at, updated_at)
   values (:tenant, :id::uuid, :corpId, :openKfid, :now, :now)
   on conflict (tenant_id, corp_id, open_kfid) do nothing`,
);
const locked = statement<{ id: string; cursor: string }, Account>(
  'wecomCursors.lock',
  `select id, cursor from wecom_cursors
    where tenant_id = :tenant and corp_id = :corpId and open_kfid = :openKfid for update`,
);
/** Up to where an account was read; who holds it reads and writes alone. */
export async function lockCursor(work: Work, { corpId, openKfid }: Account) {
  await work.run(begin, { corpId, openKfid, id: newId(work.now) });
  return (await work.first(locked, { corpId, openKfid }))!;
}
export const saveCursor = (work: Work, id: string, cursor: string) =>
  work.update('wecomCursors', { id }, { cursor });
