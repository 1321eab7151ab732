-- One mechanism for everything that is counted and must be neither lost nor overdrawn: parts in stock, prepaid money,
-- points, package and coupon uses, free places of a slot (D-11, D-12). See docs/decisions/0010-one-ledger.md.
create table ledger_accounts (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  kind        text not null check (kind <> ''),
  owner_type  text not null check (owner_type <> ''),
  owner_id    uuid not null,
  unit        text not null,
  floor       bigint,
  balance     bigint not null default 0,
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  constraint ledger_accounts_owner unique (tenant_id, kind, owner_type, owner_id),
  constraint ledger_accounts_not_short check (floor is null or balance >= floor)
);
comment on column ledger_accounts.kind is 'What is counted: `<module>.<what>`, such as a part in stock or prepaid money.';
comment on column ledger_accounts.unit is 'Measure word for people: 元, 件, 次, 个.';
comment on column ledger_accounts.floor is 'What the balance never goes below; null only for the other side of a double entry.';
comment on column ledger_accounts.version is 'One more than the number of its entries.';
create index ledger_accounts_of on ledger_accounts (tenant_id, owner_type, owner_id);
alter table ledger_accounts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('ledger_accounts');

create table ledger_entries (
  tenant_id     uuid not null,
  id            uuid not null,
  account_id    uuid not null,
  place         integer not null,
  amount        bigint not null check (amount <> 0),
  balance_after bigint not null,
  source_type   text not null check (source_type <> ''),
  source_id     uuid not null,
  leg           text not null,
  reverses_id   uuid,
  expires_on    date,
  actor_kind    text not null check (actor_kind in ('user', 'apiKey', 'system', 'link')),
  actor_id      text not null,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint ledger_entries_once unique (tenant_id, source_type, source_id, leg),
  constraint ledger_entries_place unique (tenant_id, account_id, place)
);
comment on column ledger_entries.place is 'Running number within its account, without a gap.';
comment on column ledger_entries.leg is 'Which of the entries of one source this is: one source moves each leg once.';
comment on column ledger_entries.expires_on is 'Last day on which what was given may be used; the module that gave it lets it lapse.';
alter table ledger_entries add foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id);
create unique index ledger_entries_reversed_once on ledger_entries (tenant_id, reverses_id) where reverses_id is not null;
alter table ledger_entries add foreign key (tenant_id, reverses_id) references ledger_entries (tenant_id, id);
create index ledger_entries_expiry on ledger_entries (tenant_id, expires_on, id) where expires_on is not null;
select protect_tenant('ledger_entries', append_only => true);
