-- What a customer wants on his invoice (发票资料), and that it was issued: one that counts an order; what was voided stays on record.
create table invoices (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  order_id     uuid not null,
  kind         text not null check (kind in ('person', 'company')),
  title        text not null check (title <> ''),
  tax_number   text not null default '',
  address      text not null default '',
  phone        text not null default '',
  bank         text not null default '',
  account      text not null default '',
  email        text not null default '',
  by_link_id   uuid,
  asked_at     timestamptz not null,
  state        text not null default 'asked' check (state in ('asked', 'issued', 'voided')),
  number       text not null default '',
  amount_fen   bigint check (amount_fen > 0),
  issued_on    date,
  issued_by    uuid,
  void_reason  text not null default '',
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'asked') = (number = '')),
  check ((state = 'asked') = (amount_fen is null)),
  check ((state = 'asked') = (issued_on is null)),
  check ((state = 'voided') = (void_reason <> ''))
);
comment on column invoices.by_link_id is 'By which link he handed it in or corrected it himself last; null where a colleague wrote it down.';
comment on column invoices.amount_fen is 'As it stands on the invoice, in fen; known once it is issued.';
create unique index invoices_one_that_counts on invoices (tenant_id, order_id) where state <> 'voided';
create unique index invoices_number on invoices (tenant_id, number) where number <> '';
create index invoices_of_order on invoices (tenant_id, order_id, id desc);
create index invoices_page on invoices (tenant_id, state, id desc);
create index invoices_link on invoices (tenant_id, by_link_id) where by_link_id is not null;
alter table invoices add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table invoices add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table invoices add foreign key (tenant_id, by_link_id) references links (tenant_id, id);
alter table invoices add foreign key (tenant_id, issued_by) references employees (tenant_id, id);
alter table invoices add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('invoices');
