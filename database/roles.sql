-- The three roles of decision 3; passwords are set by whoever starts the database.
do $$ begin
  if not exists (select from pg_roles where rolname = 'jingming_owner') then create role jingming_owner login nosuperuser nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'jingming_app') then create role jingming_app login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
  if not exists (select from pg_roles where rolname = 'jingming_report') then create role jingming_report login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
end $$;
