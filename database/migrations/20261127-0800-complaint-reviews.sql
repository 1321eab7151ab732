-- Learning from complaints (CMP-13 to CMP-15): the pack of a period as it stood when it was made, what was said over it, and what was agreed on.

create table complaint_reviews (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  grain       text not null check (grain in ('month', 'quarter', 'year')),
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  state       text not null default 'prepared' check (state in ('prepared', 'held')),
  pack        jsonb not null,
  minutes     text not null default '',
  held_at     timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column complaint_reviews.pack is 'Figures, trend, bars and cases, frozen; people and complaints stand in it by their ids alone.';
create index complaint_reviews_recent on complaint_reviews (tenant_id, from_on desc, id desc);
alter table complaint_reviews add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table complaint_reviews add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('complaint_reviews');

-- Who is invited.
create table complaint_review_people (
  tenant_id   uuid not null,
  id          uuid not null,
  review_id   uuid not null,
  employee_id uuid not null,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, employee_id)
);
alter table complaint_review_people add foreign key (tenant_id, review_id) references complaint_reviews (tenant_id, id);
alter table complaint_review_people add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table complaint_review_people add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('complaint_review_people');

-- What is to make a kind of complaint rarer: agreed on over a pack, or planned against a hot spot (prevention).
create table complaint_measures (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  review_id       uuid,
  purpose         text not null check (purpose in ('improvement', 'prevention')),
  risk_area       text not null default '',
  words           text not null check (words <> ''),
  quality_control text not null default '',
  education       text not null default '',
  effect_expected text not null default '',
  kind            text check (kind in ('productQuality', 'serviceAttitude', 'repairTechnique', 'price', 'timeliness', 'parts', 'other')),
  cause_kind      text check (cause_kind in ('design', 'production', 'serviceProcess', 'repair', 'parts', 'customerHandling', 'other')),
  owner_id        uuid not null,
  due_on          date not null,
  state           text not null default 'agreed' check (state in ('agreed', 'done', 'dropped')),
  done_on         date,
  result          text not null default '',
  version         integer not null default 1,
  created_by      uuid,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  check (purpose <> 'prevention' or risk_area <> ''),
  check ((state = 'done') = (done_on is not null))
);
comment on column complaint_measures.kind is 'What it is to make rarer; with neither kind nor cause: complaints as a whole. Its effect is measured by it.';
comment on column complaint_measures.education is 'What customers are told, as text to be copied into a message.';
create index complaint_measures_due on complaint_measures (tenant_id, due_on, id);
create index complaint_measures_of_review on complaint_measures (tenant_id, review_id, id) where review_id is not null;
create index complaint_measures_owner on complaint_measures (tenant_id, owner_id) where state = 'agreed';
alter table complaint_measures add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table complaint_measures add foreign key (tenant_id, review_id) references complaint_reviews (tenant_id, id);
alter table complaint_measures add foreign key (tenant_id, owner_id) references employees (tenant_id, id);
alter table complaint_measures add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('complaint_measures');

-- Only what is open has a due time: what is overdue is found among these.
create index complaints_late on complaints (tenant_id, due_at, id) where due_at is not null;
