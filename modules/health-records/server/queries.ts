import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { HealthRecord, ListedRecord } from '../contract.ts';

export type RecordRow = RowOf<'healthRecords'>;

/** What of a visit is told, as it stands now. */
export interface Facts {
  orderId: string;
  orgUnitId: string;
  orgPath: string;
  state: RowOf<'serviceOrders'>['state'];
  number: string;
  plate: string;
  vin: string;
  mileageKm: number;
  customerWords: string;
  receivedAt: Date;
  /** When it was settled; before that, when its state began. */
  settledAt: Date;
  lines: {
    description: string;
    standardMinutes: number;
    parts: { name: string; number: string; quantityThousandths: number }[];
  }[];
}
const facts = statement<Facts, { orderId: string }>(
  'healthRecords.facts',
  `select o.id as order_id, o.org_unit_id, o.org_path, o.state, o.number, v.plate, v.vin, o.mileage_km,
          o.customer_words, o.received_at,
          coalesce((select max(s.at) from order_steps s
                     where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'settle'), o.state_since) as settled_at,
          coalesce((select jsonb_agg(jsonb_build_object('description', l.description, 'standardMinutes',
                      l.standard_minutes, 'parts', l.parts) order by l.position, l.id)
                      from job_lines l
                     where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved'), '[]') as lines
     from service_orders o join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const factsOf = (work: Work, orderId: string) => work.first(facts, { orderId });

const ofOrderForChange = statement<RecordRow, { orderId: string }>(
  'healthRecords.lockOfOrder',
  `select * from health_records
    where tenant_id = :tenant and order_id = :orderId and org_path ^@ any(:scopes) for update`,
);
export const lockRecordOf = (work: Work, orderId: string) =>
  work.first(ofOrderForChange, { orderId });
export const insertRecord = (work: Work, row: Fresh<'healthRecords'>) =>
  work.insert('healthRecords', row);
export const updateRecord = (work: Work, id: string, change: ChangeOf<'healthRecords'>) =>
  work.update('healthRecords', { id }, change);

type Instants = 'nextTryAt' | 'settledAt' | 'acceptedAt';
export type ListedRow = Omit<ListedRecord, Instants> & {
  orgPath: string;
  createdAt: Date;
  nextTryAt: Date | null;
  settledAt: Date | null;
  acceptedAt: Date | null;
};
export type WholeRow = ListedRow & { answers: HealthRecord['answers'] };
const head = `h.id, h.version, h.org_path, h.state, h.order_id, o.number as order_number, o.vehicle_id, v.plate, v.model,
     h.missing, h.attempts, h.next_try_at, h.said, h.accepted_at, h.created_at,
     (select max(s.at) from order_steps s
       where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'settle') as settled_at`;
const joined = `join service_orders o on o.tenant_id = h.tenant_id and o.id = h.order_id
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id`;

interface Filter {
  state: string | null;
}
const matches = `h.tenant_id = :tenant and h.org_path ^@ any(:scopes)
   and (:state::text is null or h.state = :state)`;
const page = statement<ListedRow, Filter & PageAfter>(
  'healthRecords.page',
  `select ${head} from (
     select * from health_records h where ${matches}
        and (:afterAt::timestamptz is null or (h.created_at, h.id) < (:afterAt, :afterId::uuid))
      order by h.created_at desc, h.id desc limit :size) h ${joined}
    order by h.created_at desc, h.id desc`,
);
export const pageOfRecords = (work: Work, given: Filter & PageAfter) => work.rows(page, given);
const counted = statement<{ total: number }, Filter>(
  'healthRecords.count',
  `select count(*) as total from health_records h where ${matches}`,
);
export const countOfRecords = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.total;

const whole = statement<WholeRow, { orderId: string }>(
  'healthRecords.ofOrder',
  `select ${head}, h.answers from health_records h ${joined}
    where h.tenant_id = :tenant and h.order_id = :orderId and h.org_path ^@ any(:scopes)`,
);
export const shownRowOf = (work: Work, orderId: string) => work.first(whole, { orderId });

const waiting = statement<{ orderId: string }, { orgPath: string; afterId: string | null }>(
  'healthRecords.waitingAt',
  `select order_id from health_records
    where tenant_id = :tenant and org_path ^@ :orgPath and state = 'waiting'
      and (:afterId::uuid is null or order_id > :afterId::uuid)
    order by order_id limit 500`,
);
/** What waits at a place and below it, in parts of five hundred. */
export const waitingAt = (work: Work, orgPath: string, afterId: string | null) =>
  work.rows(waiting, { orgPath, afterId });
