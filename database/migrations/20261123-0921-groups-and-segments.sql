-- Where each customer stands (客户评比): active, sleeping or lost by three published formulas, by value and by recency.
-- Reckoned anew every night and after each visit, from customers and orders: so without foreign keys, as proposals are.
create table customer_standings (
  tenant_id     uuid not null,
  customer_id   uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  last_visit_on date,
  year_visits     integer not null,
  year_spend_fen bigint not null,
  two_year_spend_fen bigint not null,
  interval_days integer,
  by_months     text not null check (by_months in ('active', 'sleeping', 'lost', 'never')),
  by_interval   text not null check (by_interval in ('active', 'sleeping', 'lost', 'never')),
  by_visits     text not null check (by_visits in ('active', 'sleeping', 'lost', 'never')),
  standing      text not null check (standing in ('active', 'sleeping', 'lost', 'never')),
  formula       text not null check (formula in ('months', 'interval', 'visits')),
  value_class   text not null check (value_class in ('high', 'middle', 'low', 'none')),
  since_on      date not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, customer_id)
);
comment on column customer_standings.interval_days is 'The median of days between his own visits; null below three visits.';
comment on column customer_standings.standing is 'By the formula that the tenant chose; the three beside it are for comparison.';
-- Figures of the whole house and of one shop are each one scan of an index alone.
create index customer_standings_figures on customer_standings
  (tenant_id, org_path, standing, value_class, by_months, by_interval, by_visits, last_visit_on);
create index customer_standings_spend on customer_standings (tenant_id, standing, year_spend_fen desc, customer_id);
select protect_tenant('customer_standings');

-- Who changed from one group to another, and when: nobody goes to sleep unseen.
create table standing_changes (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  customer_id   uuid not null,
  from_standing text not null,
  to_standing   text not null,
  formula       text not null,
  on_date       date not null,
  primary key (tenant_id, id)
);
create index standing_changes_recent on standing_changes (tenant_id, to_standing, on_date desc, id desc);
create index standing_changes_of on standing_changes (tenant_id, customer_id, on_date desc);
select protect_tenant('standing_changes', append_only => true);

-- A saved question about customers: its conditions are data, never SQL.
create table segments (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  name        text not null check (name <> ''),
  owner_id    uuid not null,
  is_shared   boolean not null default false,
  conditions  jsonb not null,
  removed_at  timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index segments_listed on segments (tenant_id, id desc) where removed_at is null;
select protect_tenant('segments');

-- Calls planned for a segment at once: what was asked for, how many came of it.
create table segment_plans (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  segment_id  uuid not null,
  conditions  jsonb not null,
  topic       text not null,
  is_offer    boolean not null,
  budget      integer not null check (budget > 0),
  planned     integer not null,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index segment_plans_of on segment_plans (tenant_id, segment_id, id desc);
alter table segment_plans add foreign key (tenant_id, segment_id) references segments (tenant_id, id);
alter table follow_ups add foreign key (tenant_id, plan_id) references segment_plans (tenant_id, id);
select protect_tenant('segment_plans', append_only => true);

-- A round of the customer rating (客户评比): period, criterion, and once frozen the ranking as it was.
create table rating_rounds (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  name        text not null check (name <> ''),
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  criterion   text not null check (criterion in ('spend', 'visits')),
  places      integer not null check (places between 1 and 1000),
  frozen_at   timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index rating_rounds_recent on rating_rounds (tenant_id, id desc);
select protect_tenant('rating_rounds');

create table rating_entries (
  tenant_id   uuid not null,
  id          uuid not null,
  round_id    uuid not null,
  rank        integer not null,
  customer_id uuid not null,
  visits      integer not null,
  spend_fen   bigint not null,
  primary key (tenant_id, id)
);
create index rating_entries_of on rating_entries (tenant_id, round_id, rank, customer_id);
create index rating_entries_of_customer on rating_entries (tenant_id, customer_id);
alter table rating_entries add foreign key (tenant_id, round_id) references rating_rounds (tenant_id, id);
alter table rating_entries add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('rating_entries', append_only => true);
create index service_orders_left on service_orders (tenant_id, delivered_at, customer_id) where delivered_at is not null;
