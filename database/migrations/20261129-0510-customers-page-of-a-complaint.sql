-- What a customer and the house say to each other on his page of a complaint (CAR-07, CMP-12).
create table complaint_talks (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  complaint_id uuid not null,
  by_customer  boolean not null,
  words        text not null check (words <> ''),
  file_id      uuid,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column complaint_talks.file_id is 'A picture that came with it.';
alter table complaint_talks add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table complaint_talks add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_talks add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table complaint_talks add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index complaint_talks_of on complaint_talks (tenant_id, complaint_id, id);
create index complaint_talks_file on complaint_talks (tenant_id, file_id) where file_id is not null;
select protect_tenant('complaint_talks');

-- The customer may answer an offer on his page himself.
alter table complaint_solutions drop constraint complaint_solutions_answer_how_check;
alter table complaint_solutions add constraint complaint_solutions_answer_how_check
  check (answer_how in ('phone', 'signed', 'letter', 'desk', 'message', 'link'));
