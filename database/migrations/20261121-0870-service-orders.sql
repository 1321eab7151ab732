-- One visit of one vehicle (工单), through the eight steps of WSH-01.
create table service_orders (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  number         text not null,
  number_tail    text not null generated always as (reverse(number)) stored,
  vehicle_id     uuid not null,
  customer_id    uuid not null,
  sender_name    text not null default '',
  sender_phone   text not null default '',
  kind           text not null default 'repair' check (kind in ('maintenance', 'repair', 'bodyPaint', 'inspection', 'repeatRepair', 'enquiry')),
  state          text not null default 'received' check (state in (
                   'received', 'inspected', 'estimated', 'approved', 'inWork', 'selfChecked', 'teamChecked',
                   'ready', 'settled', 'delivered', 'leftUnrepaired', 'cancelled')),
  waiting_for    text not null default '' check (waiting_for in ('', 'parts', 'customer', 'sublet', 'bay')),
  customer_words text not null check (customer_words <> ''),
  mileage_km     integer not null check (mileage_km >= 0),
  fuel_eighths   integer check (fuel_eighths between 0 and 8),
  valuables      text not null default '',
  advisor_id     uuid not null,
  technician_id  uuid,
  bay            text not null default '',
  promised_at    timestamptz,
  old_parts      text not null default 'undecided' check (old_parts in ('undecided', 'return', 'waive', 'none')),
  earlier_order_id uuid,
  approved_fen   bigint not null default 0 check (approved_fen >= 0),
  settled_fen    bigint check (settled_fen >= 0),
  delivery_mileage_km integer,
  accepted_by    text not null default '',
  closing_note   text not null default '',
  state_since    timestamptz not null,
  received_at    timestamptz not null,
  ready_at       timestamptz,
  delivered_at   timestamptz,
  grams          text[] not null default '{}',
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number),
  check (settled_fen is null or settled_fen <= approved_fen)
);
comment on column service_orders.closing_note is 'The diagnosis that the customer left with, or why the order was cancelled.';
comment on column service_orders.approved_fen is 'What the customer agreed to, line by line; settlement never exceeds it (WSH-12), held by a constraint.';
create index service_orders_board on service_orders (tenant_id, org_path, state, state_since, id)
  where state not in ('delivered', 'leftUnrepaired', 'cancelled');
-- A vehicle stands in one shop at a time.
create unique index service_orders_one_open on service_orders (tenant_id, vehicle_id)
  where state not in ('delivered', 'leftUnrepaired', 'cancelled');
create index service_orders_recent on service_orders (tenant_id, received_at desc, id desc);
create index service_orders_state on service_orders (tenant_id, state, received_at desc, id desc);
create index service_orders_of_vehicle on service_orders (tenant_id, vehicle_id, received_at desc, id desc);
create index service_orders_of_customer on service_orders (tenant_id, customer_id, received_at desc, id desc);
create index service_orders_number on service_orders (tenant_id, number text_pattern_ops);
create index service_orders_number_tail on service_orders (tenant_id, number_tail text_pattern_ops, id);
alter table service_orders add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table service_orders add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table service_orders add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table service_orders add foreign key (tenant_id, earlier_order_id) references service_orders (tenant_id, id);
select protect_tenant('service_orders');

-- A job on the order, with labour and parts in fen. What was found during the work is the same thing with
-- origin 'additional' (增项): asked by the workshop, answered by the customer, on record (WSH-05).
create table job_lines (
  tenant_id      uuid not null,
  id             uuid not null,
  order_id       uuid not null,
  position       integer not null,
  origin         text not null default 'estimate' check (origin in ('estimate', 'additional')),
  description    text not null check (description <> ''),
  finding        text not null default '',
  standard_minutes integer not null default 0 check (standard_minutes >= 0),
  labour_fen     bigint not null default 0 check (labour_fen >= 0),
  parts          jsonb not null default '[]',
  parts_fen      bigint not null default 0 check (parts_fen >= 0),
  payer          text not null default 'customer' check (payer in ('customer', 'warranty', 'insurance', 'internal', 'campaign')),
  answer         text not null default 'open' check (answer in ('open', 'approved', 'refused')),
  answer_how     text check (answer_how in ('inPerson', 'phone', 'message', 'link')),
  answered_by    text,
  answer_note    text not null default '',
  answered_at    timestamptz,
  recorded_by    uuid,
  refusal_reason text not null default '',
  done_at        timestamptz,
  done_by        uuid,
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id)
);
create index job_lines_of on job_lines (tenant_id, order_id, position);
create index job_lines_refused on job_lines (tenant_id, order_id) where answer = 'refused';
alter table job_lines add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('job_lines');

-- Intake, self-check, team check, final inspection: who, when, what was found. Originals are kept (WSH-09): no UPDATE.
create table inspections (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  gate        text not null check (gate in ('intake', 'selfCheck', 'teamCheck', 'final')),
  passed      boolean not null,
  methods     text[] not null default '{}',
  findings    jsonb not null default '[]',
  grade       text check (grade in ('overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special')),
  note        text not null default '',
  inspector_id uuid not null,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
create index inspections_of on inspections (tenant_id, order_id, at, id);
alter table inspections add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('inspections', append_only => true);

-- Who took which step when: the track on the screen, and the way back after a gate that was not passed.
create table order_steps (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  order_version integer not null,
  step        text not null,
  from_state  text not null,
  to_state    text not null,
  note        text not null default '',
  taken_by    uuid,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
create unique index order_steps_of on order_steps (tenant_id, order_id, order_version);
alter table order_steps add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('order_steps', append_only => true);

-- 竣工出厂合格证: numbered, one per passed final inspection; without it no delivery (机动车维修管理规定 art. 32).
create table release_certificates (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  order_id    uuid not null,
  number      text not null,
  inspector_id uuid not null,
  guarantee_km integer not null,
  guarantee_days integer not null,
  issued_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
create index release_certificates_of on release_certificates (tenant_id, order_id);
alter table release_certificates add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('release_certificates', append_only => true);

create table payments (
  tenant_id  uuid not null,
  id         uuid not null,
  order_id   uuid not null,
  method     text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer', 'onAccount')),
  amount_fen bigint not null check (amount_fen <> 0),
  note       text not null default '',
  taken_by   uuid not null,
  at         timestamptz not null,
  primary key (tenant_id, id)
);
create index payments_of on payments (tenant_id, order_id, at);
alter table payments add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('payments', append_only => true);

create table order_papers (
  tenant_id  uuid not null,
  order_id   uuid not null,
  file_id    uuid not null,
  kind       text not null check (kind in ('photo', 'signature', 'document')),
  caption    text not null default '',
  filed_by   uuid not null,
  at         timestamptz not null,
  primary key (tenant_id, order_id, file_id)
);
alter table order_papers add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table order_papers add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('order_papers', append_only => true);
