-- Inspection by template (进厂检验, 出厂检验: WSH-03, WSH-08). A published edition never changes: a new edition replaces it.
create table inspection_templates (
  tenant_id    uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('intake', 'final')),
  grade        text not null default '' check (grade in ('', 'overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special')),
  vehicle_type text not null default '',
  edition      integer not null check (edition > 1),
  name         text not null check (name <> ''),
  source       text not null check (source <> ''),
  sections     jsonb not null check (jsonb_typeof(sections) = 'array'),
  state        text not null check (state in ('draft', 'published')),
  published_at timestamptz,
  published_by uuid,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, grade, vehicle_type, edition),
  check ((state = 'published') = (published_at is not null))
);
comment on column inspection_templates.grade is 'The grade of work that it is for; empty for every grade that has none of its own.';
comment on column inspection_templates.vehicle_type is 'As the file of a vehicle says it; empty for every type that has none of its own.';
comment on column inspection_templates.edition is 'The first edition of each is the house''s own, which comes with the program.';
alter table inspection_templates add foreign key (tenant_id, published_by) references employees (tenant_id, id);
alter table inspection_templates add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create unique index inspection_templates_one_draft on inspection_templates (tenant_id, kind, grade, vehicle_type)
  where state = 'draft';
select protect_tenant('inspection_templates');
create policy published on inspection_templates as restrictive for update using (state = 'draft') with check (true);
create policy published_stays on inspection_templates as restrictive for delete using (state = 'draft');

-- A sheet of one visit: what is asked stands on it as it was asked, and after the signature nothing changes (WSH-09).
create table inspection_sheets (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  order_id         uuid not null,
  kind             text not null check (kind in ('intake', 'final')),
  state            text not null check (state in ('open', 'signed')),
  grade            text check (grade in ('overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special')),
  template_name    text not null,
  template_edition integer not null,
  template_source  text not null,
  sections         jsonb not null,
  answers          jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  passed           boolean,
  note             text not null default '',
  inspector_id     uuid,
  signed_at        timestamptz,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'signed') = (signed_at is not null and inspector_id is not null and passed is not null))
);
comment on column inspection_sheets.sections is 'What is asked, as the edition said it when the sheet was begun; on a final sheet with the jobs of the order.';
comment on column inspection_sheets.answers is 'By the key of an item: light, reading, note.';
alter table inspection_sheets add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table inspection_sheets add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table inspection_sheets add foreign key (tenant_id, inspector_id) references employees (tenant_id, id);
alter table inspection_sheets add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index inspection_sheets_of on inspection_sheets (tenant_id, order_id, created_at);
create unique index inspection_sheets_one_open on inspection_sheets (tenant_id, order_id, kind) where state = 'open';
select protect_tenant('inspection_sheets');

create table inspection_photos (
  tenant_id           uuid not null,
  id                  uuid not null,
  inspection_sheet_id uuid not null,
  item_key            text not null,
  file_id             uuid not null,
  taken_at            timestamptz not null,
  created_by          uuid,
  created_at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, inspection_sheet_id, item_key, file_id)
);
alter table inspection_photos add foreign key (tenant_id, inspection_sheet_id) references inspection_sheets (tenant_id, id);
alter table inspection_photos add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table inspection_photos add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index inspection_photos_file on inspection_photos (tenant_id, file_id);
select protect_tenant('inspection_photos');

-- 检验中有不明之处必须问清 (WSH-03): asked at the car, answered at the desk.
create table inspection_questions (
  tenant_id           uuid not null,
  id                  uuid not null,
  inspection_sheet_id uuid not null,
  item_key            text not null,
  question            text not null check (question <> ''),
  asked_by            uuid,
  asked_at            timestamptz not null,
  answer              text not null default '',
  answered_by         uuid,
  answered_at         timestamptz,
  primary key (tenant_id, id),
  check ((answered_at is null) = (answer = ''))
);
alter table inspection_questions add foreign key (tenant_id, inspection_sheet_id) references inspection_sheets (tenant_id, id);
alter table inspection_questions add foreign key (tenant_id, asked_by) references employees (tenant_id, id);
alter table inspection_questions add foreign key (tenant_id, answered_by) references employees (tenant_id, id);
create index inspection_questions_of on inspection_questions (tenant_id, inspection_sheet_id, asked_at, id);
select protect_tenant('inspection_questions');

-- What was found and put before the desk as a line of the order: once for each item.
create table inspection_offers (
  tenant_id           uuid not null,
  id                  uuid not null,
  inspection_sheet_id uuid not null,
  item_key            text not null,
  offered_by          uuid,
  at                  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, inspection_sheet_id, item_key)
);
alter table inspection_offers add foreign key (tenant_id, inspection_sheet_id) references inspection_sheets (tenant_id, id);
alter table inspection_offers add foreign key (tenant_id, offered_by) references employees (tenant_id, id);
select protect_tenant('inspection_offers', append_only => true);

-- The lock: after the signature words can be emptied for a customer who is being erased, and nothing else.
create function inspected_order_is_erased(of_order uuid) returns boolean
language sql stable as $$
  select exists (
    select from service_orders o join erasures e on e.tenant_id = o.tenant_id and e.customer_id = o.customer_id
     where o.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and o.id = of_order)
$$;
create function inspection_sheet_may_change(of_sheet uuid) returns boolean
language sql stable as $$
  select exists (
    select from inspection_sheets s
     where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and s.id = of_sheet
       and (s.state = 'open' or inspected_order_is_erased(s.order_id)))
$$;
create policy locked on inspection_sheets as restrictive for update
  using (state = 'open' or inspected_order_is_erased(order_id)) with check (true);
create policy locked_from_removal on inspection_sheets as restrictive for delete using (state = 'open');
create policy locked on inspection_photos as restrictive for update using (inspection_sheet_may_change(inspection_sheet_id));
create policy locked_from_removal on inspection_photos as restrictive for delete
  using (inspection_sheet_may_change(inspection_sheet_id));
create policy locked on inspection_questions as restrictive for update
  using (inspection_sheet_may_change(inspection_sheet_id));
create policy locked_from_removal on inspection_questions as restrictive for delete using (false);
