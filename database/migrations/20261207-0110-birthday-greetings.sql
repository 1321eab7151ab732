-- CAR-03: birthdays are greeted day by day; what goes out in a month is one campaign, a round a day.
alter table campaigns add column occasion_month integer check (occasion_month between 1 and 12);
alter table campaigns add check ((occasion = 'birthday') = (occasion_month is not null));
comment on column campaigns.occasion_month is 'Of birthday greetings: the month whose birthdays it greets.';
drop index campaigns_once_a_year;
create unique index campaigns_once_a_turn
  on campaigns (tenant_id, standing_campaign_id, occasion_year, coalesce(occasion_month, 0))
  where standing_campaign_id is not null;
alter table campaign_rounds drop constraint campaign_rounds_tenant_id_campaign_id_way_key;
alter table campaign_rounds add unique (tenant_id, campaign_id, way, from_on);
