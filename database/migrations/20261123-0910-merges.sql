-- One person or car that is on file twice (ARC-05): found, joined, and taken apart again when it was a mistake.

alter table vehicles add column merged_into_id uuid;
comment on column vehicles.merged_into_id is 'Another record is this car: nothing hangs on this one any more, its address leads there.';
create index customers_merged on customers (tenant_id, merged_into_id) where merged_into_id is not null;
create index vehicles_merged on vehicles (tenant_id, merged_into_id) where merged_into_id is not null;

create table merges (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  kind        text not null check (kind in ('customer', 'vehicle')),
  kept_id     uuid not null,
  gone_id     uuid not null,
  state       text not null default 'done' check (state in ('done', 'undone')),
  before      jsonb not null,
  written     jsonb not null,
  undone_by   uuid,
  undone_at   timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  check (kept_id <> gone_id)
);
comment on column merges.before is 'Both records as they were: {kept, gone}, each by field.';
comment on column merges.written is 'What the merge wrote into the record that stays: by field. Undoing takes back only what still stands so.';
create index merges_kept on merges (tenant_id, kept_id, id desc);
create unique index merges_gone on merges (tenant_id, gone_id) where state = 'done';
create index merges_of_gone on merges (tenant_id, gone_id, id desc);
alter table merges add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('merges');

-- Exactly which references a merge turned, row by row. `former` holds what else of the row was changed.
create table merge_moves (
  tenant_id   uuid not null,
  merge_id    uuid not null,
  table_name  text not null,
  column_name text not null,
  row_id      uuid not null,
  former      jsonb not null default '{}',
  primary key (tenant_id, merge_id, table_name, column_name, row_id)
);
alter table merge_moves add foreign key (tenant_id, merge_id) references merges (tenant_id, id);
select protect_tenant('merge_moves', append_only => true);

-- Every column that leads to a customer or a vehicle and goes along with a merge. Foreign keys come from the
-- catalogue: a table made tomorrow goes along without a word here. What has no key is named, and what stays:
-- modules/duplicates/rules/references.ts says why, and a test compares.
create function moving_references(target text)
returns table (table_name text, column_name text, condition text) language sql stable set search_path = pg_catalog, public as $$
  select c.relname::text, a.attname::text, 'true'
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
   where k.contype = 'f' and cardinality(k.conkey) = 2
     and k.confrelid = case target when 'customer' then 'customers'::regclass when 'vehicle' then 'vehicles'::regclass end
     and c.relname <> 'erasures'
  union all
  select known.table_name, known.column_name, known.condition from (values
    ('customer', 'customers', 'merged_into_id', 'true'),
    ('customer', 'commitments', 'about_id', 'about_type = ''customer'''),
    ('customer', 'notices', 'about_id', 'about_type = ''customer'''),
    ('customer', 'messages', 'about_id', 'about_type = ''customer'''),
    ('customer', 'links', 'about_id', 'about_type = ''customer'''),
    ('customer', 'ledger_accounts', 'owner_id', 'owner_type = ''customer'''),
    ('vehicle', 'vehicles', 'merged_into_id', 'true'),
    ('vehicle', 'matters', 'vehicle_id', 'true'),
    ('vehicle', 'follow_up_calls', 'vehicle_id', 'true'),
    ('vehicle', 'commitments', 'about_id', 'about_type = ''vehicle'''),
    ('vehicle', 'notices', 'about_id', 'about_type = ''vehicle'''),
    ('vehicle', 'messages', 'about_id', 'about_type = ''vehicle'''),
    ('vehicle', 'links', 'about_id', 'about_type = ''vehicle'''),
    ('vehicle', 'ledger_accounts', 'owner_id', 'owner_type = ''vehicle''')
  ) as known (target, table_name, column_name, condition)
   where known.target = moving_references.target
$$;

-- By index, as everything that goes along is found.
create index follow_up_calls_of_vehicle on follow_up_calls (tenant_id, vehicle_id) where vehicle_id is not null;
create index matters_of_vehicle on matters (tenant_id, vehicle_id) where vehicle_id is not null;
create index messages_about on messages (tenant_id, about_id) where about_id is not null;
create index notices_about on notices (tenant_id, about_id);
create index commitments_about_id on commitments (tenant_id, about_id);

-- How many rows hang on each of these records, by table and column: for the preview. Sees what the caller's tenant has.
create function references_to(target text, ids uuid[])
returns table (id uuid, table_name text, column_name text, rows bigint) language plpgsql stable
set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  pointer record;
begin
  for pointer in select * from moving_references(target) loop
    return query execute format(
      'select %1$I, %2$L::text, %1$L::text, count(*) from %2$I where tenant_id = $1 and %1$I = any($2) and %3$s group by %1$I',
      pointer.column_name, pointer.table_name, pointer.condition) using tenant, ids;
  end loop;
