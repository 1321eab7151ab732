-- Which heading of a list of another program means what, kept under a name (ARC-09): a list with the same headings is
-- read by it.
create table import_maps (
  tenant_id  uuid not null,
  id         uuid not null,
  org_unit_id uuid not null,
  org_path   text not null collate "C",
  kind       text not null check (kind in ('customers', 'vehicles')),
  name       text not null check (name <> ''),
  headings   text[] not null,
  heading_key text not null check (heading_key <> ''),
  fields     jsonb not null,
  version    integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint import_maps_name unique (tenant_id, org_unit_id, kind, name)
);
comment on column import_maps.headings is 'Of all columns in their order, without blanks, punctuation and case.';
comment on column import_maps.heading_key is 'The headings in the order of the alphabet: columns may stand elsewhere the next time.';
comment on column import_maps.fields is 'By field: which of the headings, counted from 0.';
create index import_maps_key on import_maps (tenant_id, kind, heading_key, updated_at desc);
create index import_maps_recent on import_maps (tenant_id, org_path, id desc);
select protect_tenant('import_maps');

alter table import_batches add column map_name text not null default '';
comment on column import_batches.map_name is 'The saved map by which its columns were recognised; empty where none was.';
