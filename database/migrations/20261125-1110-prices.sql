-- The shop's price list (明码标价, WSH-11, WSH-12): jobs with their standard hours, parts, labour rates. Each row is an
-- edition: it holds at its unit and below from its day on, until a later one of the same item; none is overwritten.
create table price_items (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  kind            text not null check (kind in ('job', 'part')),
  code            text not null collate "C" check (code <> ''),
  model           text not null collate "C" default '',
  valid_from      date not null,
  standing        text not null default 'offered' check (standing in ('offered', 'notOffered', 'asAbove')),
  name            text not null check (name <> ''),
  standard_hours  integer check (standard_hours between 0 and 100000),
  hours_source    text check (hours_source in ('maker', 'industry', 'shop')),
  work_grade      text not null default ''
    check (work_grade in ('', 'overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special')),
  rate_grade      text not null default '',
  price_fen       bigint check (price_fen >= 0),
  measure         text not null default '',
  origin          text check (origin in ('original', 'equivalent', 'repaired')),
  guarantee_days  integer check (guarantee_days between 0 and 10000),
  guarantee_km    integer check (guarantee_km between 0 and 9999999),
  grams           text[] not null default '{}',
  import_batch_id uuid,
  created_by      uuid,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  constraint price_items_job check (kind <> 'job' or (standard_hours is not null and hours_source is not null
    and origin is null and measure = '')),
  constraint price_items_part check (kind <> 'part' or (price_fen is not null and origin is not null and model = ''
    and standard_hours is null and hours_source is null and work_grade = '' and rate_grade = ''))
);
comment on column price_items.code is 'Number of the job or part, half-width and upper case: by kind, code and model an item is the same one.';
comment on column price_items.model is 'The vehicle model that the standard hours are for; empty for all.';
comment on column price_items.standing is 'notOffered: from that day on not to be had here; asAbove: from that day on as the unit above has it.';
comment on column price_items.standard_hours is 'In hundredths of an hour.';
comment on column price_items.hours_source is '机动车维修管理规定 art. 25: the maker''s, the industry''s, or the shop''s own as filed.';
comment on column price_items.rate_grade is 'Which labour rate it is counted with; empty for the usual one.';
comment on column price_items.price_fen is 'Of a part for one measure; of a job its fixed price, empty where hours and rate give it.';
comment on column price_items.origin is '机动车维修管理规定 art. 30: marked and priced apart.';
comment on column price_items.grams is 'Bigrams of code and name, for search by a fragment; written by the application.';
comment on column price_items.import_batch_id is 'The list that brought it in; empty for what was written by hand.';
alter table price_items add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table price_items add foreign key (tenant_id, created_by) references employees (tenant_id, id);
-- The list of a place, item by item, the nearest unit and its latest edition first.
create index price_items_editions on price_items
  (tenant_id, kind, code, model, org_path desc, valid_from desc, id desc);
create index price_items_code on price_items (tenant_id, code);
create index price_items_grams on price_items using gin (tenant_id, grams) with (fastupdate = off);
create index price_items_batch on price_items (tenant_id, import_batch_id) where import_batch_id is not null;
select protect_tenant('price_items');

-- What an hour costs, by unit and grade; as editions, too.
create table labour_rates (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  grade       text not null collate "C" default '',
  valid_from  date not null,
  rate_fen    bigint check (rate_fen >= 0),
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column labour_rates.grade is 'As the house calls it; empty for the usual one.';
comment on column labour_rates.rate_fen is 'Fen an hour; empty: from that day on as the unit above has it.';
alter table labour_rates add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table labour_rates add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index labour_rates_editions on labour_rates (tenant_id, grade, org_path desc, valid_from desc, id desc);
select protect_tenant('labour_rates', append_only => true);

-- Who quotes sees prices; who runs a house or a shop's service changes them.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{prices.see}'
     where tenant_id = house.id and not 'prices.see' = any(permissions)
       and key in ('owner', 'advisor', 'technician', 'inspector', 'followUpAgent', 'supervisor', 'cashier');
    update roles set permissions = permissions || '{prices.change}'
     where tenant_id = house.id and key = 'owner' and not 'prices.change' = any(permissions);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
