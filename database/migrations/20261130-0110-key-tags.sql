-- The sticker on the tag of a car's key (钥匙标签): its code leads the customer to the page of his order, until the car has left.
create table key_tags (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  order_id      uuid not null,
  link_id       uuid not null,
  sealed_url    text not null default '',
  printed_at    timestamptz,
  printed_by    uuid,
  ended_at      timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check (ended_at is null or sealed_url = '')
);
comment on column key_tags.sealed_url is 'The address of its code, sealed: a sticker that got oily is printed again as it was. Emptied with its end.';
comment on column key_tags.ended_at is 'The car has left, or another code took its place: this one opens nothing any more.';
create unique index key_tags_one_an_order on key_tags (tenant_id, order_id) where ended_at is null;
create index key_tags_of_order on key_tags (tenant_id, order_id);
create index key_tags_link on key_tags (tenant_id, link_id);
alter table key_tags add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table key_tags add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table key_tags add foreign key (tenant_id, link_id) references links (tenant_id, id);
alter table key_tags add foreign key (tenant_id, printed_by) references employees (tenant_id, id);
alter table key_tags add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('key_tags');
