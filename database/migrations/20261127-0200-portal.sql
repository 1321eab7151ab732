-- The customer's page of his order (CAR-07, WSH-05, WSH-12): what the shop lets him see, what he asks, what he signs.

-- An additional item goes to the customer only after the desk has named its price (WSH-05).
alter table job_lines add column priced_at timestamptz;
comment on column job_lines.priced_at is 'When the desk named the price of an additional item for the customer; empty until then.';

-- Photos of the order's papers that the customer may see; taken back, the row goes and the audit keeps who did it.
create table released_photos (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  file_id     uuid not null,
  line_id     uuid,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id, file_id)
);
comment on column released_photos.line_id is 'The job that it explains, while it stands on the quotation; empty where it shows the car or the progress.';
alter table released_photos add foreign key (tenant_id, order_id, file_id)
  references order_papers (tenant_id, order_id, file_id);
alter table released_photos add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index released_photos_file on released_photos (tenant_id, file_id);
select protect_tenant('released_photos');

-- What the customer asks back, of a job or of the whole, and what the desk answers.
create table order_questions (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  order_id    uuid not null,
  line_id     uuid,
  about       text not null default '',
  question    text not null check (question <> ''),
  answer      text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  check ((answer = '') = (answered_at is null))
);
comment on column order_questions.about is 'The job as it was called when he asked: a line may be quoted anew or taken off.';
alter table order_questions add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table order_questions add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table order_questions add foreign key (tenant_id, answered_by) references employees (tenant_id, id);
create index order_questions_of on order_questions (tenant_id, order_id, id);
select protect_tenant('order_questions');

-- What a customer signed by his link (D-41), as it was shown to him: new rows only.
create table order_signings (
  tenant_id         uuid not null,
  id                uuid not null,
  order_id          uuid not null,
  link_id           uuid not null,
  quote_hash        text not null check (quote_hash ~ '^[0-9a-f]{64}$'),
  statement         text not null,
  sum_fen           bigint not null check (sum_fen >= 0),
  signed_by         text not null,
  signature_file_id uuid not null,
  address           text not null,
  user_agent        text not null,
  proved_at         timestamptz not null,
  at                timestamptz not null,
  primary key (tenant_id, id)
);
comment on column order_signings.quote_hash is 'Over the jobs with their prices and payers that were shown: another price, another hash.';
comment on column order_signings.proved_at is 'When this browser showed the code that the customer knows.';
alter table order_signings add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table order_signings add foreign key (tenant_id, link_id) references links (tenant_id, id);
alter table order_signings add foreign key (tenant_id, signature_file_id) references files (tenant_id, id);
create index order_signings_of on order_signings (tenant_id, order_id, at, id);
select protect_tenant('order_signings', append_only => true);

-- The words can be emptied for a customer who is being erased, and nothing else of it changes.
create function order_is_erased(of_order uuid) returns boolean
language sql stable as $$
  select exists (
    select from service_orders o join erasures e on e.tenant_id = o.tenant_id and e.customer_id = o.customer_id
     where o.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and o.id = of_order)
$$;
grant update (statement, signed_by, address, user_agent) on order_signings to jingming_app;
create policy locked on order_signings as restrictive for update using (order_is_erased(order_id));
