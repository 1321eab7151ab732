-- The regions of a house as a list of its own (ORG-03): shops are grouped by them, figures are cut by them.
create table regions (
  tenant_id  uuid not null,
  id         uuid not null,
  name       text not null check (name <> ''),
  version    integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select protect_tenant('regions');
comment on column org_units.region is 'The name of one of the house''s regions; it changes with that.';
create index org_units_in_region on org_units (tenant_id, region) where region is not null;

-- What the houses wrote so far are their regions.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    insert into regions (tenant_id, id, name, created_at, updated_at)
    select house.id, gen_random_uuid(), known.region, now(), now()
      from (select distinct region from org_units where tenant_id = house.id and region <> '') known;
    -- And those that the manual names, as every new house has them.
    insert into regions (tenant_id, id, name, created_at, updated_at)
    select house.id, gen_random_uuid(), named.region, now(), now()
      from unnest(array['西北', '东北', '川渝', '河南安徽', '湖北湖南', '江西福建', '浙江苏南', '广东广西海南', '山东河北']) as named (region)
    on conflict do nothing;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
