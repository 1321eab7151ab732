-- Repeat repairs (返修): a car that comes back within its guarantee, what it repeats, why, and that it is free of charge
-- (WSH-10, WSH-14; 机动车维修管理规定 art. 36, 37).
create table repeat_repairs (
  tenant_id        uuid not null,
  id               uuid not null,
  org_unit_id      uuid not null,
  org_path         text not null collate "C",
  order_id         uuid not null,
  earlier_order_id uuid not null,
  state            text not null default 'proposed' check (state in ('proposed', 'confirmed', 'declined', 'otherCause')),
  attempt          integer not null default 1 check (attempt > 0),
  delivered_on     date not null,
  days             integer not null check (days >= 0),
  km               integer not null check (km >= 0),
  until_on         date,
  until_km         integer,
  line_id          uuid,
  job              text not null default '',
  technician_id    uuid,
  symptom          text not null default '',
  reason           text not null default '',
  decided_by       uuid,
  decided_on       date,
  decided_at       timestamptz,
  proof_due_at     timestamptz not null,
  cause_kind       text check (cause_kind in
                     ('workmanship', 'part', 'diagnosis', 'omitted', 'use', 'accident', 'otherFault', 'ownPart')),
  cause            text not null default '',
  judged_by        uuid,
  judged_at        timestamptz,
  version          integer not null default 1,
  created_by       uuid,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  constraint repeat_repairs_other check (earlier_order_id <> order_id),
  constraint repeat_repairs_decided check ((state = 'proposed') = (decided_at is null)),
  constraint repeat_repairs_declined check (state <> 'declined' or reason <> ''),
  constraint repeat_repairs_judged check ((cause_kind is null) = (judged_at is null)),
  constraint repeat_repairs_other_cause check (state <> 'otherCause' or cause <> '')
);
comment on column repeat_repairs.order_id is 'The order with which the car came back.';
comment on column repeat_repairs.earlier_order_id is 'The order whose work did not hold.';
comment on column repeat_repairs.attempt is 'How many repairs of the same fault have failed with this return; the second leads to article 37.';
comment on column repeat_repairs.delivered_on is 'When the car left after the earlier order: the cohort of the first-time-fix rate.';
comment on column repeat_repairs.km is 'Driven since the car left, in km; days likewise.';
comment on column repeat_repairs.until_on is 'Until when the guarantee of the earlier order ran; null: it had none, or it was over (goodwill).';
comment on column repeat_repairs.line_id is 'The job of the earlier order that did not hold; its words and technician stand beside it.';
comment on column repeat_repairs.proof_due_at is 'Until then another cause may be proved; after it the repair stays free of charge (art. 37).';
alter table repeat_repairs add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, earlier_order_id) references service_orders (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, technician_id) references employees (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, decided_by) references employees (tenant_id, id);
alter table repeat_repairs add foreign key (tenant_id, judged_by) references employees (tenant_id, id);
create unique index repeat_repairs_of_order on repeat_repairs (tenant_id, order_id);
create index repeat_repairs_of_earlier on repeat_repairs (tenant_id, earlier_order_id);
create index repeat_repairs_listed on repeat_repairs (tenant_id, created_at desc, id desc);
create index repeat_repairs_counted on repeat_repairs (tenant_id, decided_on, id) where state = 'confirmed';
create index repeat_repairs_cohort on repeat_repairs (tenant_id, delivered_on, id) where state = 'confirmed';
create index repeat_repairs_of_line on repeat_repairs (tenant_id, line_id) where line_id is not null;
create index repeat_repairs_of_technician on repeat_repairs (tenant_id, technician_id) where technician_id is not null;
create index repeat_repairs_decided_by on repeat_repairs (tenant_id, decided_by);
create index repeat_repairs_judged_by on repeat_repairs (tenant_id, judged_by);
select protect_tenant('repeat_repairs');
