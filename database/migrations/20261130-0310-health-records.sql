-- 汽车维修电子健康档案 (JT/T 1132-2017; 机动车维修管理规定 art. 33): what was done to a car, told to the authority's platform after
-- the settlement; what it still lacks, and what the platform said.
create table health_records (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  order_id     uuid not null,
  state        text not null default 'incomplete' check (state in ('incomplete', 'waiting', 'accepted', 'refused')),
  missing      text[] not null default '{}',
  attempts     integer not null default 0 check (attempts >= 0),
  next_try_at  timestamptz,
  said         text not null default '',
  accepted_at  timestamptz,
  answers      jsonb not null default '[]',
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id),
  constraint health_records_missing check ((state = 'incomplete') = (missing <> '{}')),
  constraint health_records_accepted check ((state = 'accepted') = (accepted_at is not null))
);
comment on column health_records.missing is 'What has to be mended before it can be sent; the words are the module’s.';
comment on column health_records.said is 'The platform’s last words, or why none came.';
comment on column health_records.answers is 'Every answer: when, what became of it, the platform’s code and words, the fingerprint of what was sent.';
alter table health_records add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table health_records add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
create index health_records_listed on health_records (tenant_id, created_at desc, id desc);
create index health_records_waiting on health_records (tenant_id, order_id) where state = 'waiting';
select protect_tenant('health_records');
