-- A deadline that the house promised to keep: clock, warning, escalation, kept or broken, and the sum behind it.
create table commitments (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  rule          text not null,
  about_type    text not null,
  about_id      uuid not null,
  owner_id      uuid,
  started_at    timestamptz not null,
  warn_at       timestamptz,
  due_at        timestamptz not null,
  sum           jsonb not null,
  pauses        jsonb not null default '[]',
  state         text not null default 'open' check (state in ('open', 'paused', 'kept', 'broken', 'cancelled')),
  level         integer not null default 0,
  settled_at    timestamptz,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, rule, about_type, about_id, started_at)
);
comment on column commitments.rule is 'Which promise: a key of commitments/rules.ts, which names its source (CMP-03, FUP-05 …).';
comment on column commitments.sum is 'The spans counted, so that a person can be shown why this time.';
comment on column commitments.level is 'How far it has climbed: 0 owner, 1 supervisor, 2 manager.';
comment on column commitments.state is 'broken is reached when the term passes; a broken one may still be settled late (settled_at).';
create index commitments_due on commitments (tenant_id, state, due_at, id);
create index commitments_about on commitments (tenant_id, about_type, about_id);
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
create unique index notices_key on notices (tenant_id, employee_id, key) where key is not null;
alter table notices add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('notices');
