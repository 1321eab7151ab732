-- What came of a campaign (CAR-03, FUP-12): over how many days it is looked at, who is held back by draw to compare with, and
-- its report, which is a brief of one campaign.
alter table campaigns
  add column result_days integer not null default 30 check (result_days between 1 and 180),
  add column held_back_percent integer not null default 0 check (held_back_percent between 0 and 50);
comment on column campaigns.result_days is 'Days after its last day in which visits, answers and complaints are counted.';
comment on column campaigns.held_back_percent is 'So many of a hundred who might hear of it do not, by draw: the others are compared with them.';
create index campaigns_running on campaigns (tenant_id, state, id) where state in ('running', 'ended');

alter table briefs add column campaign_id uuid;
comment on column briefs.campaign_id is 'Of a report on one campaign.';
alter table briefs drop constraint briefs_grain_check;
alter table briefs add constraint briefs_grain_check check (grain in ('month', 'year', 'campaign'));
alter table briefs add constraint briefs_of_campaign check ((grain = 'campaign') = (campaign_id is not null));
alter table briefs add foreign key (tenant_id, campaign_id) references campaigns (tenant_id, id);
drop index briefs_once;
create unique index briefs_once on briefs (tenant_id, org_unit_id, grain, from_on) where campaign_id is null;
create unique index briefs_once_of_campaign on briefs (tenant_id, campaign_id) where campaign_id is not null;
