-- What the house writes again and again, by edition: written by one person, approved by another, then used.
create table message_templates (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  series_id    uuid not null,
  edition      integer not null check (edition between 1 and 9999),
  name         text not null check (name <> ''),
  purpose      text not null check (purpose in ('service', 'marketing')),
  channel      text not null check (channel in ('sms', 'email', 'wecom')),
  language     text not null check (language in ('zh-CN', 'en')),
  subject      text not null default '',
  body         text not null check (body <> ''),
  provider_template  text not null default '',
  provider_signature text not null default '',
  state        text not null default 'draft' check (state in ('draft', 'asked', 'approved', 'refused', 'retired')),
  refusal      text not null default '',
  written_by   uuid,
  asked_by     uuid,
  asked_at     timestamptz,
  decided_by   uuid,
  decided_at   timestamptz,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column message_templates.series_id is 'The id of its first edition.';
comment on column message_templates.provider_template is 'The number under which the SMS provider has approved these words.';
create unique index message_templates_edition on message_templates (tenant_id, series_id, edition);
create unique index message_templates_open on message_templates (tenant_id, series_id)
  where state in ('draft', 'asked', 'refused');
create unique index message_templates_in_use on message_templates (tenant_id, series_id) where state = 'approved';
create index message_templates_list on message_templates (tenant_id, org_path, id desc);
alter table message_templates add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('message_templates');

-- Of which edition a message was made, and what a provider needs to send it: its number for the words, and the values.
alter table messages add column template_id uuid;
alter table messages add column provider_template text not null default '';
alter table messages add column provider_signature text not null default '';
alter table messages add column template_values jsonb not null default '[]';
comment on column messages.template_values is 'What stands for each variable, in the order of the text: [["plate", "粤A12345"]].';
create index messages_of_template on messages (tenant_id, template_id) where template_id is not null;
alter table messages add foreign key (tenant_id, template_id) references message_templates (tenant_id, id);
