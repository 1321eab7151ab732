-- The tree changes: units stand in an order, move below another, are closed and opened again (ORG-01). A step of a path is
-- given out once and never again, so that a path that was left always means the unit that left it.
alter table org_units
  add column position integer not null default 0,
  add column steps_given integer not null default 0 check (steps_given >= 0),
  add column closed_at timestamptz;
comment on column org_units.position is 'Place among its siblings; those of one place stand by their path.';
comment on column org_units.steps_given is 'How many steps of the path were given out below it so far.';
comment on column org_units.closed_at is 'Since then nothing new is made here; what is there stays to be read.';
create index org_units_below on org_units (tenant_id, parent_id, position, path);

alter table org_units no force row level security;
update org_units u set steps_given = c.children
  from (select tenant_id, parent_id, count(*) as children from org_units group by tenant_id, parent_id) c
 where c.tenant_id = u.tenant_id and c.parent_id = u.id;
update org_units u set position = s.at
  from (select tenant_id, id, row_number() over (partition by tenant_id, parent_id order by path) as at from org_units) s
 where s.tenant_id = u.tenant_id and s.id = u.id;
alter table org_units force row level security;

-- Where a unit stood before. Records carry their unit's path; the audit, which is never rewritten, keeps the former one.
create table former_places (
  tenant_id   uuid not null,
  path        text not null collate "C",
  org_unit_id uuid not null,
  left_at     timestamptz not null,
  primary key (tenant_id, path)
);
alter table former_places add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
create index former_places_of on former_places (tenant_id, org_unit_id);
create index former_places_left on former_places (tenant_id, left_at);
select protect_tenant('former_places', append_only => true);

-- Every column that says where in the tree a record stands, from the catalogue: a table made tomorrow goes along without
-- a word here. The audit stays as it was written: its chain would break.
create function place_columns() returns table (table_name text, column_name text)
language sql stable set search_path = pg_catalog, public as $$
  select c.relname::text, a.attname::text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid, 'pg_class') = 'tenant'
     and a.attname in ('org_path', 'scope_path') and c.relname <> 'audit_entries'
   order by c.relname
$$;

-- How many records stand at a place or below it, of the caller's tenant: for the preview of a move.
create function records_below(place text) returns bigint language plpgsql stable set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  holder record;
  held bigint;
  total bigint := 0;
begin
  for holder in select * from place_columns() loop
    execute format('select count(*) from %1$I where tenant_id = $1 and %2$I ^@ $2', holder.table_name, holder.column_name)
      into held using tenant, place;
    total := total + held;
  end loop;
  return total;
end $$;

-- Takes every record that still stands where a unit stood before to where that unit stands now: after a move, and again
-- for what was under way meanwhile. It says nothing of who may move what, and cannot put a record anywhere else.
-- Ledgers give nothing up to the application: this alone turns their place. Row-level security holds here too.
create function take_places_along(since timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  holder record;
  moved bigint;
  total bigint := 0;
begin
  for holder in select * from place_columns() loop
    execute format(
      'update %1$I t set %2$I = u.path
         from former_places f join org_units u on u.tenant_id = f.tenant_id and u.id = f.org_unit_id
        where f.tenant_id = $1 and f.left_at >= $2 and t.tenant_id = $1 and t.%2$I = f.path',
      holder.table_name, holder.column_name) using tenant, since;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  return total;
end $$;
revoke all on function take_places_along(timestamptz) from public;
grant execute on function place_columns(), records_below(text), take_places_along(timestamptz) to jingming_app;
