-- What a unit reports of its complaints to the unit above it (投诉定期报告): counted after the period, sealed when it goes,
-- corrected only by another edition.
create table complaint_reports (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  to_unit_id    uuid not null,
  grain         text not null check (grain in ('week', 'month', 'quarter')),
  from_on       date not null,
  until_on      date not null check (until_on > from_on),
  edition       integer not null default 1 check (edition > 0),
  state         text not null default 'drafted' check (state in ('drafted', 'sent')),
  facts         jsonb not null,
  figures_at    timestamptz not null,
  summary       text not null default '',
  overdue_words text not null default '',
  plan          text not null default '',
  words_until   timestamptz not null,
  due_at        timestamptz not null,
  sent_at       timestamptz,
  sent_by       uuid,
  corrected_why text not null default '',
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, grain, from_on, edition),
  constraint complaint_reports_sent check ((state = 'sent') = (sent_at is not null)),
  constraint complaint_reports_corrected check ((edition = 1) = (corrected_why = ''))
);
comment on column complaint_reports.to_unit_id is 'The unit that stood above it when it went: a unit that moves takes its reports along, and who got them stays.';
comment on column complaint_reports.facts is 'The figures with the numbers behind them, and the reports of the units below that they are made of.';
comment on column complaint_reports.words_until is 'Until then the unit may add its words; then it goes as it is.';
comment on column complaint_reports.sent_by is 'Empty: sent by the house itself when the time for words was over.';
alter table complaint_reports add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table complaint_reports add foreign key (tenant_id, to_unit_id) references org_units (tenant_id, id);
alter table complaint_reports add foreign key (tenant_id, sent_by) references employees (tenant_id, id);
alter table complaint_reports add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index complaint_reports_latest on complaint_reports (tenant_id, from_on desc, id desc);
create index complaint_reports_to on complaint_reports (tenant_id, to_unit_id);
create index complaint_reports_sent_by on complaint_reports (tenant_id, sent_by);
create index complaint_reports_created_by on complaint_reports (tenant_id, created_by);
select protect_tenant('complaint_reports');

-- What was closed in a period, and what was still open at its end.
create index complaints_closed on complaints (tenant_id, closed_at) where closed_at is not null;
