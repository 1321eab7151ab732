import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FoundCustomer, FoundOrder, FoundVehicle, foundKinds } from '../contract.ts';
import { iso, openStates } from './sql-parts.ts';

/** Looked at per branch before the latest visits are taken: a surname alone must not read the whole archive. */
const looked = 200;

interface Branch {
  kind: (typeof foundKinds)[number];
  /** The likelier reading has the lower number; a tail of four digits is rather a plate's than a phone's. */
  rank: number;
  condition: string;
}

const sources = {
  orders: { table: 'service_orders', at: 'received_at', where: '' },
  vehicles: {
    table: 'vehicles',
    at: 'last_visit_on::timestamptz',
    where: ' and merged_into_id is null',
  },
  customers: {
    table: 'customers',
    at: 'last_visit_on::timestamptz',
    where: ' and merged_into_id is null',
  },
};

/** Bytewise, as the `text_pattern_ops` indexes are: unlike LIKE it is served by them in a generic plan too. */
const startsWith = (column: string, name: string) =>
  `${column} ~>=~ :${name} and ${column} ~<~ :${name}End`;

/** Cars that bore such a plate before (ARC-05). */
const formerly = (condition: string) =>
  `id in (select vehicle_id from former_plates where tenant_id = :tenant and ${condition})`;

const branches = {
  orderNumber: { kind: 'orders', rank: 10, condition: startsWith('number', 'orderNumber') },
  orderTail: { kind: 'orders', rank: 20, condition: startsWith('number_tail', 'orderTail') },
  plate: { kind: 'vehicles', rank: 30, condition: 'plate = :plate' },
  plateStart: { kind: 'vehicles', rank: 35, condition: startsWith('plate', 'plateStart') },
  formerPlate: { kind: 'vehicles', rank: 36, condition: formerly('plate = :plate') },
  formerPlateStart: {
    kind: 'vehicles',
    rank: 37,
    condition: formerly(startsWith('plate', 'plateStart')),
  },
  formerPlateTail: {
    kind: 'vehicles',
    rank: 76,
    condition: formerly(startsWith('plate_tail', 'plateTail')),
  },
  vin: { kind: 'vehicles', rank: 40, condition: `vin <> '' and vin = :vin` },
  phone: { kind: 'customers', rank: 50, condition: 'phone_tail = :phone' },
  phoneStart: { kind: 'customers', rank: 60, condition: startsWith('phone', 'phoneStart') },
  initials: { kind: 'customers', rank: 70, condition: 'name_initials = :initials' },
  initialsStart: {
    kind: 'customers',
    rank: 71,
    condition: startsWith('name_initials', 'initialsStart'),
  },
  pinyinStart: { kind: 'customers', rank: 72, condition: startsWith('name_pinyin', 'pinyinStart') },
  plateTail: { kind: 'vehicles', rank: 75, condition: startsWith('plate_tail', 'plateTail') },
  phoneTail: { kind: 'customers', rank: 80, condition: startsWith('phone_tail', 'phoneTail') },
  vinTail: {
    kind: 'vehicles',
    rank: 90,
    condition: `vin <> '' and ${startsWith('vin_tail', 'vinTail')}`,
  },
  name: { kind: 'customers', rank: 100, condition: 'name = :name' },
  nameStart: { kind: 'customers', rank: 101, condition: startsWith('name', 'nameStart') },
  grams: { kind: 'customers', rank: 102, condition: 'grams @> :grams::text[]' },
} as const satisfies Record<string, Branch>;

export type BranchName = keyof typeof branches;

/** A branch whose parameter is NULL asks its index for nothing. */
const branchSql = ({ kind, rank, condition }: Branch) => {
  const { table, at, where } = sources[kind];
  return `select '${kind}' as kind, id, ${rank} as rank, at from (
      select id, ${at} as at from ${table}
       where tenant_id = :tenant and org_path ^@ any(:scopes) and not (org_path ^@ any(:notShared))
         and ${condition}${where} limit ${looked}) few
    order by at desc nulls last limit :size`;
};

/** The bare SQL of each branch, with named parameters: for the benchmark and for reading its plan. */
export const searchBranches = Object.fromEntries(
  Object.entries(branches).map(([name, branch]) => [name, branchSql(branch)]),
) as Record<BranchName, string>;

const hits = Object.values(searchBranches)
  .map((sql) => `(${sql})`)
  .join('\n    union all\n    ');

/** The plate a car bore before, where it was found by that one and its present one does not fit. */
const formerPlate = `(select f.plate from former_plates f
   where f.tenant_id = :tenant and f.vehicle_id = v.id
     and (f.plate = :plate or ${startsWith('f.plate', 'plateStart')} or ${startsWith('f.plate_tail', 'plateTail')})
     and not coalesce(v.plate = :plate, false)
     and not coalesce(${startsWith('v.plate', 'plateStart')}, false)
     and not coalesce(${startsWith('v.plate_tail', 'plateTail')}, false)
   order by f.until_on desc, f.id limit 1)`;

