create table employees (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  name        text not null check (name <> ''),
  post        text not null default '',
  phone       text not null default '',
  state       text not null default 'active' check (state in ('active', 'away', 'left')),
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index employees_in_unit on employees (tenant_id, org_path, state, id);
alter table employees add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('employees');

-- A login is its own thing, so that nobody who edits a person's phone edits a way in (trust 1b).
create table logins (
  tenant_id     uuid not null,
  employee_id   uuid not null,
  username      text not null check (username = lower(username) and username ~ '^[^\s@/]{2,60}$'),
  password_hash text not null,
  is_enabled    boolean not null default true,
  changed_at    timestamptz not null,
  primary key (tenant_id, employee_id),
  unique (tenant_id, username)
);
alter table logins add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('logins');

create table roles (
  tenant_id   uuid not null,
  id          uuid not null,
  key         text not null,
  name        text not null,
  permissions text[] not null,
  home        text not null default 'today',
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
select protect_tenant('roles');

-- Where in the tree a role holds: a path prefix, so that a headquarters over 5,000 shops is one range.
create table role_grants (
  tenant_id   uuid not null,
  employee_id uuid not null,
  role_id     uuid not null,
  scope_path  text not null collate "C",
  created_at  timestamptz not null,
  primary key (tenant_id, employee_id, role_id, scope_path)
);
alter table role_grants add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table role_grants add foreign key (tenant_id, role_id) references roles (tenant_id, id);
select protect_tenant('role_grants');

create table sessions (
  tenant_id    uuid not null,
  id           uuid not null,
  secret_hash  bytea not null,
  employee_id  uuid not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  user_agent   text not null default '',
  address      text not null default '',
  primary key (tenant_id, id)
);
create index sessions_of on sessions (tenant_id, employee_id, last_seen_at desc);
alter table sessions add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('sessions');

create table api_keys (
  tenant_id   uuid not null,
  id          uuid not null,
  name        text not null,
  secret_hash bytea not null,
  role_id     uuid not null,
  scope_path  text not null collate "C",
  expires_at  timestamptz not null,
  revoked_at  timestamptz,
  created_by  uuid not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
alter table api_keys add foreign key (tenant_id, role_id) references roles (tenant_id, id);
select protect_tenant('api_keys');

-- ORG-06: who acts for whom, from when to when; never two stand-ins for one person at a time.
create table stand_ins (
  tenant_id    uuid not null,
  id           uuid not null,
  absent_id    uuid not null,
  stand_in_id  uuid not null check (stand_in_id <> absent_id),
  from_at      timestamptz not null,
  until_at     timestamptz not null check (until_at > from_at),
  named_by     uuid not null,
  ended_at     timestamptz,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
create index stand_ins_of on stand_ins (tenant_id, absent_id, from_at, until_at) where ended_at is null;
alter table stand_ins add foreign key (tenant_id, absent_id) references employees (tenant_id, id);
alter table stand_ins add foreign key (tenant_id, stand_in_id) references employees (tenant_id, id);
select protect_tenant('stand_ins');
