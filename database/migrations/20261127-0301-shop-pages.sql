-- What a shop tells everybody about itself (CAR-07, STD-03): nothing of a person. Hours, prices, terms and guarantees are
-- read from where the system itself works by them, so that they are the same wherever they appear.
create table shop_pages (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  slug             text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  is_open          boolean not null default false,
  intro            text not null default '',
  map_point        text not null default '' check (map_point ~ '^$|^-?\d{1,3}\.\d{1,7},-?\d{1,2}\.\d{1,7}$'),
  rescue_phone     text not null default '',
  complaint_phone  text not null default '',
  promises         text[] not null default '{}',
  reception_steps  text[] not null default '{}',
  complaint_steps  text[] not null default '{}',
  authority_phone  text not null default '12315',
  transport_phone  text not null default '12328',
  takes_bookings   boolean not null default false,
  confirms_itself  boolean not null default false,
  fetches          boolean not null default false,
  change_until_hours integer not null default 2 check (change_until_hours between 0 and 168),
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id),
  unique (tenant_id, slug)
);
comment on column shop_pages.map_point is 'Longitude and latitude as the maps of China count them (GCJ-02): 114.305500,30.592800.';
comment on column shop_pages.authority_phone is 'Where consumers complain: 12315 (消费者权益保护).';
comment on column shop_pages.transport_phone is 'The authority over motor vehicle repair: 12328 (交通运输服务监督).';
comment on column shop_pages.confirms_itself is 'A free time is his who takes it, without the desk.';
alter table shop_pages add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table shop_pages add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('shop_pages');

-- What was sent from the page of a shop: a second sending of the same form finds the first.
create table web_bookings (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  form_hash      bytea not null,
  appointment_id uuid not null,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, form_hash)
);
alter table web_bookings add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table web_bookings add foreign key (tenant_id, appointment_id) references appointments (tenant_id, id);
create index web_bookings_of on web_bookings (tenant_id, appointment_id);
select protect_tenant('web_bookings', true);
