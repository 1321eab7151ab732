-- The appointment book (预约, WSH-02, WSH-13): bays, the hours that teams work, and what was booked into them.
-- Two bookings of one bay at one time are refused by the database itself; hours of a day by a counter that is locked.
create extension if not exists btree_gist;

create table bays (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  name        text not null check (name <> ''),
  kind        text not null check (kind in ('general', 'repair', 'body', 'paint', 'inspection', 'wash')),
  position    integer not null default 0,
  used_from   date not null,
  used_until  date check (used_until >= used_from),
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column bays.kind is 'Which work it is for; general: any.';
comment on column bays.used_until is 'The last day on which it is in use; empty: until further notice.';
alter table bays add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
create unique index bays_name on bays (tenant_id, org_unit_id, name);
create index bays_of_unit on bays (tenant_id, org_unit_id, position, id);
select protect_tenant('bays');

-- Out of order: nothing is booked into it meanwhile.
create table bay_outages (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  bay_id      uuid not null,
  from_at     timestamptz not null,
  until_at    timestamptz check (until_at >= from_at),
  reason      text not null check (reason <> ''),
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column bay_outages.until_at is 'Empty: until further notice.';
alter table bay_outages add foreign key (tenant_id, bay_id) references bays (tenant_id, id);
create index bay_outages_of_bay on bay_outages (tenant_id, bay_id, from_at);
select protect_tenant('bay_outages');

-- How many minutes a team works: on a day of the week, or on one date that differs.
create table team_hours (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  team        text not null check (team in ('repair', 'body', 'paint', 'inspection', 'wash')),
  weekday     smallint check (weekday between 1 and 7),
  on_date     date,
  minutes     integer not null check (minutes between 0 and 100000),
  reason      text not null default '',
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  constraint team_hours_when check (num_nonnulls(weekday, on_date) = 1)
);
alter table team_hours add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
create unique index team_hours_weekly on team_hours (tenant_id, org_unit_id, team, weekday) where weekday is not null;
create unique index team_hours_dated on team_hours (tenant_id, org_unit_id, team, on_date) where on_date is not null;
select protect_tenant('team_hours');

-- What is booked of a team's day. Whoever books takes it from here, and finds the row locked while another does.
create table team_days (
  tenant_id      uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  team           text not null check (team in ('repair', 'body', 'paint', 'inspection', 'wash')),
  on_date        date not null,
  booked_minutes integer not null check (booked_minutes >= 0),
  primary key (tenant_id, org_unit_id, team, on_date)
);
select protect_tenant('team_days');

create table appointments (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  customer_id     uuid,
  vehicle_id      uuid,
  name            text not null default '',
  phone           text not null default '',
  plate           text not null default '',
  place           text not null default '',
  wish            text not null check (wish <> ''),
  kind            text not null check (kind in ('maintenance', 'repair', 'body', 'paint', 'inspection', 'wash')),
  team            text not null check (team in ('repair', 'body', 'paint', 'inspection', 'wash')),
  way             text not null check (way in ('walkIn', 'phone', 'web', 'message')),
  fetching        text not null default 'sendIn' check (fetching in ('sendIn', 'pickUp', 'onSite')),
  planned_minutes integer not null check (planned_minutes between 0 and 30000),
  starts_at       timestamptz not null,
  ends_at         timestamptz not null check (ends_at >= starts_at),
  loads           jsonb not null default '[]',
  bay_id          uuid,
  advisor_id      uuid,
  parts           text not null default 'notNeeded' check (parts in ('notNeeded', 'needed', 'ordered', 'there')),
  parts_note      text not null default '',
  state           text not null default 'booked' check (state in
                    ('booked', 'confirmed', 'arrived', 'received', 'noShow', 'cancelled')),
  times_moved     integer not null default 0,
  arrived_at      timestamptz,
  taken_by        uuid,
  called_at       timestamptz,
  order_id        uuid,
  cancel_reason   text not null default '',
  version         integer not null default 1,
  created_by      uuid,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  constraint appointments_bay_once exclude using gist
    (tenant_id with =, bay_id with =, tstzrange(starts_at, ends_at) with &&)
    where (bay_id is not null and state in ('booked', 'confirmed', 'arrived', 'received'))
);
comment on column appointments.name is 'Who comes, where nobody on file is meant.';
comment on column appointments.place is 'Where he is fetched or served (pickUp, onSite).';
comment on column appointments.ends_at is 'When the planned minutes are over, by the shop''s calendar.';
comment on column appointments.loads is 'What it takes of which day: [{"on", "minutes"}]; given back when it falls away.';
comment on column appointments.called_at is 'When he was called after he had not come.';
comment on column appointments.order_id is 'The order that it became.';
alter table appointments add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table appointments add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table appointments add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table appointments add foreign key (tenant_id, bay_id) references bays (tenant_id, id);
alter table appointments add foreign key (tenant_id, advisor_id) references employees (tenant_id, id);
create index appointments_of_unit on appointments (tenant_id, org_unit_id, starts_at, id);
create index appointments_by_time on appointments (tenant_id, starts_at, id);
create index appointments_waiting on appointments (tenant_id, arrived_at, id) where state = 'arrived';
create index appointments_missed on appointments (tenant_id, starts_at, id) where state = 'noShow';
create index appointments_of_customer on appointments (tenant_id, customer_id, starts_at desc);
create index appointments_of_vehicle on appointments (tenant_id, vehicle_id, starts_at desc);
create index appointments_of_plate on appointments (tenant_id, plate, starts_at desc) where vehicle_id is null;
create index appointments_of_advisor on appointments (tenant_id, advisor_id)
  where state in ('booked', 'confirmed', 'arrived', 'noShow');
select protect_tenant('appointments');

-- What was agreed, moved and said, in order.
create table appointment_entries (
  tenant_id      uuid not null,
  id             uuid not null,
  appointment_id uuid not null,
  position       integer not null,
  step           text not null check (step <> ''),
  from_state     text not null default '',
  to_state       text not null,
  former_at      timestamptz,
  starts_at      timestamptz not null,
  note           text not null default '',
  by_id          uuid,
  at             timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, appointment_id, position)
);
comment on column appointment_entries.former_at is 'For when it was booked before, where it was moved.';
alter table appointment_entries add foreign key (tenant_id, appointment_id) references appointments (tenant_id, id);
select protect_tenant('appointment_entries');
