-- What the complaints of a unit and month come to: figures of months and years read sums, not complaints. A mark says that
-- one of them changed since; until the unit's month is counted anew, its complaints themselves are read.
create table complaint_counts (
  tenant_id   uuid not null,
  id          uuid not null,
  dimension   text not null check (dimension in ('received', 'figure', 'clock', 'kind', 'cause', 'advisor', 'technician', 'model')),
  month       date not null check (extract(day from month) = 1),
  org_unit_id uuid not null,
  key         text not null,
  about_path  text not null collate "C",
  org_path    text not null collate "C",
  amount      bigint not null check (amount <> 0),
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column complaint_counts.month is 'First day of the month in which they were received, by the house’s calendar.';
comment on column complaint_counts.about_path is 'Where the order or the car stands that the key is taken from: who does not see it is not told the key.';
comment on column complaint_counts.amount is 'Complaints, points, terms; of the key costFen money.';
create index complaint_counts_of_months on complaint_counts (tenant_id, dimension, month, org_unit_id)
  include (key, about_path, org_path, amount);
alter table complaint_counts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);

create table complaint_count_marks (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  month       date not null check (extract(day from month) = 1),
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index complaint_count_marks_of_month on complaint_count_marks (tenant_id, month, org_unit_id);
alter table complaint_count_marks add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);

-- A unit's month is counted without a look at the other units.
create index complaints_of_unit on complaints (tenant_id, org_unit_id, received_at);
-- What is late by now is asked of those that are open; they are few.
create index complaints_unclosed on complaints (tenant_id, received_at)
  include (org_path, due_at, receipt_due_at, receipt_told_at) where closed_at is null;

-- What there was before is counted in the first night.
alter table complaints no force row level security;
insert into complaint_count_marks (tenant_id, id, org_unit_id, month, created_at)
select tenant_id, uuidv7(), org_unit_id, month, now() from (
  select distinct tenant_id, org_unit_id, date_trunc('month', received_at at time zone 'Asia/Shanghai')::date as month from complaints) m;
alter table complaints force row level security;
select protect_tenant('complaint_counts');
select protect_tenant('complaint_count_marks');

-- Where a name is taken from goes along with its unit, too.
create or replace function place_columns() returns table (table_name text, column_name text)
language sql stable set search_path = pg_catalog, public as $$
  select c.relname::text, a.attname::text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid, 'pg_class') = 'tenant'
     and (a.attname in ('org_path', 'scope_path') or (c.relname, a.attname) in
       (('duplicate_pairs', 'one_path'), ('duplicate_pairs', 'other_path'), ('complaint_counts', 'about_path')))
     and c.relname <> 'audit_entries'
   order by c.relname, a.attname
$$;
