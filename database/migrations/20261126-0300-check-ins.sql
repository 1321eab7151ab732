-- Guided reception (接车, WSH-01, WSH-03, WSH-04): a record from the first tap on, written at the car field by field.
create table check_ins (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  vehicle_id     uuid not null,
  customer_id    uuid not null,
  state          text not null check (state in ('open', 'signed', 'abandoned')),
  content        jsonb not null default '{}',
  order_id       uuid,
  abandon_reason text not null default '',
  closed_at      timestamptz,
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'signed') = (order_id is not null))
);
comment on column check_ins.content is 'What was written down so far; empty once it is signed: then signed_check_ins holds it.';
alter table check_ins add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table check_ins add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table check_ins add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table check_ins add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table check_ins add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index check_ins_listed on check_ins (tenant_id, state, created_at desc, id desc);
create index check_ins_vehicle on check_ins (tenant_id, vehicle_id, created_at desc);
create index check_ins_customer on check_ins (tenant_id, customer_id);
create unique index check_ins_order on check_ins (tenant_id, order_id) where order_id is not null;
select protect_tenant('check_ins');

create table check_in_photos (
  tenant_id   uuid not null,
  id          uuid not null,
  check_in_id uuid not null,
  file_id     uuid not null,
  mark_number integer check (mark_number between 1 and 99),
  caption     text not null default '',
  taken_at    timestamptz not null,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, check_in_id, file_id)
);
comment on column check_in_photos.mark_number is 'The mark on the drawing that it shows; empty for a view of the car.';
alter table check_in_photos add foreign key (tenant_id, check_in_id) references check_ins (tenant_id, id);
alter table check_in_photos add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table check_in_photos add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index check_in_photos_file on check_in_photos (tenant_id, file_id);
select protect_tenant('check_in_photos');

-- What the customer signed, as it stood: new rows only. A correction is an entry beside it.
create table signed_check_ins (
  tenant_id          uuid not null,
  id                 uuid not null,
  check_in_id        uuid not null,
  content            jsonb not null,
  signed_by          text not null,
  signature_file_id  uuid not null,
  accessory_file_id  uuid,
  taken_by           uuid not null,
  at                 timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, check_in_id)
);
comment on column signed_check_ins.accessory_file_id is 'The signature under the list of accessories (附件交接清单, WSH-04), where there is one.';
alter table signed_check_ins add foreign key (tenant_id, check_in_id) references check_ins (tenant_id, id);
alter table signed_check_ins add foreign key (tenant_id, signature_file_id) references files (tenant_id, id);
alter table signed_check_ins add foreign key (tenant_id, accessory_file_id) references files (tenant_id, id);
alter table signed_check_ins add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
select protect_tenant('signed_check_ins', append_only => true);

create table check_in_corrections (
  tenant_id   uuid not null,
  id          uuid not null,
  check_in_id uuid not null,
  words       text not null,
  reason      text not null,
  written_by  uuid not null,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
alter table check_in_corrections add foreign key (tenant_id, check_in_id) references check_ins (tenant_id, id);
alter table check_in_corrections add foreign key (tenant_id, written_by) references employees (tenant_id, id);
create index check_in_corrections_of on check_in_corrections (tenant_id, check_in_id, at, id);
select protect_tenant('check_in_corrections', append_only => true);

-- The lock: after the signature the words can be emptied for a customer who is being erased, and nothing else.
create function check_in_is_erased(of_check_in uuid) returns boolean
language sql stable as $$
  select exists (
    select from check_ins c join erasures e on e.tenant_id = c.tenant_id and e.customer_id = c.customer_id
     where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and c.id = of_check_in)
$$;
create function check_in_is_open(of_check_in uuid) returns boolean
language sql stable as $$
  select exists (
    select from check_ins c
     where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and c.id = of_check_in
       and c.state = 'open')
$$;
grant update (content, signed_by) on signed_check_ins to jingming_app;
create policy locked on signed_check_ins as restrictive for update using (check_in_is_erased(check_in_id));
grant update (words, reason) on check_in_corrections to jingming_app;
create policy locked on check_in_corrections as restrictive for update using (check_in_is_erased(check_in_id));
create policy locked_from_change on check_in_photos as restrictive for update
  using (check_in_is_open(check_in_id) or check_in_is_erased(check_in_id));
create policy locked_from_removal on check_in_photos as restrictive for delete
  using (check_in_is_open(check_in_id) or check_in_is_erased(check_in_id));
