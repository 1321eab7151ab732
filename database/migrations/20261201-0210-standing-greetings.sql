-- Standing greetings and tips (CAR-03): approved once, they make their campaign of each year by themselves.
create table standing_campaigns (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  occasion      text not null,
  season_from   text not null default '' check (season_from = '' or season_from ~ '^[0-1][0-9]-[0-3][0-9]$'),
  name          text not null,
  content       text not null default '',
  segment_id    uuid not null,
  template_id   uuid,
  way           text not null check (way in ('message', 'call', 'letter')),
  state         text not null default 'draft' check (state in ('draft', 'approved', 'stopped')),
  written_by    uuid,
  approved_by   uuid,
  approved_at   timestamptz,
  is_own_approval boolean not null default false,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  check ((occasion = 'season') = (season_from <> '')),
  check (state <> 'approved' or approved_at is not null)
);
comment on column standing_campaigns.occasion is 'A day of the calendar by its name, solar or lunar, or season: a day of each year of one''s own.';
comment on column standing_campaigns.season_from is 'Month and day on which tips of a season go out.';
comment on column standing_campaigns.is_own_approval is 'Approved by who wrote it, there being nobody else with the right: a house of one.';
create index standing_campaigns_of_place on standing_campaigns (tenant_id, org_path, id);
create index standing_campaigns_in_use on standing_campaigns (tenant_id, id) where state = 'approved';
alter table standing_campaigns add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table standing_campaigns add foreign key (tenant_id, segment_id) references segments (tenant_id, id);
alter table standing_campaigns add foreign key (tenant_id, template_id) references message_templates (tenant_id, id);
alter table standing_campaigns add foreign key (tenant_id, written_by) references employees (tenant_id, id);
alter table standing_campaigns add foreign key (tenant_id, approved_by) references employees (tenant_id, id);
select protect_tenant('standing_campaigns');

alter table campaigns
  add column standing_campaign_id uuid,
  add column occasion text not null default '',
  add column occasion_year integer,
  add check ((standing_campaign_id is null) = (occasion_year is null));
comment on column campaigns.occasion_year is 'The year that the occasion belongs to: nobody is greeted twice on it.';
alter table campaigns add foreign key (tenant_id, standing_campaign_id) references standing_campaigns (tenant_id, id);
create unique index campaigns_once_a_year on campaigns (tenant_id, standing_campaign_id, occasion_year)
  where standing_campaign_id is not null;
create index campaigns_of_occasion on campaigns (tenant_id, occasion, occasion_year) where standing_campaign_id is not null;
