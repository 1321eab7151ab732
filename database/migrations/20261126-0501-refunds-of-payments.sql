-- Money that goes back the way it came (退款): it names the payment, or the money in advance, and is never more than that.
create table payment_refunds (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  number      text not null,
  order_id    uuid not null,
  payment_id  uuid,
  receipt_id  uuid,
  method      text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer')),
  amount_fen  bigint not null check (amount_fen > 0),
  reason      text not null,
  asked_by    uuid not null,
  at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number),
  check ((payment_id is null) <> (receipt_id is null))
);
create index payment_refunds_of on payment_refunds (tenant_id, order_id, at);
create index payment_refunds_paid on payment_refunds (tenant_id, payment_id) where payment_id is not null;
create index payment_refunds_ahead on payment_refunds (tenant_id, receipt_id) where receipt_id is not null;
create index payment_refunds_recent on payment_refunds (tenant_id, at desc, id desc);
alter table payment_refunds add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table payment_refunds add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table payment_refunds add foreign key (tenant_id, payment_id) references payments (tenant_id, id);
alter table payment_refunds add foreign key (tenant_id, receipt_id) references receipts (tenant_id, id);
select protect_tenant('payment_refunds', append_only => true);
-- What somebody wrote of a person can be emptied on erasure (PIPL 47); the fact cannot.
grant update (reason) on payment_refunds to jingming_app;

-- Paid or declined: above a limit by a second person.
create table refund_decisions (
  tenant_id   uuid not null,
  refund_id   uuid not null,
  is_paid     boolean not null,
  decided_by  uuid not null,
  alone       boolean not null,
  at          timestamptz not null,
  primary key (tenant_id, refund_id)
);
comment on column refund_decisions.alone is 'Who asked decided it too: below the limit, or nobody else might.';
create index refund_decisions_paid on refund_decisions (tenant_id, decided_by, at) where is_paid;
alter table refund_decisions add foreign key (tenant_id, refund_id) references payment_refunds (tenant_id, id);
select protect_tenant('refund_decisions', append_only => true);

alter table till_movements drop constraint till_movements_kind_check;
alter table till_movements add constraint till_movements_kind_check
  check (kind in ('payment', 'receipt', 'topUp', 'packagePurchase', 'memberRefund', 'refund'));
