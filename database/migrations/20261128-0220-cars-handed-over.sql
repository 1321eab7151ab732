-- A car goes from hand to hand, on a trip or as a loan: reading, fuel, what is to be seen on it, and who signed for it.
create table car_handovers (
  tenant_id         uuid not null,
  id                uuid not null,
  trip_id           uuid,
  loan_id           uuid,
  stage             text not null check (stage in ('takenOver', 'handedOver', 'lent', 'returned')),
  mileage_km        integer check (mileage_km >= 0),
  fuel_eighths      smallint check (fuel_eighths between 0 and 8),
  note              text not null default '',
  signed_by         text not null default '',
  signature_file_id uuid,
  taken_by          uuid,
  at                timestamptz not null,
  primary key (tenant_id, id),
  constraint car_handovers_of check (num_nonnulls(trip_id, loan_id) = 1)
);
comment on column car_handovers.note is 'Damage, what lay in it, what was done there.';
alter table car_handovers add foreign key (tenant_id, trip_id) references trips (tenant_id, id);
alter table car_handovers add foreign key (tenant_id, loan_id) references loans (tenant_id, id);
alter table car_handovers add foreign key (tenant_id, signature_file_id) references files (tenant_id, id);
alter table car_handovers add foreign key (tenant_id, taken_by) references employees (tenant_id, id);
create unique index car_handovers_of_trip on car_handovers (tenant_id, trip_id, stage) where trip_id is not null;
create unique index car_handovers_of_loan on car_handovers (tenant_id, loan_id, stage) where loan_id is not null;
create index car_handovers_signature on car_handovers (tenant_id, signature_file_id) where signature_file_id is not null;
create index car_handovers_taken_by on car_handovers (tenant_id, taken_by);
select protect_tenant('car_handovers', append_only => true);

create table car_handover_photos (
  tenant_id       uuid not null,
  id              uuid not null,
  car_handover_id uuid not null,
  file_id         uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, car_handover_id, file_id)
);
alter table car_handover_photos add foreign key (tenant_id, car_handover_id) references car_handovers (tenant_id, id);
alter table car_handover_photos add foreign key (tenant_id, file_id) references files (tenant_id, id);
create index car_handover_photos_file on car_handover_photos (tenant_id, file_id);
select protect_tenant('car_handover_photos', append_only => true);

-- What was signed is emptied for a customer who is being erased, and changed by nobody.
create function car_handover_is_erased(of_trip uuid, of_loan uuid) returns boolean
language sql stable as $$
  select exists (
    select from erasures e
     where e.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
       and e.customer_id in (
         select t.customer_id from trips t where t.tenant_id = e.tenant_id and t.id = of_trip
         union all
         select l.customer_id from loans l where l.tenant_id = e.tenant_id and l.id = of_loan))
$$;
grant update (note, signed_by) on car_handovers to jingming_app;
create policy locked on car_handovers as restrictive for update using (car_handover_is_erased(trip_id, loan_id));
