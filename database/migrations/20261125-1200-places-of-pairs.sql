-- Whoever sees a part of the tree reads the pairs of that part alone (ARC-05): each pair knows where both its records stand.
alter table duplicate_pairs add column one_path text collate "C", add column other_path text collate "C";
alter table duplicate_pairs no force row level security;
alter table customers no force row level security;
alter table vehicles no force row level security;
update duplicate_pairs p set one_path = a.org_path, other_path = b.org_path
  from customers a, customers b
 where p.kind = 'customer' and a.tenant_id = p.tenant_id and a.id = p.one_id and b.tenant_id = p.tenant_id and b.id = p.other_id;
update duplicate_pairs p set one_path = a.org_path, other_path = b.org_path
  from vehicles a, vehicles b
 where p.kind = 'vehicle' and a.tenant_id = p.tenant_id and a.id = p.one_id and b.tenant_id = p.tenant_id and b.id = p.other_id;
delete from duplicate_pairs where one_path is null;
alter table duplicate_pairs force row level security;
alter table customers force row level security;
alter table vehicles force row level security;
alter table duplicate_pairs alter column one_path set not null, alter column other_path set not null;
create index duplicate_pairs_of_place on duplicate_pairs (tenant_id, one_path, score, id) include (other_path, kind) where state = 'open';

-- Both places of a pair go along when a unit moves, as every place does. A pair is no record that stands somewhere: it is
-- not counted before a move.
create or replace function place_columns() returns table (table_name text, column_name text)
language sql stable set search_path = pg_catalog, public as $$
  select c.relname::text, a.attname::text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid, 'pg_class') = 'tenant'
     and (a.attname in ('org_path', 'scope_path') or (c.relname = 'duplicate_pairs' and a.attname in ('one_path', 'other_path')))
     and c.relname <> 'audit_entries'
   order by c.relname, a.attname
$$;

create or replace function records_below(place text) returns bigint language plpgsql stable set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  holder record;
  held bigint;
  total bigint := 0;
begin
  for holder in select * from place_columns() where column_name in ('org_path', 'scope_path') loop
    execute format('select count(*) from %1$I where tenant_id = $1 and %2$I ^@ $2', holder.table_name, holder.column_name)
      into held using tenant, place;
    total := total + held;
  end loop;
  return total;
end $$;
