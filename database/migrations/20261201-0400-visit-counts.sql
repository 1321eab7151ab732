-- How many visits a unit received on a day, as a sum of entries: figures over years read days, not orders. An entry is
-- added with what it counts, in the same transaction; each night the entries of a day become one.
create table visit_counts (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  day         date not null,
  visits      integer not null check (visits <> 0),
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column visit_counts.day is 'Of the house’s calendar.';
comment on column visit_counts.visits is 'One for a car received, minus one for an order called off; many after the night.';
-- A span of days is one scan of an index alone.
create index visit_counts_of_days on visit_counts (tenant_id, day) include (org_path, visits);
alter table visit_counts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);

alter table service_orders no force row level security;
insert into visit_counts (tenant_id, id, org_unit_id, org_path, day, visits, created_at)
select tenant_id, uuidv7(), org_unit_id, org_path, (received_at at time zone 'Asia/Shanghai')::date, count(*), now()
  from service_orders where state <> 'cancelled'
 group by tenant_id, org_unit_id, org_path, (received_at at time zone 'Asia/Shanghai')::date;
alter table service_orders force row level security;
select protect_tenant('visit_counts');
