-- Customers who pay later (挂账客户): how much, how long, who granted it. Each row is an edition; the latest holds.
create table credit_terms (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  customer_id uuid not null,
  limit_fen   bigint not null check (limit_fen >= 0),
  days        integer not null check (days between 0 and 365),
  approved_by uuid not null,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
comment on column credit_terms.limit_fen is 'As much as may stand on account at once; 0: no longer on account.';
comment on column credit_terms.days is 'Within how many days what stands on account is to be paid.';
create index credit_terms_of on credit_terms (tenant_id, customer_id, at desc, id desc);
alter table credit_terms add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table credit_terms add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table credit_terms add foreign key (tenant_id, approved_by) references employees (tenant_id, id);
select protect_tenant('credit_terms', append_only => true);

-- Money that came in beside a settlement: for what stands on account (回款), or in advance for one order (定金).
create table receipts (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  customer_id uuid not null,
  number      text not null,
  order_id    uuid,
  method      text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer')),
  amount_fen  bigint not null check (amount_fen > 0),
  note        text not null default '',
  taken_by    uuid not null,
  at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
comment on column receipts.order_id is 'The order that it was paid in advance for; empty where it pays what stands on account.';
create index receipts_of on receipts (tenant_id, customer_id, at desc, id desc);
create index receipts_ahead on receipts (tenant_id, order_id) where order_id is not null;
create index receipts_taken on receipts (tenant_id, taken_by, at);
alter table receipts add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table receipts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table receipts add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table receipts add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
select protect_tenant('receipts', append_only => true);
-- What somebody wrote of a person can be emptied on erasure (PIPL 47); the fact cannot.
grant update (note) on receipts to jingming_app;

-- Which order a receipt pays, in part or in whole. What is owed is always the sum of both sides, kept nowhere.
create table receipt_allocations (
  tenant_id   uuid not null,
  id          uuid not null,
  receipt_id  uuid not null,
  order_id    uuid not null,
  amount_fen  bigint not null check (amount_fen > 0),
  at          timestamptz not null,
  primary key (tenant_id, id)
);
create index receipt_allocations_of on receipt_allocations (tenant_id, receipt_id);
create index receipt_allocations_paid on receipt_allocations (tenant_id, order_id, at);
alter table receipt_allocations add foreign key (tenant_id, receipt_id) references receipts (tenant_id, id);
alter table receipt_allocations add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('receipt_allocations', append_only => true);

-- The end of a cashier's day (日结): what the ledgers say by method, and what was counted. A mistake is mended by a
-- close that corrects; none is opened again.
create table till_closes (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  number       text not null,
  taken_by     uuid not null,
  day_on       date not null,
  since_at     timestamptz not null,
  until_at     timestamptz not null,
  sums         jsonb not null,
  total_fen    bigint not null,
  float_fen    bigint not null check (float_fen >= 0),
  expected_fen bigint not null,
  counted      jsonb not null,
  counted_fen  bigint not null check (counted_fen >= 0),
  reason       text not null default '',
  corrects_id  uuid,
  written_by   uuid not null,
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number),
  constraint till_closes_reason check ((counted_fen = expected_fen and corrects_id is null) or reason <> '')
);
comment on column till_closes.since_at is 'Nothing taken before it can be in this close.';
comment on column till_closes.sums is 'By method: what came in, what went out, how many, in fen.';
comment on column till_closes.expected_fen is 'Cash that should lie there: what was in the drawer, and cash in less cash out.';
comment on column till_closes.counted is 'How many of each note and coin.';
create index till_closes_of on till_closes (tenant_id, taken_by, until_at desc, id desc);
create index till_closes_recent on till_closes (tenant_id, at desc, id desc);
create unique index till_closes_corrected on till_closes (tenant_id, corrects_id) where corrects_id is not null;
alter table till_closes add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table till_closes add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
alter table till_closes add foreign key (tenant_id, corrects_id) references till_closes (tenant_id, id);
select protect_tenant('till_closes', append_only => true);

-- Which movement of money is in which close: each in one, whenever it was committed.
create table till_movements (
  tenant_id   uuid not null,
  movement_id uuid not null,
  close_id    uuid not null,
  kind        text not null check (kind in ('payment', 'receipt', 'topUp', 'packagePurchase', 'memberRefund')),
  primary key (tenant_id, movement_id)
);
comment on column till_movements.movement_id is 'A payment, receipt, prepayment, package sold or refund paid.';
create index till_movements_of on till_movements (tenant_id, close_id);
alter table till_movements add foreign key (tenant_id, close_id) references till_closes (tenant_id, id);
select protect_tenant('till_movements', append_only => true);

-- What a person took since, of each kind; what stands on account of which order.
create index payments_taken on payments (tenant_id, taken_by, at);
create index payments_on_account on payments (tenant_id, order_id, at) where method = 'onAccount';
create index top_ups_taken on top_ups (tenant_id, created_by, created_at);
create index package_purchases_taken on package_purchases (tenant_id, created_by, created_at);
create index member_refunds_paid on member_refunds (tenant_id, decided_by, decided_at) where state = 'paid';

-- Who settles takes money and closes his day; who runs a house grants credit and corrects closes.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{cashier.take}'
     where tenant_id = house.id and not 'cashier.take' = any(permissions) and 'serviceOrders.settle' = any(permissions)
       and key in ('owner', 'advisor', 'cashier');
    update roles set permissions = permissions || '{cashier.manage}'
     where tenant_id = house.id and key = 'owner' and not 'cashier.manage' = any(permissions);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
