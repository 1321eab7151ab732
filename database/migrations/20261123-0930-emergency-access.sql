-- Break-glass: somebody goes beyond his own scope, for an hour at most, in the sight of those whose house it is.
create table emergency_accesses (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  employee_id uuid not null,
  session_id  uuid not null,
  reason      text not null check (reason <> ''),
  until_at    timestamptz not null,
  ended_at    timestamptz,
  reads       integer not null default 0,
  changes     integer not null default 0,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  check (until_at > created_at and until_at <= created_at + interval '60 minutes')
);
alter table emergency_accesses add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table emergency_accesses add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table emergency_accesses add foreign key (tenant_id, session_id) references sessions (tenant_id, id);
create index emergency_accesses_of_session on emergency_accesses (tenant_id, session_id) where ended_at is null;
create index emergency_accesses_of on emergency_accesses (tenant_id, employee_id, created_at);
create index emergency_accesses_at on emergency_accesses (tenant_id, org_path, id);
select protect_tenant('emergency_accesses');

-- Houses that were founded before get the new right where new ones have it.
alter table roles no force row level security;
update roles set permissions = permissions || '{emergency.open}'
 where key in ('owner', 'supervisor') and not 'emergency.open' = any(permissions);
alter table roles force row level security;
