-- Second factors, fresh proofs, known devices, and guesses that are counted one by one (D-34, D-60, G-45 to G-47).

-- When the bearer last showed a secret, and which second factor opened the session (null: none was shown).
alter table sessions add column proved_at timestamptz not null default 'epoch';
alter table sessions alter column proved_at drop default;
alter table sessions add column factor text
  check (factor in ('totp', 'passkey', 'recovery', 'device', 'provider'));

-- From this day on who holds the role needs a second factor; null: never.
alter table roles add column second_factor_from date;

-- The rules of signing in that hold for a whole tenant; without a row none is asked for.
create table sign_in_rules (
  tenant_id          uuid not null,
  second_factor_from date,
  remembers_devices  boolean not null default false,
  version            integer not null default 1,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (tenant_id)
);
select protect_tenant('sign_in_rules');

-- One app of codes a person. A new key waits in `pending` until its first code; `last_step` is the newest time step
-- that was accepted, so that no code works twice.
create table totp_factors (
  tenant_id    uuid not null,
  employee_id  uuid not null,
  secret       text,
  pending      text,
  last_step    bigint not null default 0,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  created_at   timestamptz not null,
  primary key (tenant_id, employee_id),
  check ((secret is null) = (confirmed_at is null))
);
alter table totp_factors add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('totp_factors');

create table passkeys (
  tenant_id     uuid not null,
  id            uuid not null,
  employee_id   uuid not null,
  credential_id text not null,
  public_key    bytea not null,
  sign_count    bigint not null,
  transports    text[] not null default '{}',
  name          text not null check (name <> ''),
  is_synced     boolean not null default false,
  last_used_at  timestamptz,
  -- A counter that did not rise: somebody may have copied the key.
  doubted_at    timestamptz,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id)
);
create index passkeys_of on passkeys (tenant_id, employee_id, id);
alter table passkeys add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('passkeys');

create table recovery_codes (
  tenant_id   uuid not null,
  employee_id uuid not null,
  code_hash   bytea not null,
  used_at     timestamptz,
  created_at  timestamptz not null,
  primary key (tenant_id, employee_id, code_hash)
);
alter table recovery_codes add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('recovery_codes');

-- Browsers from which a person has signed in: one that is not among them is told to him, and is throttled apart, so
-- that a stranger's guesses keep nobody out at his own desk.
create table known_devices (
  tenant_id     uuid not null,
  employee_id   uuid not null,
  device_hash   bytea not null,
  last_seen_at  timestamptz not null,
  trusted_until timestamptz,
  created_at    timestamptz not null,
  primary key (tenant_id, employee_id, device_hash)
);
alter table known_devices add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('known_devices');

-- A question to an authenticator: asked once, answered once, for one purpose. Without a tenant: nobody is known yet.
create table passkey_challenges (
  challenge  text primary key,
  bound_to   text not null,
  tenant_id  uuid,
  expires_at timestamptz not null
);
create index passkey_challenges_age on passkey_challenges (expires_at);
select open_table('passkey_challenges', 'local');

-- Guesses at one secret, counted before it is looked at; after the first few each next one waits longer.
create table guesses (
  key       text primary key,
  failures  integer not null,
  failed_at timestamptz not null,
  free_at   timestamptz not null
);
create index guesses_age on guesses (failed_at);
select open_table('guesses', 'local');

-- A key of a program holds what people must prove themselves for only if that was said when it was made.
alter table api_keys add column is_sensitive boolean not null default true;
alter table api_keys alter column is_sensitive drop default;

-- Nobody counts or compares these in a report.
revoke select on logins, sessions, api_keys, totp_factors, passkeys, recovery_codes, known_devices
  from jingming_report;
