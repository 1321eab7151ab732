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
  reply_by      text not null default 'phone' check (reply_by in ('phone', 'sms', 'email', 'wecom', 'letter', 'desk')),
  content       text not null check (content <> ''),
  severity      text not null default 'unassessed' check (severity in ('unassessed', 'ordinary', 'raised', 'major')),
  urgency       text not null default 'normal' check (urgency in ('normal', 'urgent')),
  state         text not null default 'received' check (state in (
                  'received', 'acknowledged', 'investigating', 'resolving', 'feedback', 'closed', 'monitoring')),
  handler_id    uuid,
  cause_kind    text check (cause_kind in ('design', 'production', 'serviceProcess', 'repair', 'parts', 'customerHandling', 'other')),
  cause         text not null default '',
  responsibility text not null default '',
  solution      text not null default '',
  measure       text not null default '',
  customer_answer text check (customer_answer in ('accepted', 'undecided', 'refused')),
  cost_fen      bigint check (cost_fen >= 0),
  told_at       timestamptz,
  told_how      text check (told_how in ('phone', 'sms', 'email', 'wecom', 'letter', 'desk')),
  satisfaction  text check (satisfaction in ('satisfied', 'acceptable', 'unsatisfied', 'unreachable')),
  asked_at      timestamptz,
  lesson        text not null default '',
  exception_reason text not null default '',
  exception_by  uuid,
  repeat_of_id  uuid,
  times_reopened integer not null default 0,
  watch_until   date,
  received_at   timestamptz not null,
  answer_due_at timestamptz not null,
  due_at        timestamptz,
  acknowledged_at timestamptz,
  closed_at     timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
comment on column complaints.answer_due_at is 'By when it has to be answered (CMP-03); timeliness is counted by it.';
comment on column complaints.due_at is 'What is due next; null once closed. The list stands in its order.';
comment on column complaints.exception_reason is 'Why it was closed with a step missing, signed by exception_by (CMP-11).';
comment on column complaints.repeat_of_id is 'The same fault of the same car, complained of before (CMP-10).';
create index complaints_recent on complaints (tenant_id, received_at desc, id desc);
create index complaints_pressing on complaints (tenant_id, coalesce(due_at, 'infinity'::timestamptz), id);
create index complaints_of_customer on complaints (tenant_id, customer_id, received_at desc) where customer_id is not null;
create index complaints_of_vehicle on complaints (tenant_id, vehicle_id, received_at desc) where vehicle_id is not null;
alter table complaints add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table complaints add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table complaints add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table complaints add foreign key (tenant_id, repeat_of_id) references complaints (tenant_id, id);
alter table complaints add foreign key (tenant_id, handler_id) references employees (tenant_id, id);
select protect_tenant('complaints');

-- What was done, said and found, in order; never changed afterwards.
create table complaint_entries (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  position     integer not null,
  step         text not null,
  words        text not null default '',
  facts        jsonb not null default '{}',
  by_id        uuid,
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, position)
);
comment on column complaint_entries.position is 'The version of the complaint that the step met: entries of one moment keep their order.';
alter table complaint_entries add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
select protect_tenant('complaint_entries', append_only => true);
