-- Single sign-on by OpenID Connect: other houses that may vouch for the people of a tenant.

-- The client's secret is sealed; null is a client without one. `factor_values` are the words of `amr` or `acr` that
-- count as a second factor.
create table sign_on_providers (
  tenant_id        uuid not null,
  id               uuid not null,
  label            text not null check (label <> ''),
  issuer           text not null,
  client_id        text not null,
  client_secret    text,
  scopes           text not null,
  username_claim   text not null,
  matches_username boolean not null default false,
  email_domains    text[] not null default '{}',
  new_role_key     text,
  new_unit_id      uuid,
  group_claim      text not null default '',
  group_roles      jsonb not null default '[]',
  factor_values    text[] not null default '{}',
  ends_there       boolean not null default false,
  is_enabled       boolean not null default true,
  version          integer not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  check ((new_role_key is null) = (new_unit_id is null))
);
alter table sign_on_providers add foreign key (tenant_id, new_unit_id) references org_units (tenant_id, id);
select protect_tenant('sign_on_providers');

-- Whose account over there belongs to whom here. The issuer stands beside the subject: when a provider is pointed
-- somewhere else, nobody over there becomes somebody here.
create table sign_on_links (
  tenant_id       uuid not null,
  id              uuid not null,
  provider_id     uuid not null,
  employee_id     uuid not null,
  issuer          text not null,
  subject         text not null,
  shown_as        text not null default '',
  last_used_at    timestamptz,
  last_session_id uuid,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  unique (tenant_id, provider_id, employee_id)
);
alter table sign_on_links add foreign key (tenant_id, provider_id) references sign_on_providers (tenant_id, id);
alter table sign_on_links add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
create index sign_on_links_of on sign_on_links (tenant_id, employee_id);
select protect_tenant('sign_on_links');

-- Somebody is on his way to a provider: for ten minutes, for one browser, once. With a session it is its person who
-- adds a way in; without, somebody who signs in.
create table sign_on_attempts (
  tenant_id    uuid not null,
  id           uuid not null,
  provider_id  uuid not null,
  session_id   uuid,
  state_hash   bytea not null,
  browser_hash bytea not null,
  nonce        text not null,
  verifier     text not null,
  next         text not null default '',
  expires_at   timestamptz not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
alter table sign_on_attempts add foreign key (tenant_id, provider_id) references sign_on_providers (tenant_id, id);
create index sign_on_attempts_old on sign_on_attempts (tenant_id, expires_at);
create index sign_on_attempts_at on sign_on_attempts (tenant_id, provider_id);
select protect_tenant('sign_on_attempts');

-- Whose password and passkey no longer open: the people of these roles sign on elsewhere. Owners always keep their own.
create table sign_on_rules (
  tenant_id      uuid not null,
  required_roles text[] not null default '{}',
  version        integer not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id)
);
select protect_tenant('sign_on_rules');

revoke select on sign_on_providers, sign_on_links, sign_on_attempts from jingming_report;
