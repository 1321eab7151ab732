-- What the law asks in a complaint (CMP-18): which item of its checklist was looked after, by whom and when. The items are data of the program.
create table complaint_law_ticks (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  item         text not null check (item <> ''),
  done_by      uuid not null,
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, item)
);
alter table complaint_law_ticks add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_law_ticks add foreign key (tenant_id, done_by) references employees (tenant_id, id);
select protect_tenant('complaint_law_ticks');