const openOrder = `(select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
      'waitingFor', o.waiting_for, 'stateSince', ${iso('o.state_since')})
   from service_orders o
  where o.tenant_id = :tenant and o.vehicle_id = v.id and o.org_path ^@ any(:scopes) and :seesOrders
    and o.state in ${openStates} order by o.received_at desc, o.id desc limit 1)`;

/** The cars of a customer who was found stand before him: at the desk it is the car that came in. */
const searchSql = `with hit as materialized (
    ${hits}
  ), best as (
    select kind, id, min(rank)::numeric as rank, max(at) as at from hit group by kind, id
  ), found_customers as materialized (
    select id, rank, at from best where kind = 'customers' order by rank, at desc nulls last, id limit :size
  ), found_vehicles as materialized (
    select id, min(rank) as rank, max(at) as at from (
      select id, rank, at from best where kind = 'vehicles'
      union all
      select own.id, c.rank - 0.5, own.at from found_customers c cross join lateral (
        select v.id, v.last_visit_on::timestamptz as at from vehicles v
         where v.tenant_id = :tenant and v.owner_id = c.id and v.org_path ^@ any(:scopes)
           and not (v.org_path ^@ any(:notShared))
         order by v.id limit 3) own
    ) cars group by id order by min(rank), max(at) desc nulls last, id limit :size
  ), found_orders as materialized (
    select id, rank, at from best where kind = 'orders' order by rank, at desc, id limit :size
  )
  select
    (select min(rank) from found_vehicles) as vehicles_rank,
    (select min(rank) from found_customers) as customers_rank,
    (select min(rank) from found_orders) as orders_rank,
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'plate', v.plate, 'formerPlate', ${formerPlate}, 'plateColour', v.plate_colour,
              'vin', v.vin, 'model', v.model, 'lastVisitOn', v.last_visit_on, 'ownerName', c.name,
              'ownerPhone', c.phone, 'openOrder', ${openOrder}) order by f.rank, f.at desc nulls last, f.id), '[]')
       from found_vehicles f
       join vehicles v on v.tenant_id = :tenant and v.id = f.id
       left join customers c on c.tenant_id = v.tenant_id and c.id = v.owner_id
        and c.org_path ^@ any(:scopes) and not (c.org_path ^@ any(:notShared)) and :seesCustomers) as vehicles,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'phone', c.phone,
              'lastVisitOn', c.last_visit_on, 'plates', array(
                select v.plate from vehicles v where v.tenant_id = :tenant and v.owner_id = c.id
                   and v.org_path ^@ any(:scopes) and not (v.org_path ^@ any(:notShared)) and v.plate <> ''
                 order by v.id limit 6))
              order by f.rank, f.at desc nulls last, f.id), '[]')
       from found_customers f
       join customers c on c.tenant_id = :tenant and c.id = f.id) as customers,
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
              'plate', v.plate, 'plateColour', v.plate_colour, 'customerName', c.name,
              'receivedAt', ${iso('o.received_at')}) order by f.rank, f.at desc, f.id), '[]')
       from found_orders f
       join service_orders o on o.tenant_id = :tenant and o.id = f.id
       join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
       left join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id and :seesCustomers) as orders`;

export interface SearchRow {
  vehiclesRank: number | null;
  customersRank: number | null;
  ordersRank: number | null;
  vehicles: FoundVehicle[];
  customers: FoundCustomer[];
  orders: FoundOrder[];
}

type Endings = 'orderNumber' | 'orderTail' | 'plateStart' | 'phoneStart' | 'initialsStart';
type MoreEndings = 'pinyinStart' | 'plateTail' | 'phoneTail' | 'vinTail' | 'nameStart';
/** What each branch looks for; NULL where the text typed cannot be that. */
type Formerly = 'formerPlate' | 'formerPlateStart' | 'formerPlateTail';
export type SearchValues = Record<Exclude<BranchName, 'grams' | Formerly>, string | null> &
  Record<`${Endings | MoreEndings}End`, string | null> & { grams: readonly string[] | null };

export const searchStatement = statement<
  SearchRow,
  SearchValues & { size: number; seesCustomers: boolean; seesOrders: boolean }
>('reception.search', searchSql, { isPlannedOnce: true });

export const runSearch = async (
  work: Work,
  values: SearchValues,
  given: { size: number; seesCustomers: boolean; seesOrders: boolean },
): Promise<SearchRow> => (await work.first(searchStatement, { ...values, ...given }))!;
