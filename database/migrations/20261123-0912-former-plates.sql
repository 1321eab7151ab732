-- Plates that a car bore before (ARC-05), also while nobody was known to own it: an old plate still finds the car.
create table former_plates (
  tenant_id  uuid not null,
  id         uuid not null,
  vehicle_id uuid not null,
  plate      text not null,
  plate_tail text not null generated always as (reverse(plate)) stored,
  until_on   date not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index former_plates_of on former_plates (tenant_id, vehicle_id, until_on desc);
create index former_plates_plate on former_plates (tenant_id, plate text_pattern_ops, vehicle_id);
create index former_plates_tail on former_plates (tenant_id, plate_tail text_pattern_ops, vehicle_id);
alter table former_plates add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
select protect_tenant('former_plates');

do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    insert into former_plates (tenant_id, id, vehicle_id, plate, until_on, created_at)
    select distinct on (o.vehicle_id, o.plate) o.tenant_id, o.id, o.vehicle_id, o.plate, o.until_on, o.created_at
      from vehicle_owners o join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     where o.tenant_id = house.id and o.plate <> '' and o.plate <> v.plate and o.until_on is not null
     order by o.vehicle_id, o.plate, o.until_on desc;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
