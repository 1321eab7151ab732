-- The archive (客户档案): people and companies, how to reach them, what they wish, what they allowed.
create table customers (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  kind          text not null default 'person' check (kind in ('person', 'company')),
  name          text not null check (name <> ''),
  salutation    text not null default '' check (salutation in ('', 'mr', 'ms')),
  name_pinyin   text not null default '',
  name_initials text not null default '',
  phone         text not null default '',
  phone_tail    text not null generated always as (reverse(phone)) stored,
  address       text not null default '',
  wishes        text not null default '',
  do_not_mention text not null default '',
  language      text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  preferred_channel text not null default 'phone' check (preferred_channel in ('phone', 'sms', 'email', 'wecom', 'none')),
  call_from     time,
  call_until    time,
  source        text not null default 'visit' check (source in ('visit', 'enquiry', 'import', 'portal')),
  first_seen_on date not null,
  last_visit_on date,
  grams         text[] not null default '{}',
  merged_into_id uuid,
  import_batch_id uuid,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id)
);
comment on column customers.phone_tail is 'The phone backwards, for search by its last digits.';
comment on column customers.grams is 'Bigrams of name, for search by a fragment; written by the application.';
create index customers_name on customers (tenant_id, name text_pattern_ops, id);
create index customers_initials on customers (tenant_id, name_initials text_pattern_ops, id);
create index customers_pinyin on customers (tenant_id, name_pinyin text_pattern_ops, id);
create index customers_phone on customers (tenant_id, phone text_pattern_ops, id);
create index customers_phone_tail on customers (tenant_id, phone_tail text_pattern_ops, id);
-- Entries go in at once: read from a pending list, every search would take up to 35 ms longer.
create index customers_grams on customers using gin (tenant_id, grams) with (fastupdate = off);
create index customers_recent on customers (tenant_id, org_path, id desc);
create index customers_batch on customers (tenant_id, import_batch_id) where import_batch_id is not null;
select protect_tenant('customers');

-- A person to talk to about a customer or a vehicle, besides the customer himself (driver, fleet manager, payer).
create table contacts (
  tenant_id   uuid not null,
  id          uuid not null,
  customer_id uuid not null,
  vehicle_id  uuid,
  role        text not null check (role in ('owner', 'driver', 'fleetManager', 'payer', 'family', 'other')),
  name        text not null check (name <> ''),
  phone       text not null default '',
  note        text not null default '',
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index contacts_of on contacts (tenant_id, customer_id, id);
alter table contacts add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('contacts');

-- Consent as a ledger: what for, over which channel, on what evidence, when withdrawn (PIPL 13–15).
create table consents (
  tenant_id    uuid not null,
  id           uuid not null,
  customer_id  uuid not null,
  purpose      text not null check (purpose in ('service', 'marketing', 'sharing')),
  channel      text not null check (channel in ('phone', 'sms', 'email', 'wecom', 'any')),
  given        boolean not null,
  evidence     text not null default '',
  recorded_by  uuid,
  at           timestamptz not null,
  primary key (tenant_id, id)
);
create index consents_of on consents (tenant_id, customer_id, purpose, channel, at desc);
alter table consents add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('consents', append_only => true);
