-- Loan cars (代步车): cars of the shop's own, lent while the customer's is repaired. One car is lent to one at a time.
create table loan_cars (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  plate            text not null check (plate <> ''),
  model            text not null default '',
  condition        text not null default 'ready' check (condition in ('ready', 'outOfOrder', 'retired')),
  condition_note   text not null default '',
  mileage_km       integer not null check (mileage_km >= 0),
  inspection_until date not null,
  insurance_until  date not null,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id)
);
comment on column loan_cars.mileage_km is 'As it was last lent or given back.';
comment on column loan_cars.inspection_until is 'The last day of its technical inspection (年检).';
comment on column loan_cars.insurance_until is 'The last day of its compulsory insurance (交强险).';
alter table loan_cars add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table loan_cars add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create unique index loan_cars_plate on loan_cars (tenant_id, plate) where condition <> 'retired';
create index loan_cars_listed on loan_cars (tenant_id, plate, id);
create index loan_cars_by on loan_cars (tenant_id, created_by);
select protect_tenant('loan_cars');

create table loans (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  loan_car_id   uuid not null,
  customer_id   uuid not null,
  order_id      uuid,
  state         text not null default 'lent' check (state in ('lent', 'returned')),
  ground        text not null check (ground in ('courtesy', 'warrantyRepair')),
  borrower_name text not null check (borrower_name <> ''),
  licence_class text not null check (licence_class in ('A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C5')),
  licence_until date not null,
  checked_by    uuid not null,
  lent_at       timestamptz not null,
  due_at        timestamptz not null check (due_at > lent_at),
  returned_at   timestamptz,
  cost_fen      bigint not null default 0 check (cost_fen >= 0),
  cost_reason   text not null default '',
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint loans_returned check ((state = 'returned') = (returned_at is not null)),
  constraint loans_cost check (cost_fen = 0 or cost_reason <> '')
);
comment on column loans.checked_by is 'Who saw the driving licence of the borrower; its number is not kept.';
comment on column loans.cost_fen is 'What the borrower is to pay for damage, fuel or fines, in fen.';
alter table loans add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table loans add foreign key (tenant_id, loan_car_id) references loan_cars (tenant_id, id);
alter table loans add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table loans add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table loans add foreign key (tenant_id, checked_by) references employees (tenant_id, id);
alter table loans add foreign key (tenant_id, created_by) references employees (tenant_id, id);
-- No car is lent twice, whoever lends it at the same moment.
create unique index loans_once on loans (tenant_id, loan_car_id) where state = 'lent';
create index loans_by_time on loans (tenant_id, lent_at desc, id desc);
create index loans_of_order on loans (tenant_id, order_id, lent_at) where order_id is not null;
create index loans_of_customer on loans (tenant_id, customer_id);
create index loans_of_car on loans (tenant_id, loan_car_id, lent_at);
create index loans_checked_by on loans (tenant_id, checked_by);
create index loans_by on loans (tenant_id, created_by);
select protect_tenant('loans');
