import type { ChangeOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { MatterRow } from './queries.ts';

export interface ListedMatter extends MatterRow {
  ownerName: string | null;
  customerName: string;
  salutation: '' | 'mr' | 'ms';
  customerKind: 'person' | 'company';
  phone: string;
  plate: string | null;
  plateColour: 'blue' | 'green' | 'yellow' | 'yellowGreen' | 'white' | 'black' | null;
  model: string | null;
  mileageKm: number | null;
}

const shown = `select m.*, e.name as owner_name, c.name as customer_name, c.salutation, c.kind as customer_kind, c.phone,
    v.plate, v.plate_colour, v.model, v.mileage_km
  from matters m
  join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
  left join vehicles v on v.tenant_id = m.tenant_id and v.id = m.vehicle_id
  left join employees e on e.tenant_id = m.tenant_id and e.id = m.owner_id`;

const forChange = statement<MatterRow, { matterId: string }>(
  'matters.forChange',
  'select * from matters where tenant_id = :tenant and id = :matterId for update',
);
export const lockMatter = (work: Work, matterId: string) => work.first(forChange, { matterId });

const one = statement<ListedMatter, { matterId: string }>(
  'matters.one',
  `${shown} where m.tenant_id = :tenant and m.id = :matterId and m.org_path ^@ any(:scopes)`,
);
export const matterById = (work: Work, matterId: string) => work.first(one, { matterId });

export interface MatterFilter {
  state: string | null;
  open: boolean;
  mine: boolean;
  customerId: string | null;
}
const filter = `m.tenant_id = :tenant and m.org_path ^@ any(:scopes)
  and (:state::text is null or m.state = :state)
  and (not :open::boolean or m.state in ('open', 'escalated', 'solved'))
  and (not :mine::boolean or m.owner_id = :me::uuid
    or m.owner_id in (select s.absent_id from stand_ins s where s.tenant_id = :tenant and s.stand_in_id = :me::uuid
         and s.ended_at is null and s.from_at <= :now and s.until_at > :now))
  and (:customerId::uuid is null or m.customer_id = :customerId)`;
const page = statement<
  ListedMatter,
  MatterFilter & { afterAt: string; afterId: string; size: number }
>(
  'matters.page',
  `${shown} where ${filter} and (m.created_at, m.id) > (:afterAt::timestamptz, :afterId::uuid)
    order by m.created_at, m.id limit :size`,
);
export const pageOfMatters = (
  work: Work,
  given: MatterFilter,
  after: { afterAt: string; afterId: string; size: number },
) => work.rows(page, { ...given, ...after });
const total = statement<{ total: number }, MatterFilter>(
  'matters.count',
  `select count(*) as total from matters m where ${filter}`,
);
export const countMatters = async (work: Work, given: MatterFilter) =>
  (await work.first(total, given))!.total;

export const insertMatter = (work: Work, row: Fresh<'matters'>) => work.insert('matters', row);
export const updateMatter = async (work: Work, matterId: string, change: ChangeOf<'matters'>) =>
  (await work.update('matters', { id: matterId }, change))!;
