-- Rules of following up as data (FUP-01, FUP-02): each change is an edition that stays, and what was planned keeps the edition
-- that it was planned by. What holds in a place is the last edition of the nearest unit above it that has one; where none
-- has, what the product is shipped with.
create table follow_up_rule_editions (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  occasion        text not null check (occasion in ('first', 'question', 'second', 'refusedWork', 'missed', 'complaintClosed',
                    'firstService', 'longUnseen', 'reminder', 'segment')),
  edition         integer not null check (edition > 0),
  is_withdrawn    boolean not null,
  is_on           boolean not null,
  earliest_days   integer not null check (earliest_days between 0 and 400),
  latest_days     integer not null check (latest_days between earliest_days and 400),
  conditions      jsonb not null,
  post_key        text,
  agent_id        uuid,
  channel         text not null check (channel in ('phone', 'visit')),
  script          text not null,
  most_tries      integer not null check (most_tries between 1 and 10),
  spacing_minutes integer not null check (spacing_minutes between 30 and 4800),
  expires_days    integer not null check (expires_days between 0 and 180),
  counts_as_done  text not null check (counts_as_done in ('reached', 'triesUsedUp')),
  starts_on       date not null,
  created_by      uuid not null,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  check (post_key is null or agent_id is null)
);
comment on column follow_up_rule_editions.is_withdrawn is 'The unit gave its own rule up: what holds above it holds here again.';
comment on column follow_up_rule_editions.agent_id is 'Who is to call; while he cannot, or served himself, whoever may call.';
comment on column follow_up_rule_editions.starts_on is 'Nothing is due by it before this day: a new rule does not flood the shop with years of calls.';
create unique index follow_up_rule_editions_of on follow_up_rule_editions (tenant_id, occasion, org_path, edition);
create index follow_up_rule_editions_by on follow_up_rule_editions (tenant_id, created_by);
create index follow_up_rule_editions_agent on follow_up_rule_editions (tenant_id, agent_id) where agent_id is not null;
select protect_tenant('follow_up_rule_editions', append_only => true);

alter table follow_ups add column edition_id uuid;
comment on column follow_ups.edition_id is 'The edition of the rule that it was planned by; none: what the product is shipped with.';
alter table follow_ups add foreign key (tenant_id, edition_id) references follow_up_rule_editions (tenant_id, id);
create index follow_ups_of_edition on follow_ups (tenant_id, edition_id) where edition_id is not null;

-- Who did not come back for long, and new cars that were never in: by the day on which they come due.
create index vehicles_last_seen on vehicles (tenant_id, last_visit_on, id) where last_visit_on is not null;
create index vehicles_never_in on vehicles (tenant_id, first_registered_on, id) where last_visit_on is null and first_registered_on is not null;
-- What is expected in the coming weeks: cars in the shop by the time promised, complaints by their term.
create index service_orders_promised on service_orders (tenant_id, promised_at, id) where promised_at is not null
  and state not in ('delivered', 'leftUnrepaired', 'cancelled');
