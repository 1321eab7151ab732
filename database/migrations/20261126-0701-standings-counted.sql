-- How many customers stand where, by shop: counted anew every night and some minutes after a change, for houses where
-- counting everybody would take longer than a screen may. The customers' own rows stay the truth.
create table standing_counts (
  tenant_id   uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  by_months   text not null check (by_months in ('active', 'sleeping', 'lost', 'never')),
  by_interval text not null check (by_interval in ('active', 'sleeping', 'lost', 'never')),
  by_visits   text not null check (by_visits in ('active', 'sleeping', 'lost', 'never')),
  value_class text not null check (value_class in ('high', 'middle', 'low', 'none')),
  recency     text not null check (recency in ('m3', 'm6', 'm12', 'm24', 'older', 'never')),
  customers   integer not null check (customers > 0),
  counted_at  timestamptz not null,
  primary key (tenant_id, org_path, org_unit_id, by_months, by_interval, by_visits, value_class, recency)
);
select protect_tenant('standing_counts');
