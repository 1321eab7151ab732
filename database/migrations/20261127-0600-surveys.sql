-- Satisfaction surveys (SUR-01, SUR-02): questionnaires by edition, one answer an invitation.
create table questionnaires (
  tenant_id  uuid not null,
  id         uuid not null,
  occasion   text not null check (occasion in ('delivery', 'complaintClosed', 'yearly')),
  edition    integer not null check (edition >= 1),
  content    jsonb not null,
  source     text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, occasion, edition)
);
comment on table questionnaires is 'A published edition; rows are only added, so what was asked stays as it was asked.';
alter table questionnaires add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('questionnaires', append_only => true);

create table survey_invitations (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  questionnaire_id uuid not null,
  occasion         text not null check (occasion in ('delivery', 'complaintClosed', 'yearly')),
  customer_id      uuid not null,
  vehicle_id       uuid,
  order_id         uuid,
  complaint_id     uuid,
  advisor_id       uuid,
  technician_id    uuid,
  anchored_at      timestamptz not null,
  state            text not null check (state in ('planned', 'sent', 'answered', 'expired', 'withheld')),
  drawn_at         timestamptz not null,
  way              text not null check (way in ('call', 'sms')),
  sent_at          timestamptz,
  call_at          timestamptz,
  expires_at       timestamptz not null,
  withheld_reason  text not null default '',
  phone_before     text not null default '',
  is_phone_changed boolean not null default false,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'withheld') = (withheld_reason <> '')),
  check (state not in ('sent', 'answered', 'expired') or sent_at is not null)
);
comment on column survey_invitations.drawn_at is 'When it is asked: drawn once within the window, so that nobody at the shop knows the hour.';
comment on column survey_invitations.call_at is 'From when the customer may be asked by telephone.';
comment on column survey_invitations.phone_before is 'The telephone on file at the visit, until it is asked: one changed in between is reported.';
alter table survey_invitations add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, questionnaire_id) references questionnaires (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, advisor_id) references employees (tenant_id, id);
alter table survey_invitations add foreign key (tenant_id, technician_id) references employees (tenant_id, id);
create unique index survey_invitations_order on survey_invitations (tenant_id, order_id) where order_id is not null and occasion <> 'complaintClosed';
create unique index survey_invitations_complaint on survey_invitations (tenant_id, complaint_id, anchored_at) where complaint_id is not null;
create index survey_invitations_listed on survey_invitations (tenant_id, anchored_at desc, id desc);
create index survey_invitations_due on survey_invitations (tenant_id, call_at, id) where state = 'sent';
create index survey_invitations_customer on survey_invitations (tenant_id, customer_id, anchored_at desc);
create index survey_invitations_vehicle on survey_invitations (tenant_id, vehicle_id) where vehicle_id is not null;
create index survey_invitations_sent on survey_invitations (tenant_id, sent_at) where sent_at is not null;
create index survey_invitations_asked on survey_invitations (tenant_id, questionnaire_id);
select protect_tenant('survey_invitations');

create table survey_answers (
  tenant_id            uuid not null,
  id                   uuid not null,
  org_unit_id          uuid not null,
  org_path             text not null collate "C",
  survey_invitation_id uuid not null,
  answers              jsonb not null,
  overall              integer check (overall between 1 and 10),
  overall_of           integer check (overall_of in (5, 10)),
  recommend            integer check (recommend between 0 and 10),
  is_low               boolean not null default false,
  way                  text not null check (way in ('link', 'call')),
  device_mark          text not null default '',
  taken_by             uuid,
  matter_id            uuid,
  opens_at             timestamptz not null,
  at                   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, survey_invitation_id),
  check ((way = 'call') = (taken_by is not null)),
  check ((overall is null) = (overall_of is null))
);
comment on column survey_answers.opens_at is 'Sealed until then for the shop; headquarters sees it at once.';
comment on column survey_answers.device_mark is 'A hash of the browser and its address: many answers from one device are reported.';
alter table survey_answers add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table survey_answers add foreign key (tenant_id, survey_invitation_id) references survey_invitations (tenant_id, id);
alter table survey_answers add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
alter table survey_answers add foreign key (tenant_id, matter_id) references matters (tenant_id, id);
create index survey_answers_at on survey_answers (tenant_id, at, id);
select protect_tenant('survey_answers', append_only => true);

-- What was answered stays; erasure alone empties the words.
create function survey_is_erased(of_invitation uuid) returns boolean
language sql stable as $$
  select exists (
    select from survey_invitations i join erasures e on e.tenant_id = i.tenant_id and e.customer_id = i.customer_id
     where i.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and i.id = of_invitation)
$$;
grant update (answers, device_mark) on survey_answers to jingming_app;
create policy locked on survey_answers as restrictive for update using (survey_is_erased(survey_invitation_id));

-- A sample that headquarters calls again: drawn by a stored seed, so that anybody can draw it once more.
create table survey_samples (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  seed        text not null,
  from_on     date not null,
  until_on    date not null,
  size        integer not null check (size between 1 and 100),
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
alter table survey_samples add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table survey_samples add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index survey_samples_recent on survey_samples (tenant_id, created_at desc, id desc);
select protect_tenant('survey_samples', append_only => true);

create table survey_checks (
  tenant_id        uuid not null,
  id               uuid not null,
  survey_sample_id uuid not null,
  survey_answer_id uuid not null,
  position         integer not null,
  outcome          text check (outcome in ('confirmed', 'differs', 'notAsked', 'unreachable')),
  words            text not null default '',
  checked_by       uuid,
  checked_at       timestamptz,
  version          integer not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, survey_sample_id, survey_answer_id),
  check ((outcome is null) = (checked_at is null))
);
alter table survey_checks add foreign key (tenant_id, survey_sample_id) references survey_samples (tenant_id, id);
alter table survey_checks add foreign key (tenant_id, survey_answer_id) references survey_answers (tenant_id, id);
alter table survey_checks add foreign key (tenant_id, checked_by) references employees (tenant_id, id);
create index survey_checks_answer on survey_checks (tenant_id, survey_answer_id);
select protect_tenant('survey_checks');
