create table vehicles (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  plate         text not null default '',
  plate_type    text not null default 'none' check (plate_type in (
                  'ordinary', 'newEnergySmall', 'newEnergyLarge', 'trailer', 'learner', 'police', 'hongKongMacao',
                  'embassy', 'consulate', 'emergency', 'other', 'none')),
  plate_tail    text not null generated always as (reverse(plate)) stored,
  plate_colour  text not null default 'blue' check (plate_colour in ('blue', 'green', 'yellow', 'yellowGreen', 'white', 'black')),
  vin           text not null default '',
  vin_tail      text not null generated always as (reverse(vin)) stored,
  vin_warning   text not null default '',
  model         text not null default '',
  vehicle_type  text not null default '',
  owner_id      uuid,
  mileage_km    integer,
  mileage_on    date,
  first_registered_on date,
  maintenance_items text not null default '',
  interval_months integer,
  interval_km   integer,
  next_due_on   date,
  next_due_km   integer,
  next_due_why  jsonb,
  history_note  text not null default '',
  remark        text not null default '',
  last_visit_on date,
  grams         text[] not null default '{}',
  import_batch_id uuid,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id)
);
comment on column vehicles.owner_id is 'The customer who owns it now; former owners are in vehicle_owners.';
comment on column vehicles.history_note is '维修保养历史 as brought in from paper or an older program.';
create unique index vehicles_plate on vehicles (tenant_id, org_unit_id, plate) where plate <> '';
create index vehicles_plate_prefix on vehicles (tenant_id, plate text_pattern_ops, id);
create index vehicles_plate_tail on vehicles (tenant_id, plate_tail text_pattern_ops, id);
create index vehicles_vin on vehicles (tenant_id, vin) where vin <> '';
create index vehicles_vin_tail on vehicles (tenant_id, vin_tail text_pattern_ops, id) where vin <> '';
-- Entries go in at once: read from a pending list, every search would take up to 35 ms longer.
create index vehicles_grams on vehicles using gin (tenant_id, grams) with (fastupdate = off);
create index vehicles_of_owner on vehicles (tenant_id, owner_id, id);
create index vehicles_due on vehicles (tenant_id, next_due_on, id) where next_due_on is not null;
create index vehicles_batch on vehicles (tenant_id, import_batch_id) where import_batch_id is not null;
alter table vehicles add foreign key (tenant_id, owner_id) references customers (tenant_id, id);
select protect_tenant('vehicles');

create index contacts_of_vehicle on contacts (tenant_id, vehicle_id) where vehicle_id is not null;
alter table contacts add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);

-- Who owned it and which plate it bore, from when to when (ARC-05): nothing is overwritten.
create table vehicle_owners (
  tenant_id   uuid not null,
  id          uuid not null,
  vehicle_id  uuid not null,
  customer_id uuid not null,
  plate       text not null default '',
  from_on     date not null,
  until_on    date,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index vehicle_owners_of on vehicle_owners (tenant_id, vehicle_id, from_on desc);
create index vehicle_owners_by on vehicle_owners (tenant_id, customer_id);
alter table vehicle_owners add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table vehicle_owners add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('vehicle_owners');

create table mileage_readings (
  tenant_id  uuid not null,
  id         uuid not null,
  vehicle_id uuid not null,
  mileage_km integer not null check (mileage_km >= 0),
  read_on    date not null,
  source     text not null check (source in ('visit', 'import', 'call', 'correction')),
  source_id  uuid,
  reason     text not null default '',
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index mileage_readings_of on mileage_readings (tenant_id, vehicle_id, read_on desc, id desc);
alter table mileage_readings add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
select protect_tenant('mileage_readings');
