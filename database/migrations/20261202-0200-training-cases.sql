-- What a closed complaint teaches (培训案例): its facts without its persons, written by one and published by another.

create table training_cases (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  complaint_id  uuid,
  kind          text not null check (kind in ('productQuality', 'serviceAttitude', 'repairTechnique', 'price', 'timeliness', 'parts', 'other')),
  cause_kind    text check (cause_kind in ('design', 'production', 'serviceProcess', 'repair', 'parts', 'customerHandling', 'other')),
  state         text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  title         text not null default '',
  story         text not null default '',
  cause         text not null default '',
  actions       text not null default '',
  remedy        text not null default '',
  outcome       text not null default '',
  lesson        text not null default '',
  questions     text not null default '',
  written_by    uuid,
  published_by  uuid,
  published_at  timestamptz,
  withdrawn_why text not null default '',
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check (published_by is null or published_by <> written_by),
  check (state <> 'published' or published_at is not null)
);
comment on column training_cases.complaint_id is 'Shown to who may read that complaint; emptied when its customer is erased.';
comment on column training_cases.written_by is 'The author: he cannot publish it himself.';
create index training_cases_latest on training_cases (tenant_id, created_at desc, id desc);
create index training_cases_of on training_cases (tenant_id, complaint_id) where complaint_id is not null;
alter table training_cases add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table training_cases add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table training_cases add foreign key (tenant_id, written_by) references employees (tenant_id, id);
alter table training_cases add foreign key (tenant_id, published_by) references employees (tenant_id, id);
alter table training_cases add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('training_cases');

-- Who ticked a case as read, and when last; a case that was published anew is to be read anew.
create table training_case_reads (
  tenant_id        uuid not null,
  id               uuid not null,
  training_case_id uuid not null,
  employee_id      uuid not null,
  read_at          timestamptz not null,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, training_case_id, employee_id)
);
alter table training_case_reads add foreign key (tenant_id, training_case_id) references training_cases (tenant_id, id);
alter table training_case_reads add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table training_case_reads add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('training_case_reads');
