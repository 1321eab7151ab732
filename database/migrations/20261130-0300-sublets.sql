-- Subcontracted jobs (外协, WSH-05): a job of an order given to another firm, back and checked here, its cost booked once.
-- Where a job is, stands on the job itself: while it is out, or back and not yet looked at, no gate is passed.
alter table job_lines add column outside text not null default '' check (outside in ('', 'out', 'unchecked'));
comment on column job_lines.outside is 'With another firm, or back from it and not yet checked; empty: in the house.';

create table sublet_partners (
  tenant_id           uuid not null,
  id                  uuid not null,
  org_unit_id         uuid not null,
  org_path            text not null collate "C",
  name                text not null collate "C" check (name <> ''),
  contact_name        text not null default '',
  contact_phone       text not null default '',
  address             text not null default '',
  trades              text not null default '',
  qualification       text not null default '',
  qualification_until date,
  note                text not null default '',
  is_active           boolean not null default true,
  version             integer not null default 1,
  created_by          uuid,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (tenant_id, id)
);
comment on column sublet_partners.qualification is 'The paper by which the firm may do such work, with its number.';
comment on column sublet_partners.qualification_until is 'The last day of that paper; null: it does not end.';
alter table sublet_partners add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
create index sublet_partners_by_name on sublet_partners (tenant_id, name, id);
select protect_tenant('sublet_partners');

create table sublets (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  order_id      uuid not null,
  line_id       uuid not null,
  partner_id    uuid not null,
  state         text not null default 'out' check (state in ('out', 'back', 'passed', 'failed', 'calledOff')),
  attempt       integer not null default 1 check (attempt > 0),
  asked         text not null check (asked <> ''),
  agreed_fen    bigint not null check (agreed_fen >= 0),
  given_by      uuid,
  given_at      timestamptz not null,
  due_at        timestamptz not null,
  back_by       uuid,
  back_at       timestamptz,
  checked_by    uuid,
  checked_at    timestamptz,
  finding       text not null default '',
  reason        text not null default '',
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint sublets_back check ((back_at is not null) = (state in ('back', 'passed', 'failed'))),
  constraint sublets_checked check ((checked_at is not null) = (state in ('passed', 'failed'))),
  constraint sublets_failed check (state <> 'failed' or finding <> ''),
  constraint sublets_called_off check (state <> 'calledOff' or reason <> '')
);
comment on column sublets.attempt is 'The how many-th time that this job was given out.';
comment on column sublets.agreed_fen is 'What the firm asks for, agreed before it begins; the house’s own knowledge, never the customer’s.';
comment on column sublets.reason is 'Why it was called off, or why it was promised for another time.';
alter table sublets add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table sublets add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table sublets add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
alter table sublets add foreign key (tenant_id, partner_id) references sublet_partners (tenant_id, id);
alter table sublets add foreign key (tenant_id, given_by) references employees (tenant_id, id);
alter table sublets add foreign key (tenant_id, back_by) references employees (tenant_id, id);
alter table sublets add foreign key (tenant_id, checked_by) references employees (tenant_id, id);
create unique index sublets_live on sublets (tenant_id, line_id) where state in ('out', 'back');
create index sublets_of_line on sublets (tenant_id, line_id, given_at);
create index sublets_of_order on sublets (tenant_id, order_id, given_at, id);
create index sublets_listed on sublets (tenant_id, given_at desc, id desc);
create index sublets_of_partner on sublets (tenant_id, partner_id, given_at desc, id desc);
create index sublets_given_by on sublets (tenant_id, given_by);
create index sublets_back_by on sublets (tenant_id, back_by);
create index sublets_checked_by on sublets (tenant_id, checked_by);
select protect_tenant('sublets');

-- What a firm was paid for a job, and what the house asks for it: booked once; what was wrong is taken back by a contrary
-- entry and booked anew. Odd entries book, even ones take back, so that no cost stands twice.
create table sublet_costs (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  sublet_id   uuid not null,
  partner_id  uuid not null,
  entry       integer not null check (entry > 0),
  kind        text not null check (kind in ('booked', 'reversed')),
  cost_fen    bigint not null,
  price_fen   bigint not null,
  reference   text not null default '',
  reason      text not null default '',
  booked_on   date not null,
  booked_by   uuid,
  at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, sublet_id, entry),
  constraint sublet_costs_turn check ((kind = 'booked') = (entry % 2 = 1)),
  constraint sublet_costs_sign check (case kind when 'booked' then cost_fen >= 0 and price_fen >= 0
                                                else cost_fen <= 0 and price_fen <= 0 and reason <> '' end)
);
comment on column sublet_costs.price_fen is 'What the house asks for the job, of whoever pays for it; 0 where the house bears it or it was not passed.';
comment on column sublet_costs.reference is 'The number of the firm’s bill.';
alter table sublet_costs add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table sublet_costs add foreign key (tenant_id, sublet_id) references sublets (tenant_id, id);
alter table sublet_costs add foreign key (tenant_id, partner_id) references sublet_partners (tenant_id, id);
alter table sublet_costs add foreign key (tenant_id, booked_by) references employees (tenant_id, id);
create index sublet_costs_on on sublet_costs (tenant_id, booked_on desc, id desc);
create index sublet_costs_of_partner on sublet_costs (tenant_id, partner_id, booked_on desc, id desc);
create index sublet_costs_booked_by on sublet_costs (tenant_id, booked_by);
select protect_tenant('sublet_costs', append_only => true);
