-- ORG-07: what lay with somebody who left, and to whom it went. The history of every record that changed hands.
create table handovers (
  tenant_id  uuid not null,
  id         uuid not null,
  org_path   text not null collate "C",
  kind       text not null,
  about_id   uuid not null,
  from_id    uuid not null,
  to_id      uuid not null check (to_id <> from_id),
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on column handovers.kind is 'A word of openWorkKinds; about_id is the record.';
create index handovers_about on handovers (tenant_id, about_id, id desc);
create index handovers_from on handovers (tenant_id, from_id, id desc);
alter table handovers add foreign key (tenant_id, from_id) references employees (tenant_id, id);
alter table handovers add foreign key (tenant_id, to_id) references employees (tenant_id, id);
select protect_tenant('handovers', append_only => true);

-- What lies with a person is looked up when he leaves.
create index service_orders_advisor on service_orders (tenant_id, advisor_id)
  where state not in ('delivered', 'leftUnrepaired', 'cancelled');
create index service_orders_technician on service_orders (tenant_id, technician_id)
  where state not in ('delivered', 'leftUnrepaired', 'cancelled');
create index complaints_of_handler on complaints (tenant_id, handler_id)
  where state not in ('closed', 'monitoring');
create index matters_of_owner on matters (tenant_id, owner_id) where state in ('open', 'escalated', 'solved');
create index stand_ins_by on stand_ins (tenant_id, stand_in_id, until_at) where ended_at is null;

-- Who answers for a key of a program; at first who made it.
alter table api_keys add column keeper_id uuid;
alter table api_keys no force row level security;
update api_keys set keeper_id = created_by;
alter table api_keys force row level security;
alter table api_keys alter column keeper_id set not null;
alter table api_keys add foreign key (tenant_id, keeper_id) references employees (tenant_id, id);
create index api_keys_of_keeper on api_keys (tenant_id, keeper_id) where revoked_at is null;
