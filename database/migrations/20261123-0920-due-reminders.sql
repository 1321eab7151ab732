-- What a car will need next besides its maintenance: inspection and insurance (ARC-03).
alter table vehicles
  add column use_kind text not null default '' check (use_kind in (
    '', 'privateSmall', 'motorcycle', 'van', 'forHire', 'truck', 'tractor')),
  add column is_relief_lost boolean not null default false,
  add column insurance_until date;
comment on column vehicles.use_kind is 'By which rule of the annual inspection it goes; empty while nobody has said it.';
comment on column vehicles.is_relief_lost is 'Accident with casualties, or punished for an illegal modification: inspected by the old cycle (domain rules §5.2).';

-- Events, offers and free checks of the shop (联谊活动、优惠月、免费检测周).
create table service_offers (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  kind        text not null check (kind in ('event', 'offer', 'freeCheck')),
  name        text not null check (name <> ''),
  content     text not null default '',
  place       text not null default '',
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  conditions  jsonb not null default '{}',
  withdrawn_at timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index service_offers_running on service_offers (tenant_id, until_on desc, id desc);
select protect_tenant('service_offers');

-- What is proposed for a car, and why (“下一次”服务). Made anew from vehicles, orders and offers every night and whenever
-- one of them changes: so it points to them without foreign keys, and a list that is taken back takes them along.
create table service_proposals (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  vehicle_id  uuid not null,
  customer_id uuid not null,
  kind        text not null check (kind in ('maintenance', 'inspection', 'insurance', 'guarantee', 'offer')),
  source_id   uuid not null,
  due_on      date not null,
  show_from   date not null,
  why         jsonb not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  dismiss_reason text not null default '',
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, vehicle_id, kind, source_id, due_on)
);
comment on column service_proposals.source_id is 'The offer, or the order whose guarantee ends; else the vehicle itself.';
create index service_proposals_due on service_proposals (tenant_id, due_on, id) where dismissed_at is null;
create index service_proposals_of_unit on service_proposals (tenant_id, org_unit_id, due_on, id) where dismissed_at is null;
create index service_proposals_of_customer on service_proposals (tenant_id, customer_id, due_on);
select protect_tenant('service_proposals');

-- A call that was planned for many at once: for what is due, or for a segment.
alter table follow_ups add column plan_id uuid;
comment on column follow_ups.plan_id is 'The plan of calls (segment_plans) that it belongs to.';
create index follow_ups_of_plan on follow_ups (tenant_id, plan_id) where plan_id is not null;
create index vehicles_insured on vehicles (tenant_id, insurance_until, id) where insurance_until is not null;
