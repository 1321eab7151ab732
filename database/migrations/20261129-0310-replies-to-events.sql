-- Replies to an event (FUP-08): who comes, with how many, who waits for a seat, who came. Never more seats than there are.
alter table campaigns add column seats_taken integer not null default 0;
alter table campaigns add constraint campaigns_never_overbooked
  check (seats_taken >= 0 and (capacity is null or seats_taken <= capacity));
comment on column campaigns.seats_taken is 'Seats of all replies that are coming; raised in the same statement that books them.';

create table campaign_replies (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  campaign_id   uuid not null,
  customer_id   uuid not null,
  state         text not null default 'declined' check (state in ('coming', 'waiting', 'declined')),
  seats         integer not null default 0 check (seats between 0 and 20),
  note          text not null default '',
  waiting_since timestamptz,
  came_seats    integer check (came_seats between 1 and 20),
  came_at       timestamptz,
  taken_by      uuid,
  answered_at   timestamptz not null,
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, campaign_id, customer_id),
  check ((state = 'declined') = (seats = 0)),
  check ((state = 'waiting') = (waiting_since is not null)),
  check ((came_at is null) = (came_seats is null))
);
comment on column campaign_replies.taken_by is 'Who wrote the answer down, on the telephone or at the door.';
create index campaign_replies_page on campaign_replies (tenant_id, campaign_id, id);
create index campaign_replies_waiting on campaign_replies (tenant_id, campaign_id, waiting_since, id) where state = 'waiting';
create index campaign_replies_of_customer on campaign_replies (tenant_id, customer_id, id);
alter table campaign_replies add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table campaign_replies add foreign key (tenant_id, campaign_id) references campaigns (tenant_id, id);
alter table campaign_replies add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
select protect_tenant('campaign_replies');
