-- WSH-05, WSH-11: two clocks of a technician (shift and job), who works on which job, and what a job asks for.

-- One stretch of time on a clock. A correction never overwrites: it writes a stretch of its own that points to the
-- original, and the original stays as it was, marked as superseded.
create table clock_spells (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  employee_id  uuid not null,
  clock        text not null check (clock in ('shift', 'break', 'job')),
  order_id     uuid,
  line_id      uuid,
  started_at   timestamptz not null,
  ended_at     timestamptz check (ended_at >= started_at),
  ended_how    text not null default '' check (ended_how in ('', 'pause', 'done', 'break', 'out')),
  pause_reason text not null default '' check (pause_reason in ('', 'parts', 'customer', 'tool', 'help', 'otherJob')),
  is_superseded boolean not null default false,
  corrects_id  uuid,
  reason       text not null default '',
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  check ((clock = 'job') = (line_id is not null)),
  check ((clock = 'job') = (order_id is not null)),
  check (corrects_id is null or reason <> '')
);
comment on table clock_spells is 'Times of an original are never changed by a correction (corrects_id points to it).';
-- One running clock of each kind for a person, whoever asks at once.
create unique index clock_spells_one_running on clock_spells (tenant_id, employee_id, clock)
  where ended_at is null and not is_superseded;
create unique index clock_spells_corrected_once on clock_spells (tenant_id, corrects_id) where corrects_id is not null;
create index clock_spells_of on clock_spells (tenant_id, employee_id, started_at desc, id desc);
create index clock_spells_on_line on clock_spells (tenant_id, line_id, started_at) where line_id is not null;
create index clock_spells_when on clock_spells (tenant_id, started_at, id);
alter table clock_spells add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table clock_spells add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table clock_spells add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table clock_spells add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
alter table clock_spells add foreign key (tenant_id, corrects_id) references clock_spells (tenant_id, id);
select protect_tenant('clock_spells');

-- What a device sent, word by word: pressed at, sent at (both by the device's clock), arrived at (by ours). What could
-- not be put on a clock is kept here all the same, with what stood against it.
create table clock_stamps (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  employee_id  uuid not null,
  key          text not null check (key <> ''),
  press        text not null check (press in ('in', 'out', 'break', 'back', 'start', 'pause', 'done')),
  order_id     uuid,
  line_id      uuid,
  pause_reason text not null default '' check (pause_reason in ('', 'parts', 'customer', 'tool', 'help', 'otherJob')),
  pressed_at   timestamptz not null,
  sent_at      timestamptz not null,
  arrived_at   timestamptz not null,
  happened_at  timestamptz not null check (happened_at <= arrived_at),
  outcome      text not null check (outcome in ('taken', 'kept', 'refused')),
  conflict     text not null default '' check (conflict in (
                 '', 'noShift', 'shiftRuns', 'otherRuns', 'overlaps', 'notRunning', 'lineDone', 'notInWork', 'plateWrong', 'certificateMissing')),
  spell_id     uuid,
  created_by   uuid,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, key)
);
comment on column clock_stamps.happened_at is 'pressed_at, put right by how far the device''s clock was off when it sent; never after it arrived.';
create index clock_stamps_conflicts on clock_stamps (tenant_id, org_path, arrived_at desc, id desc)
  where conflict not in ('', 'plateWrong', 'certificateMissing');
alter table clock_stamps add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table clock_stamps add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table clock_stamps add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
comment on column clock_stamps.line_id is 'As the device sent it; a quotation written anew drops lines that nobody has worked on.';
alter table clock_stamps add foreign key (tenant_id, spell_id) references clock_spells (tenant_id, id);
select protect_tenant('clock_stamps', append_only => true);

-- How the team leader settled a stamp that something stood against.
create table clock_settlements (
  tenant_id   uuid not null,
  id          uuid not null,
  stamp_id    uuid not null,
  decision    text not null check (decision in ('left', 'counted')),
  spell_id    uuid,
  reason      text not null check (reason <> ''),
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, stamp_id)
);
alter table clock_settlements add foreign key (tenant_id, stamp_id) references clock_stamps (tenant_id, id);
alter table clock_settlements add foreign key (tenant_id, spell_id) references clock_spells (tenant_id, id);
select protect_tenant('clock_settlements', append_only => true);

-- Who is to work on a job (派工), now and before.
create table job_assignments (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  order_id     uuid not null,
  line_id      uuid not null,
  employee_id  uuid not null,
  share_percent integer check (share_percent between 1 and 100),
  since_at     timestamptz not null,
  ended_at     timestamptz,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column job_assignments.share_percent is 'Of the standard hours of the job; null: by the time that each worked on it.';
create unique index job_assignments_once on job_assignments (tenant_id, line_id, employee_id) where ended_at is null;
create index job_assignments_of on job_assignments (tenant_id, employee_id, line_id) where ended_at is null;
create index job_assignments_history on job_assignments (tenant_id, line_id, since_at);
alter table job_assignments add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table job_assignments add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table job_assignments add foreign key (tenant_id, line_id) references job_lines (tenant_id, id) on delete cascade;
alter table job_assignments add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('job_assignments');

-- What a kind of job asks for: standard operation (作业标准), safety rule (安全操作规程), the certificate that it needs.
-- It holds for every job whose description has these words in it.
create table job_guides (
  tenant_id   uuid not null,
  id          uuid not null,
  job_words   text not null check (job_words <> ''),
  operation   text not null default '',
  safety      text not null default '',
  certificate text not null default '',
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, job_words)
);
select protect_tenant('job_guides');

-- Hours of a shop are asked for by when a job was done.
create index job_lines_done on job_lines (tenant_id, done_at, id) where done_at is not null;

-- Who runs a house dispatches work; a house gives the right to its team leaders.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{serviceOrders.dispatch}'
     where tenant_id = house.id and key = 'owner' and not 'serviceOrders.dispatch' = any(permissions);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
