import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { RightsRequest } from '../contract-requests.ts';
import type { RightsKind, RightsRequestState } from '../lifecycle.ts';

export type RightsRow = RowOf<'rightsRequests'>;
export interface ShownRightsRow extends RightsRow {
  customerName: string;
  decidedByName: string;
  ownerId: string | null;
  ownerName: string;
  warnAt: Date | null;
  sum: RightsRequest['sum'];
}

/** Who answers for it stands on its clock: what he leaves behind is handed over with his other promises. */
const shown = `select r.*, c.name as customer_name, coalesce(d.name, '') as decided_by_name,
    k.owner_id, coalesce(o.name, '') as owner_name, k.warn_at, coalesce(k.sum, '[]'::jsonb) as sum
  from rights_requests r
  join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
  left join employees d on d.tenant_id = r.tenant_id and d.id = r.decided_by
  left join lateral (select k.owner_id, k.warn_at, k.sum from commitments k
     where k.tenant_id = r.tenant_id and k.about_type = 'rightsRequest' and k.about_id = r.id
     order by k.id desc limit 1) k on true
  left join employees o on o.tenant_id = r.tenant_id and o.id = k.owner_id`;

export interface RequestFilter {
  kind: string | null;
  customerId: string | null;
  mine: boolean;
}
const filter = `r.tenant_id = :tenant and r.org_path ^@ any(:scopes)
  and (:kind::text is null or r.kind = :kind) and (:customerId::uuid is null or r.customer_id = :customerId)
  and (not :mine::boolean or k.owner_id = :me::uuid)`;
interface Page extends RequestFilter {
  state: RightsRequestState;
  at: string;
  id: string;
  size: number;
}
const pressing = statement<ShownRightsRow, Page>(
  'privacy.pressingRequests',
  `${shown} where ${filter} and r.state = :state and (r.due_at, r.id) > (:at::timestamptz, :id::uuid)
    order by r.due_at, r.id limit :size`,
);
const latest = statement<ShownRightsRow, Page>(
  'privacy.latestRequests',
  `${shown} where ${filter} and r.state = :state and (r.due_at, r.id) < (:at::timestamptz, :id::uuid)
    order by r.due_at desc, r.id desc limit :size`,
);
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const firstId = '00000000-0000-0000-0000-000000000000';
/** Requests in one state: what is open first due, what is closed the other way round. */
export const pageOfRequests = (
  work: Work,
  state: RightsRequestState,
  asked: RequestFilter,
  after: readonly unknown[] | null,
  size: number,
) => {
  const isOpen = state === 'open';
  const at = String(after?.[0] ?? (isOpen ? '-infinity' : 'infinity'));
  const id = String(after?.[1] ?? (isOpen ? firstId : lastId));
  return work.rows(isOpen ? pressing : latest, { ...asked, state, at, id, size });
};

const total = statement<{ total: number }, RequestFilter & { state: string }>(
  'privacy.countRequests',
  `select count(*) as total from (${shown} where ${filter} and r.state = :state) r`,
);
export const countRequests = async (work: Work, state: string, asked: RequestFilter) =>
  (await work.first(total, { ...asked, state }))!.total;

const ofCustomer = statement<ShownRightsRow, { customerId: string }>(
  'privacy.requestsOfCustomer',
  `${shown} where r.tenant_id = :tenant and r.org_path ^@ any(:scopes) and r.customer_id = :customerId
    order by r.id desc limit 20`,
);
/** What a customer asked for, the latest first. */
export const requestsOf = (work: Work, customerId: string) => work.rows(ofCustomer, { customerId });

const one = statement<ShownRightsRow, { requestId: string }>(
  'privacy.request',
  `${shown} where r.tenant_id = :tenant and r.org_path ^@ any(:scopes) and r.id = :requestId`,
);
export const requestById = (work: Work, requestId: string) => work.first(one, { requestId });

const locked = statement<RightsRow, { requestId: string }>(
  'privacy.lockRequest',
  `select * from rights_requests
    where tenant_id = :tenant and id = :requestId and org_path ^@ any(:scopes) for update`,
);
export const lockRequest = (work: Work, requestId: string) => work.first(locked, { requestId });

const openOnes = statement<RightsRow, { customerId: string; states: RightsRequestState[] }>(
  'privacy.openRequests',
  `select * from rights_requests
    where tenant_id = :tenant and customer_id = :customerId and state = any(:states) order by id limit 50 for update`,
);
/** What of his is still open, locked; of one kind where it is said. */
export const lockOpenRequests = async (work: Work, customerId: string, kind?: RightsKind) =>
  ofKind(await work.rows(openOnes, { customerId, states: ['open'] }), kind);
/** The same, with what was told that it has to wait. */
export const lockUnfinishedRequests = async (work: Work, customerId: string, kind: RightsKind) =>
  ofKind(await work.rows(openOnes, { customerId, states: ['open', 'held'] }), kind);
const ofKind = (rows: RightsRow[], kind?: RightsKind) =>
  rows.filter((row) => !kind || row.kind === kind);

export const insertRequest = (work: Work, row: Fresh<'rightsRequests'>) =>
  work.insert('rightsRequests', row);
export const updateRequest = async (work: Work, id: string, change: ChangeOf<'rightsRequests'>) =>
  (await work.update('rightsRequests', { id }, change))!;
