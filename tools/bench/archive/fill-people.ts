import { days, type Filling } from './fill.ts';
import { picks } from './names.ts';

/** The customer with two thousand entries, and the firm with three hundred cars. */
export const longFile = 5;
export const fleetOwner = 7;

const listed = (words: readonly string[], at: string) =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + ${at}]`;

const streets = [
  '鄱阳街',
  '珞喻路',
  '中北路',
  '钟家村',
  '关山大道',
  '建设大道',
  '古田二路',
  '和平大道',
];
const trades = {
  物流: ['wuliu', 'wl'],
  商贸: ['shangmao', 'sm'],
  建筑: ['jianzhu', 'jz'],
  科技: ['keji', 'kj'],
};

/** The shops, and everybody with a name, a phone and a day; then those whom two shops put on file each. */
export const people = (house: Filling) => ({
  shops: `
    update org_units set tier = 'headquarters', steps_given = ${house.shops} where tenant_id = ${house.tenant} and id = ${house.root};
    insert into org_units (tenant_id, id, parent_id, tier, code, name, path, created_at, updated_at)
    select ${house.tenant}, pg_temp.id_at(now(), ${house.base} + k, 0), ${house.root}, 'shop', 's' || k, '第' || k || '店', '1.' || k || '.', now(), now()
      from generate_series(1, ${house.shops}) k;
    insert into employees (tenant_id, id, org_unit_id, org_path, name, post, created_at, updated_at)
    select tenant_id, id, id, path, '顾问' || code, '服务顾问', now(), now() from org_units
     where tenant_id = ${house.tenant} and parent_id is not null;
    create temp table shops as select row_number() over (order by path)::integer as k, id, path from org_units
     where tenant_id = ${house.tenant} and parent_id is not null;
    analyze shops`,
  people: `
    create temp table people as
    select d.n, pg_temp.id_at(d.at, ${house.base} + d.n, 1) as id, h.id as org_unit_id, h.path as org_path, d.at, d.is_company,
      case when d.is_company then '武汉' || one.sign || two.sign || t.name || '有限公司'
           else s.sign || one.sign || case when d.is_long then two.sign else '' end end as name,
      case when d.is_company then 'wuhan' || one.spelt || two.spelt || t.spelt || 'youxiangongsi'
           else s.spelt || one.spelt || case when d.is_long then two.spelt else '' end end as pinyin,
      case when d.is_company then 'wh' || one.initial || two.initial || t.initial || 'yxgs'
           else s.initial || one.initial || case when d.is_long then two.initial else '' end end as initials,
      '1' || (3 + d.n % 7) || lpad((d.n * 387420489 % 999999937)::text, 9, '0') as phone,
      case when pg_temp.draw(d.n, 9, 10) < 7
           then '武汉市' || ${listed(streets, `d.n % ${streets.length}`)} || (1 + d.n / 8 % 900) || '号' || (1 + d.n / 7200) || '室'
           else '' end as address
      from (select n, ${house.until} - make_interval(days => 20) - (${house.customers} - n)::float8 / ${house.customers} * ${days - 20} * interval '1 day' as at,
              n = ${fleetOwner} or (n <> ${longFile} and pg_temp.draw(n, 1, 100) < 3) as is_company,
              pg_temp.draw(n, 2, 100) < 78 as is_long, pg_temp.draw(n, 3, ${picks}) as surname,
              pg_temp.draw(n, 4, ${picks}) as given, pg_temp.draw(n, 5, ${picks}) as second,
              case when n in (${longFile}, ${fleetOwner}) then 0 else pg_temp.draw(n, 6, ${house.shops}) end + 1 as shop
              from generate_series(1::bigint, ${house.customers}) n) d
      join shops h on h.k = d.shop
      join surnames s on s.pick = d.surname join signs one on one.pick = d.given join signs two on two.pick = d.second
      join (values ${Object.entries(trades)
        .map(([name, [full, initial]], at) => `(${at}, '${name}', '${full}', '${initial}')`)
        .join(', ')}) t (k, name, spelt, initial) on t.k = d.n % 4;
    create unique index on people (n);
    analyze people`,
  // Half of what is planted: a person whom another shop put on file again, with his name and phone.
  twins: `
    update people again set name = first.name, pinyin = first.pinyin, initials = first.initials, phone = first.phone,
           is_company = first.is_company, address = ''
      from people first where first.n between 1001 and 1000 + ${house.planted / 2} and again.n = first.n + ${house.customers / 2};
    analyze people`,
});

/** They go on file when it is known when they were last seen. */
export const customersOnFile = (house: Filling) => `
  insert into customers (tenant_id, id, org_unit_id, org_path, kind, name, salutation, name_pinyin, name_initials, phone,
    address, wishes, source, first_seen_on, last_visit_on, grams, created_at, updated_at)
  select ${house.tenant}, p.id, p.org_unit_id, p.org_path, case when p.is_company then 'company' else 'person' end, p.name,
    case when p.is_company then '' when p.n % 2 = 0 then 'mr' else 'ms' end, p.pinyin, p.initials, p.phone, p.address,
    case when p.n % 3 = 0 then '保养提醒' else '' end, case when pg_temp.draw(p.n, 7, 100) < 4 then 'enquiry' else 'visit' end,
    p.at::date, v.last_on,
    case when p.is_company then pg_temp.grams(p.name)
         when length(p.name) = 2 then array[substr(p.name, 1, 1), p.name, substr(p.name, 2, 1)]
         else array[substr(p.name, 1, 1), substr(p.name, 1, 2), substr(p.name, 2, 1), substr(p.name, 2, 2), substr(p.name, 3, 1)] end, p.at, coalesce(v.last_on, p.at::date)
    from people p left join (select owner_id, max(at)::date as last_on from stays where i > 0 group by owner_id) v on v.owner_id = p.id
   order by p.n;
  insert into consents (tenant_id, id, customer_id, purpose, channel, given, evidence, at)
  select ${house.tenant}, pg_temp.id_at(p.at, ${house.base} + p.n, 7), p.id,
    case when p.n % 3 = 0 then 'marketing' else 'service' end, 'any', p.n % 7 <> 0, '进厂登记时当面同意', p.at
    from people p order by p.n;
  insert into memberships (tenant_id, id, org_unit_id, org_path, customer_id, number, joined_on, tier, tier_since, created_at, updated_at)
  select ${house.tenant}, pg_temp.id_at(p.at, ${house.base} + p.n, 8), p.org_unit_id, p.org_path, p.id, 'HY' || lpad(p.n::text, 8, '0'),
    p.at::date, (array['basic', 'silver', 'gold'])[1 + pg_temp.draw(p.n, 8, 3)], p.at::date, p.at, p.at
    from people p where pg_temp.draw(p.n, 10, 100) < 15 order by p.n;
  insert into ledger_accounts (tenant_id, id, org_unit_id, org_path, kind, owner_type, owner_id, unit, balance, created_at, updated_at)
  select tenant_id, id, org_unit_id, org_path, 'members.points', 'membership', id, 'point', spent_fen, created_at, updated_at
    from memberships where tenant_id = ${house.tenant}`;
