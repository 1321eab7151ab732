-- The supervisor looks at the work of those who call (督查检查, FUP-11): drawn by the system, judged by a form, coached.
create table call_check_forms (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  edition      integer not null check (edition > 0),
  criteria     jsonb not null,
  pass_percent integer not null check (pass_percent between 1 and 100),
  source       text not null default '',
  created_by   uuid,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_path, edition)
);
comment on table call_check_forms is 'By what a talk is judged, as a unit and those below it have it: every edition stays.';
alter table call_check_forms add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table call_check_forms add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index call_check_forms_of_unit on call_check_forms (tenant_id, org_unit_id);
create index call_check_forms_created_by on call_check_forms (tenant_id, created_by);
select protect_tenant('call_check_forms', append_only => true);

-- A week of a unit, of which so many talks of each caller were drawn; who has the seed draws the same.
create table call_check_draws (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  week_on      date not null,
  seed         text not null check (seed <> ''),
  way          text not null check (way in ('number', 'share')),
  amount       integer not null check (amount between 1 and 100),
  talks        integer not null check (talks >= 0),
  drawn        integer not null check (drawn between 0 and talks),
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, week_on)
);
comment on column call_check_draws.week_on is 'The Monday of the week whose talks were drawn.';
comment on column call_check_draws.talks is 'Of how many closed talks it was drawn.';
alter table call_check_draws add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('call_check_draws', append_only => true);

create table call_checks (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  draw_id       uuid not null,
  week_on       date not null,
  call_id       uuid not null,
  agent_id      uuid not null,
  state         text not null default 'drawn' check (state in ('drawn', 'checked', 'agreed', 'disputed', 'final')),
  due_at        timestamptz not null,
  form_edition  integer not null default 0 check (form_edition >= 0),
  pass_percent  integer not null default 0 check (pass_percent between 0 and 100),
  marks         jsonb not null default '[]',
  score         integer check (score between 0 and 100),
  first_score   integer check (first_score between 0 and 100),
  is_failed     boolean not null default false,
  coaching      text not null default '',
  checked_by    uuid,
  checked_at    timestamptz,
  answer        text not null default '',
  answered_at   timestamptz,
  decision      text not null default '',
  decided_by    uuid,
  decided_at    timestamptz,
  agreed        text not null default '',
  agreed_on     date,
  looked_at     timestamptz,
  looked_by     uuid,
  was_kept      boolean,
  looked_words  text not null default '',
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id),
  constraint call_checks_by_another check (checked_by is null or checked_by <> agent_id),
  constraint call_checks_checked check ((state = 'drawn') = (checked_at is null)),
  constraint call_checks_agreed check ((agreed = '') = (agreed_on is null)),
  constraint call_checks_looked check ((looked_at is null) = (was_kept is null))
);
comment on column call_checks.agent_id is 'Whose talk it was; nobody checks his own.';
comment on column call_checks.form_edition is '0: as shipped. The criteria stand with the marks, so that a later edition changes nothing.';
comment on column call_checks.first_score is 'What stood before the supervisor looked at it a second time.';
comment on column call_checks.is_failed is 'A critical criterion got nothing: the whole fails.';
comment on column call_checks.agreed is 'What was agreed on in the coaching; looked at on its day, or with the next check.';
alter table call_checks add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table call_checks add foreign key (tenant_id, draw_id) references call_check_draws (tenant_id, id);
alter table call_checks add foreign key (tenant_id, call_id) references follow_up_calls (tenant_id, id);
alter table call_checks add foreign key (tenant_id, agent_id) references employees (tenant_id, id);
alter table call_checks add foreign key (tenant_id, checked_by) references employees (tenant_id, id);
alter table call_checks add foreign key (tenant_id, decided_by) references employees (tenant_id, id);
alter table call_checks add foreign key (tenant_id, looked_by) references employees (tenant_id, id);
alter table call_checks add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index call_checks_of_state on call_checks (tenant_id, state, id desc);
create index call_checks_of_agent on call_checks (tenant_id, agent_id, id desc);
create index call_checks_of_week on call_checks (tenant_id, week_on, id desc);
create index call_checks_of_draw on call_checks (tenant_id, draw_id);
create index call_checks_checked_by on call_checks (tenant_id, checked_by);
create index call_checks_decided_by on call_checks (tenant_id, decided_by);
create index call_checks_looked_by on call_checks (tenant_id, looked_by);
create index call_checks_created_by on call_checks (tenant_id, created_by);
select protect_tenant('call_checks');

-- Beside a talk stand its recording and what came of it.
create index phone_calls_of_talk on phone_calls (tenant_id, call_id) where call_id is not null;
create index matters_of_call on matters (tenant_id, call_id) where call_id is not null;
