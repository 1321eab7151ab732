-- Calls that come in, visits in person and calls back (FUP-06, FUP-10): who, by which number, when, what came of it.
create table phone_calls (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  direction     text not null check (direction in ('in', 'out', 'visit')),
  state         text not null check (state in
                  ('ringing', 'talking', 'ended', 'missed', 'taken', 'settled', 'recorded')),
  number        text not null default '',
  caller_name   text not null default '',
  customer_id   uuid,
  vehicle_id    uuid,
  outside_id    text,
  extensions    text[] not null default '{}',
  owner_id      uuid,
  first_id      uuid,
  call_id       uuid,
  complaint_id  uuid,
  started_at    timestamptz not null,
  answered_at   timestamptz,
  ended_at      timestamptz,
  call_back_by  timestamptz,
  tries         integer not null default 0 check (tries >= 0),
  result        text not null default '' check (result in ('', 'talked', 'noAnswer', 'busy', 'wrongNumber', 'nuisance')),
  note          text not null default '',
  is_announced  boolean,
  recording_url text not null default '',
  file_id       uuid,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check (state <> 'recorded' or result <> ''),
  check (state not in ('missed', 'taken') or (direction = 'in' and answered_at is null))
);
comment on column phone_calls.number is 'In the stored form of telephones where it is one; empty: withheld.';
comment on column phone_calls.outside_id is 'What the telephone system calls it, behind the unit whose system it is.';
comment on column phone_calls.extensions is 'Whose telephones rang.';
comment on column phone_calls.owner_id is 'Who answered, dialled, or has taken it to call back.';
comment on column phone_calls.first_id is 'The missed call that this one answers.';
comment on column phone_calls.call_id is 'The talk in the register of follow-up calls (追踪服务记录表).';
comment on column phone_calls.tries is 'How often it was called back without reaching anybody.';
comment on column phone_calls.is_announced is 'Whether the recording was announced at its beginning; null: nothing was recorded.';
comment on column phone_calls.recording_url is 'Where the telephone system holds the recording until it is fetched.';
create unique index phone_calls_outside on phone_calls (tenant_id, outside_id) where outside_id is not null;
create index phone_calls_live on phone_calls (tenant_id, started_at) where state in ('ringing', 'talking');
create index phone_calls_owed on phone_calls (tenant_id, id desc) where state in ('missed', 'taken');
create index phone_calls_unrecorded on phone_calls (tenant_id, id desc) where state in ('ringing', 'talking', 'ended');
create index phone_calls_of_number on phone_calls (tenant_id, number, id desc);
create index phone_calls_of_customer on phone_calls (tenant_id, customer_id, id desc) where customer_id is not null;
create index phone_calls_of_vehicle on phone_calls (tenant_id, vehicle_id) where vehicle_id is not null;
create index phone_calls_of_owner on phone_calls (tenant_id, owner_id, id desc) where owner_id is not null;
alter table phone_calls add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, owner_id) references employees (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, first_id) references phone_calls (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, call_id) references follow_up_calls (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table phone_calls add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('phone_calls');

-- Whose telephone it is that rings.
create table phone_extensions (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  extension   text not null check (extension <> ''),
  employee_id uuid not null,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, extension)
);
create index phone_extensions_of_employee on phone_extensions (tenant_id, employee_id);
create index phone_extensions_by_number on phone_extensions (tenant_id, extension);
alter table phone_extensions add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table phone_extensions add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table phone_extensions add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('phone_extensions');

-- A caller may be the driver or the payer: contacts are found by their last digits too.
create index contacts_phone on contacts (tenant_id, reverse(phone) text_pattern_ops) where phone <> '';
