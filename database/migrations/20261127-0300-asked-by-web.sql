-- A time that a customer asked for on the shop's page waits for the shop's word (WSH-02, WSH-13); its hours are taken.
alter table appointments drop constraint appointments_state_check;
alter table appointments add constraint appointments_state_check check (state in
  ('asked', 'booked', 'confirmed', 'arrived', 'received', 'noShow', 'cancelled'));

alter table appointments drop constraint appointments_bay_once;
alter table appointments add constraint appointments_bay_once exclude using gist
  (tenant_id with =, bay_id with =, tstzrange(starts_at, ends_at) with &&)
  where (bay_id is not null and state in ('asked', 'booked', 'confirmed', 'arrived', 'received'));

drop index appointments_of_advisor;
create index appointments_of_advisor on appointments (tenant_id, advisor_id)
  where state in ('asked', 'booked', 'confirmed', 'arrived', 'noShow');

-- How many times one telephone has asked for and not come to yet.
create index appointments_by_web on appointments (tenant_id, phone, starts_at) where way = 'web';
