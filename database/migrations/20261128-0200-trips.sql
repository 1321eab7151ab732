-- Ways to the customer (取车、送车、上门维修、救援, WSH-13): somebody drives out, and what he did there is on record.
create table trips (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  kind           text not null check (kind in ('pickUp', 'sendBack', 'onSite', 'rescue')),
  state          text not null default 'asked' check (state in
                   ('asked', 'assigned', 'underWay', 'there', 'carTaken', 'done', 'failed', 'cancelled')),
  customer_id    uuid not null,
  vehicle_id     uuid not null,
  order_id       uuid,
  appointment_id uuid,
  contact_name   text not null default '',
  contact_phone  text not null default '',
  address        text not null,
  wish           text not null default '',
  arrive_by      timestamptz not null,
  driver_id      uuid,
  set_out_at     timestamptz,
  arrived_at     timestamptz,
  ended_at       timestamptz,
  end_reason     text not null default '',
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  constraint trips_driven check (driver_id is not null or state in ('asked', 'cancelled')),
  constraint trips_ended check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null))
);
comment on column trips.arrive_by is 'When he is to be there: as wished, for a rescue as promised.';
comment on column trips.end_reason is 'Why nothing came of it: nobody there, called off.';
alter table trips add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table trips add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table trips add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table trips add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table trips add foreign key (tenant_id, appointment_id) references appointments (tenant_id, id);
alter table trips add foreign key (tenant_id, driver_id) references employees (tenant_id, id);
alter table trips add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index trips_by_time on trips (tenant_id, arrive_by desc, id desc);
create index trips_open on trips (tenant_id, arrive_by, id) where state in ('asked', 'assigned', 'underWay', 'there', 'carTaken');
create index trips_of_driver on trips (tenant_id, driver_id, arrive_by)
  where state in ('assigned', 'underWay', 'there', 'carTaken');
create index trips_of_order on trips (tenant_id, order_id, arrive_by) where order_id is not null;
create index trips_of_appointment on trips (tenant_id, appointment_id) where appointment_id is not null;
create index trips_of_customer on trips (tenant_id, customer_id);
create index trips_of_vehicle on trips (tenant_id, vehicle_id);
create index trips_by on trips (tenant_id, created_by);
create index trips_driven_by on trips (tenant_id, driver_id);
select protect_tenant('trips');
