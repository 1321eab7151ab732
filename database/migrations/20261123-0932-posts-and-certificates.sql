-- ORG-04, ORG-05: posts as written, who holds them, what they are assessed by, and the papers that prove a skill.

-- A tenant's own wording of a post, version after version; without a row the product's default stands.
create table post_versions (
  tenant_id      uuid not null,
  id             uuid not null,
  post_key       text not null,
  version        integer not null check (version > 1),
  duties         jsonb not null,
  qualifications jsonb not null,
  qualities      jsonb not null,
  created_by     uuid,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, post_key, version)
);
select protect_tenant('post_versions', append_only => true);

create table post_holdings (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  employee_id  uuid not null,
  post_key     text not null check (post_key in (
    'serviceManager', 'supervisor', 'serviceAdvisor', 'intakeClerk', 'customerAgent', 'technician', 'teamLeader',
    'fitter', 'electrician', 'outgoingInspector', 'partsKeeper', 'cashier', 'serviceSupervisor')),
  is_dedicated boolean not null default false,
  since_on     date not null,
  until_on     date check (until_on >= since_on),
  created_by   uuid,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column post_holdings.is_dedicated is '专职: this post and no other work.';
create unique index post_holdings_once on post_holdings (tenant_id, employee_id, post_key) where until_on is null;
create index post_holdings_of on post_holdings (tenant_id, employee_id, id);
create index post_holdings_in on post_holdings (tenant_id, org_path, post_key) where until_on is null;
alter table post_holdings add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table post_holdings add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('post_holdings');

create table post_assessments (
  tenant_id   uuid not null,
  id          uuid not null,
  org_path    text not null collate "C",
  employee_id uuid not null,
  post_key    text not null check (post_key in (
    'serviceManager', 'supervisor', 'serviceAdvisor', 'intakeClerk', 'customerAgent', 'technician', 'teamLeader',
    'fitter', 'electrician', 'outgoingInspector', 'partsKeeper', 'cashier', 'serviceSupervisor')),
  post_version integer not null,
  scores      jsonb not null check (jsonb_typeof(scores) = 'array'),
  note        text not null default '',
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column post_assessments.scores is 'By quality of the post, 1 to 5.';
create index post_assessments_of on post_assessments (tenant_id, employee_id, id desc);
alter table post_assessments add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('post_assessments', append_only => true);

create table certificates (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  employee_id uuid not null,
  name        text not null check (name <> ''),
  number      text not null,
  issuer      text not null default '',
  issued_on   date,
  expires_on  date check (expires_on >= issued_on),
  file_id     uuid,
  is_withdrawn boolean not null default false,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index certificates_of on certificates (tenant_id, employee_id, id);
create index certificates_by_expiry on certificates (tenant_id, coalesce(expires_on, 'infinity'::date), id)
  where not is_withdrawn;
alter table certificates add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table certificates add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table certificates add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('certificates');
