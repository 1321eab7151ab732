-- The two tables that grow with every act, the audit and the messages, may lie by month in a house that has become large, so
-- that old months can be exported and dropped (scale 9). By the id and not by a column beside it: an id begins with its
-- millisecond, and every key and reference stays as it is. A house begins with it when it wants to (`npm run months`).
create schema months;
comment on schema months is 'The parts of tables that lie by month; nobody reads them but through their table.';

-- The smallest id of an instant.
create function first_id_at(instant timestamptz) returns uuid
language sql immutable as $$
  select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Makes the months to come of the tables that lie by month; does nothing in a house where none does. What no month is made
-- for goes into the part for the rest, so that nothing is ever refused for the lack of a month.
create function make_months(ahead integer) returns integer
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
  of_table record;
  bound uuid;
  begins timestamptz;
  part text;
  made integer := 0;
  holds boolean;
begin
  for of_table in
    select c.oid, c.relname::text as name from pg_class c
     where c.relkind = 'p' and c.relnamespace = 'public'::regnamespace order by c.relname
  loop
    loop
      select max(substring(pg_get_expr(p.relpartbound, p.oid) from 'TO \(''([0-9a-f-]{36})''\)'))::uuid into bound
        from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = of_table.oid;
      begins := to_timestamp(('x' || left(replace(bound::text, '-', ''), 12))::bit(48)::bigint / 1000.0);
      exit when begins > date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + make_interval(months => ahead);
      part := of_table.name || to_char(begins at time zone 'UTC', '_YYYY_MM');
      -- A clock that once stood in a later year left rows of that month with the rest: there they stay.
      execute format('select exists (select from months.%I where id >= %L and id < %L)', of_table.name || '_rest', bound,
                     first_id_at(begins + interval '1 month')) into holds;
      exit when holds;
      execute format('create table months.%I (like public.%I including defaults including constraints)', part, of_table.name);
      execute format('alter table public.%I attach partition months.%I for values from (%L) to (%L)', of_table.name, part,
                     bound, first_id_at(begins + interval '1 month'));
      made := made + 1;
    end loop;
  end loop;
  return made;
exception when lock_not_available then
  -- Somebody works there: there is time until the month begins.
  return 0;
end $$;
revoke all on function make_months(integer) from public;
grant execute on function make_months(integer) to jingming_app;

-- Months that were exported and dropped, with what their files have to be. Signed with the audit's key: who only has the
-- database cannot take a month away and call it exported.
create table dropped_months (
  table_name text not null,
  month      date not null,
  rows       bigint not null check (rows >= 0),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  dropped_at timestamptz not null,
  signature  bytea not null,
  primary key (table_name, month)
);
select open_table('dropped_months', 'global', 'select');
grant select on dropped_months to jingming_report;

-- What lies by month goes along with its unit, too.
create or replace function place_columns() returns table (table_name text, column_name text)
language sql stable set search_path = pg_catalog, public as $$
  select c.relname::text, a.attname::text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and obj_description(c.oid, 'pg_class') = 'tenant'
     and (a.attname in ('org_path', 'scope_path') or (c.relname, a.attname) in
       (('duplicate_pairs', 'one_path'), ('duplicate_pairs', 'other_path'), ('complaint_counts', 'about_path')))
     and c.relname <> 'audit_entries'
   order by c.relname, a.attname
$$;
