-- Letters to customers (FUP-07, CAR-02): notice, invitation, reply; the register 追踪服务信函登记表 is what has a number.
create table letters (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  customer_id   uuid not null,
  kind          text not null check (kind in ('notice', 'invitation', 'reply')),
  purpose       text not null check (purpose in ('service', 'marketing')),
  way           text not null check (way in ('post', 'hand', 'email')),
  language      text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  recipient     text not null,
  address       text not null default '',
  subject       text not null,
  body          text not null,
  template_id   uuid,
  is_as_approved boolean not null default false,
  state         text not null default 'draft' check (state in
                  ('draft', 'asked', 'approved', 'printed', 'sent', 'returned', 'withdrawn')),
  reason        text not null default '',
  year          integer check (year between 2000 and 2999),
  position      integer check (position >= 1),
  registered_on date,
  written_by    uuid,
  asked_by      uuid,
  decided_by    uuid,
  decided_at    timestamptz,
  printed_at    timestamptz,
  sent_on       date,
  sent_by       uuid,
  returned_on   date,
  file_id       uuid,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check ((year is null) = (position is null) and (year is null) = (registered_on is null)),
  check (state not in ('approved', 'printed', 'sent', 'returned') or position is not null),
  check (state not in ('sent', 'returned') or sent_on is not null)
);
comment on column letters.is_as_approved is 'Its words are those of an approved template, filled and otherwise unchanged: no second approval.';
comment on column letters.reason is 'Why it was sent back, withdrawn or came back: of the state it is in.';
comment on column letters.position is 'Running number of the unit in the year, without gaps; a withdrawn letter keeps its own.';
comment on column letters.file_id is 'The PDF as it left the house; it lies in the customer''s archive bag too.';
create unique index letters_register on letters (tenant_id, org_unit_id, year, position) where position is not null;
create index letters_registered on letters (tenant_id, registered_on, id) where registered_on is not null;
create index letters_to_post on letters (tenant_id, id) where way = 'post' and state in ('approved', 'printed');
create index letters_of_customer on letters (tenant_id, customer_id, id);
alter table letters add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table letters add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table letters add foreign key (tenant_id, template_id) references message_templates (tenant_id, id);
alter table letters add foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table letters add foreign key (tenant_id, written_by) references employees (tenant_id, id);
alter table letters add foreign key (tenant_id, asked_by) references employees (tenant_id, id);
alter table letters add foreign key (tenant_id, decided_by) references employees (tenant_id, id);
alter table letters add foreign key (tenant_id, sent_by) references employees (tenant_id, id);
select protect_tenant('letters');
