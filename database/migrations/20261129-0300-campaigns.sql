-- Campaigns (CAR-03, CAR-04, FUP-08): greetings, tips, offers and events for a saved segment, each customer judged one by one.
create table campaigns (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  kind          text not null check (kind in ('greeting', 'tip', 'offer', 'event')),
  name          text not null,
  content       text not null default '',
  segment_id    uuid not null,
  template_id   uuid,
  happens_at    timestamptz,
  place         text not null default '',
  capacity      integer check (capacity between 1 and 5000),
  state         text not null default 'draft' check (state in ('draft', 'approved', 'running', 'ended', 'stopped')),
  reason        text not null default '',
  examined_at   timestamptz,
  written_by    uuid,
  approved_by   uuid,
  approved_at   timestamptz,
  is_own_approval boolean not null default false,
  started_at    timestamptz,
  ended_at      timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check ((kind = 'event') = (happens_at is not null) and (kind = 'event') = (capacity is not null)),
  check (state not in ('approved', 'running', 'ended') or approved_at is not null)
);
comment on column campaigns.reason is 'Why it was stopped.';
comment on column campaigns.examined_at is 'When its customers were taken from the segment; each of them is judged then, and again when he is written to.';
comment on column campaigns.is_own_approval is 'Approved by who wrote it, there being nobody else with the right: a house of one.';
alter table campaigns add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table campaigns add foreign key (tenant_id, segment_id) references segments (tenant_id, id);
alter table campaigns add foreign key (tenant_id, template_id) references message_templates (tenant_id, id);
alter table campaigns add foreign key (tenant_id, written_by) references employees (tenant_id, id);
alter table campaigns add foreign key (tenant_id, approved_by) references employees (tenant_id, id);
select protect_tenant('campaigns');

create table campaign_rounds (
  tenant_id     uuid not null,
  id            uuid not null,
  campaign_id   uuid not null,
  way           text not null check (way in ('message', 'call', 'letter')),
  from_on       date not null,
  until_on      date not null,
  state         text not null default 'planned' check (state in ('planned', 'running', 'done')),
  plan_id       uuid,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, campaign_id, way),
  check (from_on <= until_on)
);
comment on column campaign_rounds.plan_id is 'The plan of calls (segment_plans) that its calls belong to.';
alter table campaign_rounds add foreign key (tenant_id, campaign_id) references campaigns (tenant_id, id);
alter table campaign_rounds add foreign key (tenant_id, plan_id) references segment_plans (tenant_id, id);
select protect_tenant('campaign_rounds');

create table campaign_contacts (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  campaign_id   uuid not null,
  round_id      uuid not null,
  customer_id   uuid not null,
  vehicle_id    uuid,
  state         text not null default 'drawn' check (state in ('drawn', 'ready', 'leftOut', 'sent')),
  reason        text not null default '',
  message_id    uuid,
  letter_id     uuid,
  sent_at       timestamptz,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, customer_id),
  check ((state = 'leftOut') = (reason <> '')),
  check ((state = 'sent') = (sent_at is not null))
);
comment on table campaign_contacts is 'One customer in one round of a campaign: written to once, or left out with the reason.';
create index campaign_contacts_page on campaign_contacts (tenant_id, campaign_id, id);
create index campaign_contacts_due on campaign_contacts (tenant_id, round_id, state, id);
create index campaign_contacts_of_customer on campaign_contacts (tenant_id, customer_id, id);
alter table campaign_contacts add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table campaign_contacts add foreign key (tenant_id, campaign_id) references campaigns (tenant_id, id);
alter table campaign_contacts add foreign key (tenant_id, round_id) references campaign_rounds (tenant_id, id);
alter table campaign_contacts add foreign key (tenant_id, message_id) references messages (tenant_id, id);
alter table campaign_contacts add foreign key (tenant_id, letter_id) references letters (tenant_id, id);
select protect_tenant('campaign_contacts');
