-- What a customer asks for as the person his data speak of (PIPL art. 44 to 50), with its clock; and the restriction
-- of processing that may come of it.

create table rights_requests (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  number         text not null check (number <> ''),
  customer_id    uuid not null,
  kind           text not null check (kind in ('access', 'copy', 'correction', 'deletion', 'restriction', 'withdrawal')),
  channel        text not null check (channel in ('inPerson', 'phone', 'letter', 'link')),
  identity_by    text not null check (identity_by in ('idDocument', 'calledBack', 'knownHere', 'authorised')),
  asked_by_name  text not null,
  wish           text not null,
  state          text not null check (state in ('open', 'answered', 'refused')),
  received_at    timestamptz not null,
  due_at         timestamptz not null,
  term_days      integer not null check (term_days > 0),
  term_source    text not null,
  extended_at    timestamptz,
  extend_reason  text not null default '',
  answer         text not null default '',
  complain_way   text not null default '',
  evidence_type  text not null default '',
  evidence_id    uuid,
  decided_at     timestamptz,
  decided_by     uuid,
  version        integer not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  created_by     uuid,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number),
  check ((state = 'open') = (decided_at is null))
);
comment on column rights_requests.term_source is 'Where the term came from on the day the request came in.';
comment on column rights_requests.evidence_id is 'What was done for it: a copy, a restriction, the edit of the file.';
alter table rights_requests add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table rights_requests add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table rights_requests add foreign key (tenant_id, decided_by) references employees (tenant_id, id);
alter table rights_requests add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index rights_requests_due on rights_requests (tenant_id, state, due_at, id);
create index rights_requests_customer on rights_requests (tenant_id, customer_id, id);
select protect_tenant('rights_requests');

-- While a row stands that is not ended, nobody contacts the customer but for what he bought or complained of.
create table processing_restrictions (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  customer_id  uuid not null,
  reason       text not null,
  ended_at     timestamptz,
  ended_by     uuid,
  end_reason   text not null default '',
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  created_by   uuid,
  primary key (tenant_id, id)
);
alter table processing_restrictions add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table processing_restrictions add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table processing_restrictions add foreign key (tenant_id, ended_by) references employees (tenant_id, id);
alter table processing_restrictions add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index processing_restrictions_customer on processing_restrictions (tenant_id, customer_id, id);
select protect_tenant('processing_restrictions');
