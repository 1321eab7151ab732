-- Where a complaint stands in the tree (CMP-16): the procedures of shop, agent and maker are one, with a level and its own clock.
create table complaint_levels (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  complaint_id  uuid not null,
  level_unit_id uuid not null,
  state         text not null default 'atOrigin' check (state in ('atOrigin', 'passedUp', 'takenOver', 'handedDown', 'settled')),
  since_at      timestamptz not null,
  due_at        timestamptz,
  from_id       uuid,
  times_passed  integer not null default 0 check (times_passed >= 0),
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id),
  check (state <> 'settled' or due_at is null)
);
comment on column complaint_levels.org_unit_id is 'The unit that received the complaint; the level may be a unit above it.';
comment on column complaint_levels.level_unit_id is 'The unit that has to act now.';
comment on column complaint_levels.from_id is 'Whose the case was when a level above took it over: it goes back to him.';
create index complaint_levels_due on complaint_levels (tenant_id, level_unit_id, due_at, id) where due_at is not null;
create index complaint_levels_pressing on complaint_levels (tenant_id, due_at, id) where due_at is not null;
alter table complaint_levels add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table complaint_levels add foreign key (tenant_id, level_unit_id) references org_units (tenant_id, id);
alter table complaint_levels add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_levels add foreign key (tenant_id, from_id) references employees (tenant_id, id);
alter table complaint_levels add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('complaint_levels');

-- Who passed it where, when, why, and what went with it. Nothing of it is ever changed.
create table complaint_level_entries (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  position     integer not null check (position >= 0),
  step         text not null check (step in ('passUp', 'takeOver', 'handDown', 'settle', 'resume', 'reveal')),
  unit_id      uuid not null,
  to_unit_id   uuid not null,
  words        text not null default '',
  facts        jsonb not null default '{}',
  by_id        uuid,
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, position)
);
comment on column complaint_level_entries.by_id is 'Nobody: the clock of the level had run out.';
comment on column complaint_level_entries.facts is 'What was passed and on what basis persons are shared.';
alter table complaint_level_entries add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_level_entries add foreign key (tenant_id, unit_id) references org_units (tenant_id, id);
alter table complaint_level_entries add foreign key (tenant_id, to_unit_id) references org_units (tenant_id, id);
alter table complaint_level_entries add foreign key (tenant_id, by_id) references employees (tenant_id, id);
select protect_tenant('complaint_level_entries', append_only => true);

-- What somebody wrote of a person can be emptied on erasure (PIPL 47); before that it cannot, and the fact never.
create function complaint_is_erased(of_complaint uuid) returns boolean
language sql stable as $$
  select exists (
    select from complaints c join erasures e on e.tenant_id = c.tenant_id and e.customer_id = c.customer_id
     where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and c.id = of_complaint)
$$;
grant update (words) on complaint_level_entries to jingming_app;
create policy locked on complaint_level_entries as restrictive for update using (complaint_is_erased(complaint_id));
