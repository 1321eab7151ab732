-- Working time: spans per weekday (several a day) and dated exceptions. The shipped holidays of China stand in code;
-- rows here override them day by day.
create table calendar_weeks (
  tenant_id  uuid not null,
  org_path   text not null collate "C" default '',
  weekly     jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, org_path)
);
select protect_tenant('calendar_weeks');

create table calendar_days (
  tenant_id  uuid not null,
  org_path   text not null collate "C" default '',
  on_date    date not null,
  kind       text not null check (kind in ('holiday', 'workday', 'closed', 'special')),
  name       text not null,
  spans      jsonb,
  source     text not null default '',
  updated_at timestamptz not null,
  primary key (tenant_id, org_path, on_date)
);
select protect_tenant('calendar_days');

-- A deadline that the house promised to keep: clock, warning, escalation, kept or broken, and the sum behind it.
create table commitments (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  rule          text not null,
  about_type    text not null,
  about_id      uuid not null,
  subject       text not null default '',
  owner_id      uuid,
  started_at    timestamptz not null,
  warn_at       timestamptz,
  warned_at     timestamptz,
  due_at        timestamptz not null,
  sum           jsonb not null,
  pauses        jsonb not null default '[]',
  state         text not null default 'open' check (state in ('open', 'paused', 'kept', 'broken', 'cancelled')),
  level         integer not null default 0,
  settled_at    timestamptz,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id)
);
comment on column commitments.rule is 'Which promise: the key of a rule that a module defined, with its source (CMP-03, FUP-05 …).';
comment on column commitments.subject is 'What it is about in a few words (plate, name), as it was when promised: for lists and notices.';
comment on column commitments.sum is 'The spans counted, so that a person can be shown why this time.';
comment on column commitments.level is 'How many rungs of the rule''s ladder it has climbed: 0 is still with its owner.';
comment on column commitments.state is 'broken is reached when the term passes; a broken one may still be settled late (settled_at).';
create index commitments_due on commitments (tenant_id, state, due_at, id);
create index commitments_about on commitments (tenant_id, about_type, about_id);
create unique index commitments_running on commitments (tenant_id, rule, about_type, about_id)
  where state in ('open', 'paused');
create index commitments_unsettled on commitments (tenant_id, due_at, id)
  where state in ('open', 'paused') or (state = 'broken' and settled_at is null);
create index commitments_term on commitments (tenant_id, due_at, rule);
create index commitments_owner on commitments (tenant_id, owner_id, state, due_at) where state in ('open', 'paused', 'broken');
select protect_tenant('commitments');

-- What a person is told in the product: a warning, something that climbed, an answer that arrived.
create table notices (
  tenant_id   uuid not null,
  id          uuid not null,
  employee_id uuid not null,
  kind        text not null,
  about_type  text not null,
  about_id    uuid not null,
  facts       jsonb not null default '{}',
  key         text,
  read_at     timestamptz,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index notices_of on notices (tenant_id, employee_id, id desc);
create index notices_unread on notices (tenant_id, employee_id) where read_at is null;
create unique index notices_key on notices (tenant_id, employee_id, key) where key is not null;
alter table commitments add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table commitments add foreign key (tenant_id, owner_id) references employees (tenant_id, id);
alter table notices add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('notices');
