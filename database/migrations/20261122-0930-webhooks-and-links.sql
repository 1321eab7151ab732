-- What crosses the wall: errands (tasks that speak to the network), webhooks out and in, links for customers.

-- An errand is taken in one transaction, carried in none, and noted in another (D-23). Until it is noted its time is
-- the end of its lease, so that a crash in between means: again, with the same id.
alter table tasks add column is_errand boolean not null default false;
create index tasks_errands on tasks (tenant_id, run_at, id) where is_errand and attempts < 10;
update tasks set is_errand = true where name = 'messages.deliver';

-- Where another program wants to hear what happens below a place of the tree. Secrets are sealed; during a change of
-- the secret the former one signs too.
create table webhooks (
  tenant_id         uuid not null,
  id                uuid not null,
  org_unit_id       uuid not null,
  org_path          text not null collate "C",
  name              text not null check (name <> ''),
  url               text not null,
  kinds             text[] not null check (cardinality(kinds) > 0),
  state             text not null default 'enabled' check (state in ('enabled', 'disabled')),
  disabled_reason   text not null default '' check (disabled_reason in ('', 'by_hand', 'failing')),
  secret            text not null,
  former_secret     text,
  former_until      timestamptz,
  failing_since     timestamptz,
  last_delivered_at timestamptz,
  version           integer not null default 1,
  created_by        uuid,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (tenant_id, id),
  check ((former_secret is null) = (former_until is null))
);
create index webhooks_listening on webhooks (tenant_id, id) where state = 'enabled';
select protect_tenant('webhooks');

-- The outbox of the webhooks: a row in the transaction of its cause. `event_id` is what receivers tell doubles by.
create table webhook_deliveries (
  tenant_id    uuid not null,
  id           uuid not null,
  webhook_id   uuid not null,
  event_id     uuid not null,
  kind         text not null,
  body         text not null,
  state        text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts     integer not null default 0,
  outcome      text not null default '',
  next_try_at  timestamptz,
  delivered_at timestamptz,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, webhook_id, event_id)
);
alter table webhook_deliveries add foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id);
create index webhook_deliveries_of on webhook_deliveries (tenant_id, webhook_id, id desc);
create index webhook_deliveries_old on webhook_deliveries (tenant_id, created_at);
select protect_tenant('webhook_deliveries');

-- Where another program may hand something in, signed with a secret of its own.
create table inbound_endpoints (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  name             text not null check (name <> ''),
  source           text not null,
  state            text not null default 'enabled' check (state in ('enabled', 'disabled')),
  secret           text not null,
  former_secret    text,
  former_until     timestamptz,
  last_received_at timestamptz,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  check ((former_secret is null) = (former_until is null))
);
select protect_tenant('inbound_endpoints');

-- What was taken in, so that a second sending of the same id changes nothing.
create table inbound_deliveries (
  tenant_id   uuid not null,
  endpoint_id uuid not null,
  event_id    text not null,
  about_type  text,
  about_id    uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, endpoint_id, event_id)
);
alter table inbound_deliveries add foreign key (tenant_id, endpoint_id) references inbound_endpoints (tenant_id, id);
create index inbound_deliveries_old on inbound_deliveries (tenant_id, created_at);
select protect_tenant('inbound_deliveries');

-- A way for a customer to one record, for one purpose, without a login (D-40). Only the token's hash is kept.
create table links (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  purpose       text not null,
  about_type    text not null,
  about_id      uuid not null,
  about_version integer not null,
  token_hash    bytea not null,
  expires_at    timestamptz not null,
  max_uses      integer not null check (max_uses > 0),
  uses          integer not null default 0,
  opened_at     timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check (uses <= max_uses)
);
create index links_about on links (tenant_id, about_type, about_id, id desc);
select protect_tenant('links');

-- A browser that came by a link: it holds a secret of its own, and may have shown that it is the customer's.
create table link_visits (
  tenant_id   uuid not null,
  id          uuid not null,
  link_id     uuid not null,
  secret_hash bytea not null,
  proved_at   timestamptz,
  expires_at  timestamptz not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
alter table link_visits add foreign key (tenant_id, link_id) references links (tenant_id, id);
create index link_visits_of on link_visits (tenant_id, link_id);
create index link_visits_old on link_visits (tenant_id, expires_at);
select protect_tenant('link_visits');