end $$;
grant execute on function moving_references(text), references_to(text, uuid[]) to jingming_app;

-- Turns every reference of the record that is gone to the one that stays, and notes each. Ledgers give nothing up to the
-- application: this alone turns their pointers, and only between the two records of a merge that is on record. Run
-- again, it takes along what was written meanwhile. Row-level security holds here too.
create function move_references(merge uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  one merges%rowtype;
  pointer record;
  moved bigint;
  total bigint := 0;
begin
  select * into one from merges m where m.tenant_id = tenant and m.id = merge and m.state = 'done' for update;
  if not found then
    raise exception 'merge % is not in force', merge;
  end if;
  -- Of two running promises of one rule the one that falls due first holds; the other ends here.
  with other as (
    select g.id, g.state, k.id as kept, k.due_at as kept_due, g.due_at
      from commitments g
      join commitments k on k.tenant_id = tenant and k.rule = g.rule and k.about_type = g.about_type
                        and k.about_id = one.kept_id and k.state in ('open', 'paused')
     where g.tenant_id = tenant and g.about_id = one.gone_id and g.about_type = one.kind
       and g.state in ('open', 'paused')),
  loser as (
    select case when kept_due <= due_at then id else kept end as id from other),
  ended as (
    update commitments c set state = 'cancelled' from loser l
     where c.tenant_id = tenant and c.id = l.id
    returning c.id, old.state as former)
  insert into merge_moves select tenant, merge, 'commitments', 'state', e.id, jsonb_build_object('state', e.former)
    from ended e on conflict do nothing;
  for pointer in select * from moving_references(one.kind) loop
    execute format(
      'with turned as (update %1$I set %2$I = $3 where tenant_id = $1 and %2$I = $4 and %3$s
                        returning id)
       insert into merge_moves (tenant_id, merge_id, table_name, column_name, row_id)
       select $1, $2, %1$L, %2$L, id from turned on conflict do nothing',
      pointer.table_name, pointer.column_name, pointer.condition)
      using tenant, merge, one.kept_id, one.gone_id;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  return total;
end $$;

-- Gives back what a merge took along, where it still points to the record that stayed. What came later stays with it.
create function return_references(merge uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  one merges%rowtype;
  pointer record;
  moved bigint;
  total bigint := 0;
begin
  select * into one from merges m where m.tenant_id = tenant and m.id = merge and m.state = 'undone' for update;
  if not found then
    raise exception 'merge % is not undone', merge;
  end if;
  for pointer in select * from moving_references(one.kind) loop
    execute format(
      'update %1$I t set %2$I = $4 from merge_moves m
        where m.tenant_id = $1 and m.merge_id = $2 and m.table_name = %1$L and m.column_name = %2$L
          and t.tenant_id = $1 and t.id = m.row_id and t.%2$I = $3',
      pointer.table_name, pointer.column_name)
      using tenant, merge, one.kept_id, one.gone_id;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  update commitments c set state = m.former ->> 'state' from merge_moves m
   where m.tenant_id = tenant and m.merge_id = merge and m.table_name = 'commitments' and m.column_name = 'state'
     and c.tenant_id = tenant and c.id = m.row_id and c.state = 'cancelled'
     and not exists (select from commitments r where r.tenant_id = tenant and r.rule = c.rule
           and r.about_type = c.about_type and r.about_id = c.about_id and r.state in ('open', 'paused'));
  return total;
end $$;
-- What undoing would give back, and what came later and stays: ids are in the order of time.
create function undo_of_merge(merge uuid)
returns table (table_name text, column_name text, returning_rows bigint, staying_rows bigint) language plpgsql stable
set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  one merges%rowtype;
  pointer record;
begin
  select * into one from merges m where m.tenant_id = tenant and m.id = merge;
  for pointer in select * from moving_references(one.kind) loop
    return query execute format(
      'select %1$L::text, %2$L::text, count(m.row_id), count(*) filter (where m.row_id is null and t.id > $2)
         from %1$I t
         left join merge_moves m on m.tenant_id = $1 and m.merge_id = $2 and m.table_name = %1$L
                                and m.column_name = %2$L and m.row_id = t.id
        where t.tenant_id = $1 and t.%2$I = $3 and %3$s',
      pointer.table_name, pointer.column_name, pointer.condition) using tenant, merge, one.kept_id;
  end loop;
end $$;
grant execute on function undo_of_merge(uuid) to jingming_app;
revoke all on function move_references(uuid), return_references(uuid) from public;
grant execute on function move_references(uuid), return_references(uuid) to jingming_app;

-- Joining two files is a right of its own; who leads the house or its service had every right on the archive before.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{customers.merge}'
     where tenant_id = house.id and key in ('owner', 'supervisor') and not 'customers.merge' = any(permissions);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
