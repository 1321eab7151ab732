-- Monthly briefs and yearly summaries of following up (FUP-12): the figures of a period as they stood when they were drawn
-- up, and what the supervisor wrote to them.
create table briefs (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  grain       text not null check (grain in ('month', 'year')),
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  state       text not null default 'drafted' check (state in ('drafted', 'signed')),
  facts       jsonb not null,
  figures_at  timestamptz not null,
  summary     text not null default '',
  problems    text not null default '',
  plan        text not null default '',
  signed_at   timestamptz,
  signed_by   uuid,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'signed') = (signed_at is not null)),
  check ((signed_at is null) = (signed_by is null))
);
comment on column briefs.facts is 'Figures, trend, lines, cases and what is unfinished, frozen; people and records stand in it by their ids alone.';
comment on column briefs.created_by is 'Null: drawn up by the house itself on the first working day.';
create unique index briefs_once on briefs (tenant_id, org_unit_id, grain, from_on);
create index briefs_recent on briefs (tenant_id, from_on desc, id desc);
alter table briefs add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table briefs add foreign key (tenant_id, signed_by) references employees (tenant_id, id);
alter table briefs add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('briefs');
