-- A due contact with a customer (追踪服务): made by rule, done in a window, tried again, or expired.
create table follow_ups (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  rule         text not null,
  customer_id  uuid not null,
  vehicle_id   uuid,
  order_id     uuid,
  first_id     uuid,
  agent_id     uuid,
  earliest_on  date not null,
  latest_on    date not null check (latest_on >= earliest_on),
  sum          jsonb not null,
  state        text not null default 'planned' check (state in ('planned', 'done', 'unreachable', 'expired', 'cancelled')),
  next_try_at  timestamptz,
  tries        integer not null default 0,
  locked_by    uuid,
  locked_until timestamptz,
  done_at      timestamptz,
  end_reason   text not null default '',
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column follow_ups.end_reason is 'Why it ended without a talk: a reason of its last try, or what the supervisor wrote.';
comment on column follow_ups.rule is 'A key of follow-ups/rules.ts: first (FUP-01), second (FUP-02) …';
comment on column follow_ups.latest_on is 'Both ends count: a car fetched on Monday may be called from Thursday on (FUP-01).';
create index follow_ups_due on follow_ups (tenant_id, org_path, state, latest_on, id) where state = 'planned';
create index follow_ups_recent on follow_ups (tenant_id, latest_on desc, id desc);
create index follow_ups_of_agent on follow_ups (tenant_id, agent_id) where state = 'planned';
create index follow_ups_second on follow_ups (tenant_id, first_id) where first_id is not null;
create index follow_ups_of_customer on follow_ups (tenant_id, customer_id, earliest_on desc);
create index follow_ups_of_vehicle on follow_ups (tenant_id, vehicle_id) where vehicle_id is not null;
create index follow_ups_of_order on follow_ups (tenant_id, order_id) where order_id is not null;
create unique index follow_ups_once on follow_ups (tenant_id, rule, order_id) where order_id is not null;
alter table follow_ups add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table follow_ups add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table follow_ups add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table follow_ups add foreign key (tenant_id, first_id) references follow_ups (tenant_id, id);
select protect_tenant('follow_ups');

-- Each try and each talk (追踪服务记录表): who, when, with whom, what about, main points. Never changed.
create table follow_up_calls (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  follow_up_id uuid,
  customer_id  uuid not null,
  vehicle_id   uuid,
  order_id     uuid,
  direction    text not null default 'out' check (direction in ('out', 'in', 'visit')),
  result       text not null check (result in ('connected', 'notConnected', 'invalid')),
  reason       text not null default '',
  topics       text[] not null default '{}',
  answers      jsonb not null default '{}',
  main_points  text not null default '',
  satisfaction integer check (satisfaction between 1 and 5),
  asked_by_customer boolean not null default false,
  by_id        uuid not null,
  acting_for_id uuid,
  at           timestamptz not null,
  primary key (tenant_id, id)
);
comment on column follow_up_calls.asked_by_customer is 'The customer wished to be called outside the calling hours (FUP-09).';
create index follow_up_calls_recent on follow_up_calls (tenant_id, at desc, id desc);
create index follow_up_calls_of on follow_up_calls (tenant_id, customer_id, at desc, id desc);
create index follow_up_calls_for on follow_up_calls (tenant_id, follow_up_id) where follow_up_id is not null;
alter table follow_up_calls add foreign key (tenant_id, follow_up_id) references follow_ups (tenant_id, id);
alter table follow_up_calls add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('follow_up_calls', append_only => true);

-- A demand, hope or question of a customer, tracked to its end (FUP-04, FUP-05): to the supervisor after two days,
-- the customer told on the day a solution is found.
create table matters (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  customer_id uuid not null,
  vehicle_id  uuid,
  order_id    uuid,
  call_id     uuid,
  kind        text not null check (kind in ('demand', 'hope', 'question')),
  content     text not null check (content <> ''),
  state       text not null default 'open' check (state in ('open', 'escalated', 'solved', 'told', 'dropped')),
  owner_id    uuid not null,
  solution    text not null default '',
  solved_at   timestamptz,
  told_at     timestamptz,
  told_how    text check (told_how in ('call', 'phone', 'message', 'inPerson')),
  drop_reason text not null default '',
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index matters_open on matters (tenant_id, org_path, state, created_at, id) where state in ('open', 'escalated', 'solved');
create index matters_recent on matters (tenant_id, created_at desc, id desc);
create index matters_of_customer on matters (tenant_id, customer_id, created_at desc);
alter table matters add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('matters');
