-- The delivery of a car (交车, WSH-01, WSH-08): checked against what was noted when it came in before the customer is told,
-- then walked through with him and signed on the glass.
create table delivery_packs (
  tenant_id         uuid not null,
  id                uuid not null,
  org_unit_id       uuid not null,
  org_path          text not null collate "C",
  order_id          uuid not null,
  state             text not null check (state in ('open', 'checked', 'signed')),
  items             jsonb not null,
  answers           jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  precautions       jsonb not null default '[]',
  old_parts         text check (old_parts in ('return', 'waive', 'none')),
  mileage_km        integer check (mileage_km >= 0),
  note              text not null default '',
  checked_by        uuid,
  checked_at        timestamptz,
  told_how          text check (told_how in ('inPerson', 'phone', 'message')),
  told_by           uuid,
  told_at           timestamptz,
  next_service_on   date,
  next_service_km   integer check (next_service_km >= 0),
  certificate_id    uuid,
  signed_by         text not null default '',
  signature_file_id uuid,
  taken_by          uuid,
  signed_at         timestamptz,
  version           integer not null default 1,
  created_by        uuid,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id),
  check ((state = 'open') = (checked_at is null)),
  check ((state = 'signed') = (signed_at is not null)),
  check (state <> 'signed' or (signature_file_id is not null and taken_by is not null))
);
comment on column delivery_packs.items is 'What is compared and explained, as the check-in and the rules of the house said when it was begun.';
comment on column delivery_packs.answers is 'By the key of an item: result, note, who and when.';
comment on column delivery_packs.told_at is 'When the customer was told that he may fetch the car: never before it was checked.';
comment on column delivery_packs.certificate_id is 'The release certificate (合格证) that the car left with (机动车维修管理规定 art. 32).';
alter table delivery_packs add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, certificate_id) references release_certificates (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, signature_file_id) references files (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, checked_by) references employees (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, told_by) references employees (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
alter table delivery_packs add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index delivery_packs_signature on delivery_packs (tenant_id, signature_file_id) where signature_file_id is not null;
select protect_tenant('delivery_packs');

create table delivery_photos (
  tenant_id        uuid not null,
  id               uuid not null,
  delivery_pack_id uuid not null,
  item_key         text not null,
  file_id          uuid not null,
  taken_at         timestamptz not null,
  created_by       uuid,
  created_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, delivery_pack_id, item_key, file_id)
);
alter table delivery_photos add foreign key (tenant_id, delivery_pack_id) references delivery_packs (tenant_id, id);
alter table delivery_photos add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table delivery_photos add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index delivery_photos_file on delivery_photos (tenant_id, file_id);
select protect_tenant('delivery_photos');

-- The lock: after the signature words can be emptied for a customer who is being erased, and nothing else.
create function delivery_pack_may_change(of_pack uuid) returns boolean
language sql stable as $$
  select exists (
    select from delivery_packs d
     where d.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and d.id = of_pack
       and (d.state <> 'signed' or inspected_order_is_erased(d.order_id)))
$$;
create policy locked on delivery_packs as restrictive for update
  using (state <> 'signed' or inspected_order_is_erased(order_id)) with check (true);
create policy locked_from_removal on delivery_packs as restrictive for delete using (state = 'open');
create policy locked on delivery_photos as restrictive for update using (delivery_pack_may_change(delivery_pack_id));
create policy locked_from_removal on delivery_photos as restrictive for delete
  using (delivery_pack_may_change(delivery_pack_id));
