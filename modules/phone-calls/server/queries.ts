import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { shows } from '../contract.ts';
import type { CallDirection } from '../lifecycle.ts';

export type CallRow = RowOf<'phoneCalls'>;
export interface EntryRow extends CallRow {
  customerName: string | null;
  ownerName: string | null;
}

const here = 'p.tenant_id = :tenant and p.org_path ^@ any(:scopes)';
const shown = `select p.*, c.name as customer_name, e.name as owner_name
    from phone_calls p
    left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    left join employees e on e.tenant_id = p.tenant_id and e.id = p.owner_id`;

interface Asked {
  direction: CallDirection | null;
  mine: boolean;
  beforeId: string;
  size: number;
}
const pageWhere = (name: string, condition: string) =>
  statement<EntryRow, Asked & { customerId: string | null }>(
    `phoneCalls.${name}`,
    `${shown} where ${here} and p.id < :beforeId::uuid and ${condition}
        and (:direction::text is null or p.direction = :direction)
        and (not :mine::boolean or p.owner_id = :me::uuid)
        and (:customerId::uuid is null or p.customer_id = :customerId)
      order by p.id desc limit :size`,
  );
/** Each by an index of its own: the list of what is owed must not walk through what is done. */
const pages = {
  owed: pageWhere('owed', "p.state in ('missed', 'taken')"),
  open: pageWhere('open', "p.state in ('ringing', 'talking', 'ended')"),
  all: pageWhere('all', 'true'),
} as const satisfies Record<(typeof shows)[number], unknown>;
const ofCustomer = pageWhere('ofCustomer', 'p.customer_id = :customerId::uuid');
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Calls in scope, the latest first. */
export function pageOfCalls(
  work: Work,
  show: (typeof shows)[number],
  asked: Omit<Asked, 'beforeId'> & { customerId: string | null },
  beforeId: unknown,
): Promise<EntryRow[]> {
  const page = show === 'all' && asked.customerId !== null ? ofCustomer : pages[show];
  return work.rows(page, { ...asked, beforeId: String(beforeId ?? lastId) });
}

const one = statement<EntryRow, { phoneCallId: string }>(
  'phoneCalls.one',
  `${shown} where ${here} and p.id = :phoneCallId`,
);
export const callById = (work: Work, phoneCallId: string) => work.first(one, { phoneCallId });

const locked = statement<CallRow, { phoneCallId: string }>(
  'phoneCalls.locked',
  `select p.* from phone_calls p where ${here} and p.id = :phoneCallId for update`,
);
export const lockCall = (work: Work, phoneCallId: string) => work.first(locked, { phoneCallId });

const outside = statement<CallRow, { outsideId: string }>(
  'phoneCalls.outside',
  'select * from phone_calls where tenant_id = :tenant and outside_id = :outsideId for update',
);
/** The call that the telephone system speaks of, held. */
export const lockOutside = (work: Work, outsideId: string) => work.first(outside, { outsideId });

interface Beginning {
  id: string;
  orgUnitId: string;
  orgPath: string;
  direction: CallDirection;
  outsideId: string;
  number: string;
  at: Date;
}
const begin = statement<never, Beginning>(
  'phoneCalls.begin',
  `insert into phone_calls (tenant_id, id, org_unit_id, org_path, direction, state, number, outside_id, started_at,
       created_at, updated_at)
   values (:tenant, :id, :orgUnitId, :orgPath, :direction, 'ringing', :number, :outsideId, :at, :now, :now)
   on conflict do nothing`,
);
/** Whether it is a new one; a second event of the same call waits here for the first. */
export const beginOutside = async (work: Work, row: Beginning) =>
  (await work.run(begin, row)) === 1;

const owedBy = statement<CallRow, { number: string; orgUnitId: string }>(
  'phoneCalls.owedToNumber',
  `select * from phone_calls
    where tenant_id = :tenant and number = :number and org_unit_id = :orgUnitId and state in ('missed', 'taken')
    order by id desc limit 50 for update`,
);
/** What a shop still owes a number, held. */
export const owedToNumber = (work: Work, number: string, orgUnitId: string) =>
  work.rows(owedBy, { number, orgUnitId });

export interface RingingRow {
  id: string;
  orgPath: string;
  state: 'ringing' | 'talking';
  number: string;
  customerName: string | null;
  plate: string | null;
  orderState: string | null;
  startedAt: Date;
}
/** A call that nobody ended after so long has been forgotten by the telephone system. */
const forgottenAfter = "interval '4 hours'";
const ringing = statement<RingingRow, object>(
  'phoneCalls.ringing',
  `select p.id, p.org_path, p.state, p.number, c.name as customer_name, o.plate, o.state as order_state, p.started_at
     from phone_calls p
     left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
     left join lateral (
       select v.plate, s.state from service_orders s
         join vehicles v on v.tenant_id = s.tenant_id and v.id = s.vehicle_id
        where s.tenant_id = :tenant and s.customer_id = p.customer_id
          and s.state not in ('delivered', 'leftUnrepaired')
        order by s.received_at desc limit 1) o on true
    where ${here} and p.state in ('ringing', 'talking') and p.started_at > :now::timestamptz - ${forgottenAfter}
      and p.direction = 'in' and p.outside_id is not null
      and (p.owner_id = :me::uuid or (p.owner_id is null and p.extensions && array(
        select x.extension from phone_extensions x
         where x.tenant_id = :tenant and x.employee_id = :me::uuid and p.org_path ^@ x.org_path)))
    order by p.started_at desc limit 5`,
);
/** What rings, or is spoken, on the telephone of the one who asks. */
export const ringingHere = (work: Work) => work.rows(ringing, {});

export const insertCall = (work: Work, row: Fresh<'phoneCalls'>) => work.insert('phoneCalls', row);
export const updateCall = async (work: Work, id: string, change: ChangeOf<'phoneCalls'>) =>
  (await work.update('phoneCalls', { id }, change))!;

const attached = statement<{ id: string }, { callId: string }>(
  'phoneCalls.attachedTo',
  'select id from phone_calls where tenant_id = :tenant and call_id = :callId limit 1',
);
/** Whether a talk has its call already. */
export const isAttached = async (work: Work, callId: string): Promise<boolean> =>
  (await work.first(attached, { callId })) !== undefined;

const dialled = statement<
  CallRow & { talkResult: string; talkReason: string },
  { callId: string; longestCallMs: number }
>(
  'phoneCalls.dialledFor',
  `select p.*, f.result as talk_result, f.reason as talk_reason
     from follow_up_calls f
     join phone_calls p on p.tenant_id = f.tenant_id and p.customer_id = f.customer_id and p.owner_id = f.by_id
    where f.tenant_id = :tenant and f.id = :callId and f.direction = 'out' and p.direction = 'out'
      and p.call_id is null and p.state in ('ringing', 'talking', 'ended') and p.started_at <= f.at
      and p.started_at > f.at - :longestCallMs::int * interval '1 millisecond'
    order by p.id desc limit 1 for update of p`,
);
/** The call that was last dialled to the customer of a talk by who put it on record, held. */
export async function dialledFor(work: Work, of: { callId: string; longestCallMs: number }) {
  const found = await work.first(dialled, of);
  if (!found) return undefined;
  const { talkResult: result, talkReason: reason, ...row } = found;
  return { row, result, reason };
}
