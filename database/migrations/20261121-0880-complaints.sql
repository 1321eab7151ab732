create table complaints (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  number        text not null,
  customer_id   uuid,
  vehicle_id    uuid,
  order_id      uuid,
  source_type   text check (source_type in ('followUpCall', 'serviceOrder')),
  source_id     uuid,
  channel       text not null check (channel in ('phone', 'desk', 'email', 'portal', 'wecom', 'followUp', 'social', 'authority')),
  complainant_name text not null,
  complainant_phone text not null default '',
  kind          text not null check (kind in ('productQuality', 'serviceAttitude', 'repairTechnique', 'price', 'timeliness', 'parts', 'other')),
  about_whom    text not null default '',
  content       text not null check (content <> ''),
  severity      text not null default 'unassessed' check (severity in ('unassessed', 'ordinary', 'raised', 'major')),
  state         text not null default 'received' check (state in (
                  'received', 'acknowledged', 'investigating', 'resolving', 'feedback', 'closed', 'monitoring')),
  handler_id    uuid,
  cause_kind    text check (cause_kind in ('design', 'production', 'serviceProcess', 'repair', 'parts', 'customerHandling', 'other')),
  cause         text not null default '',
  measure       text not null default '',
  told_at       timestamptz,
  told_how      text,
  satisfaction  text check (satisfaction in ('satisfied', 'acceptable', 'unsatisfied', 'unreachable')),
  lesson        text not null default '',
  received_at   timestamptz not null,
  acknowledged_at timestamptz,
  closed_at     timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
create index complaints_recent on complaints (tenant_id, org_path, state, received_at desc, id desc);
create index complaints_of_customer on complaints (tenant_id, customer_id, received_at desc) where customer_id is not null;
create index complaints_of_vehicle on complaints (tenant_id, vehicle_id, received_at desc) where vehicle_id is not null;
alter table complaints add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table complaints add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table complaints add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('complaints');

-- What was done, said and found, in order; never changed afterwards.
create table complaint_entries (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  step         text not null,
  words        text not null default '',
  facts        jsonb not null default '{}',
  by_id        uuid not null,
  at           timestamptz not null,
  primary key (tenant_id, id)
);
create index complaint_entries_of on complaint_entries (tenant_id, complaint_id, at, id);
alter table complaint_entries add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
select protect_tenant('complaint_entries', append_only => true);
