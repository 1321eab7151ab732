-- What is sent to a customer or comes from one, over any channel; sent by the outbox.
create table messages (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  customer_id uuid,
  direction   text not null check (direction in ('out', 'in')),
  channel     text not null check (channel in ('sms', 'email', 'wecom', 'letter', 'phone')),
  purpose     text not null check (purpose in ('service', 'marketing')),
  template    text not null default '',
  address     text not null default '',
  subject     text not null default '',
  body        text not null,
  about_type  text,
  about_id    uuid,
  state       text not null default 'queued' check (state in ('queued', 'held', 'sent', 'failed', 'received')),
  held_reason text not null default '',
  sent_at     timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index messages_of on messages (tenant_id, customer_id, id desc) where customer_id is not null;
create index messages_recent on messages (tenant_id, org_path, id desc);
alter table messages add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('messages');
