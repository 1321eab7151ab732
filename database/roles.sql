-- The three roles of decision 3; passwords are set by whoever starts the database.
do $$ begin
  if not exists (select from pg_roles where rolname = 'jingming_owner') then create role jingming_owner login nosuperuser nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'jingming_app') then create role jingming_app login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
  if not exists (select from pg_roles where rolname = 'jingming_report') then create role jingming_report login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
end $$;

-- In the database itself, by a superuser. Under row-level security an index serves only what is declared not to leak;
-- `@>` on text tells nothing of the rows it looks at. Without this, search by a piece of a name reads every row.
create extension if not exists btree_gin;
create extension if not exists btree_gist;
alter function arraycontains(anyarray, anyarray) leakproof;
