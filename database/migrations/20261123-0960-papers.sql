-- The archive bag (档案袋, ARC-08): what was signed, photographed, received or recorded, filed with a customer.
create table customer_papers (
  tenant_id       uuid not null,
  id              uuid not null,
  customer_id     uuid not null,
  vehicle_id      uuid,
  file_id         uuid not null,
  kind            text not null check (kind in ('signedForm', 'photo', 'letter', 'recording', 'contract', 'other')),
  title           text not null check (title <> ''),
  note            text not null default '',
  filed_by        uuid,
  at              timestamptz not null,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,
  withdraw_reason text not null default '',
  version         integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  check (withdrawn_at is null or withdraw_reason <> '')
);
comment on column customer_papers.withdrawn_at is 'Filed with the wrong customer, or a worse copy: it is not shown any more, and nothing of it is lost.';
create index customer_papers_of on customer_papers (tenant_id, customer_id, at desc, id desc);
create index customer_papers_vehicle on customer_papers (tenant_id, vehicle_id) where vehicle_id is not null;
create index customer_papers_file on customer_papers (tenant_id, file_id);
alter table customer_papers add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table customer_papers add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table customer_papers add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('customer_papers');

-- A customer's history is read from its newest end, twenty entries at a time, whichever its kind.
create index messages_of_customer on messages (tenant_id, customer_id, created_at desc, id desc)
  where customer_id is not null;
create index complaints_history on complaints (tenant_id, customer_id, received_at desc, id desc)
  where customer_id is not null;
drop index complaints_of_customer;
create index matters_history on matters (tenant_id, customer_id, created_at desc, id desc);
drop index matters_of_customer;
