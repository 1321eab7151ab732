-- WeCom customer service (微信客服, CAR-01): who of our customers is which person there, and how far its messages were read.
create table wecom_contacts (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  customer_id     uuid not null,
  open_kfid       text not null,
  external_userid text not null,
  link_mark       text not null,
  bound_at        timestamptz not null,
  version         integer not null default 1,
  created_by      uuid,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, external_userid),
  unique (tenant_id, link_mark)
);
comment on column wecom_contacts.link_mark is 'By which link he came: one link binds one person.';
alter table wecom_contacts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table wecom_contacts add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table wecom_contacts add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index wecom_contacts_customer on wecom_contacts (tenant_id, customer_id, id desc);
select protect_tenant('wecom_contacts');

create table wecom_cursors (
  tenant_id  uuid not null,
  id         uuid not null,
  corp_id    text not null,
  open_kfid  text not null,
  cursor     text not null default '',
  version    integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, corp_id, open_kfid)
);
comment on column wecom_cursors.cursor is 'Up to where the messages of a customer service account were read.';
select protect_tenant('wecom_cursors');
