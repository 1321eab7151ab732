-- Evidence is held (证据保全): while a hold stands nothing that may be proof is destroyed, whoever asks and whatever falls due.

create index complaints_of_order on complaints (tenant_id, order_id) where order_id is not null;

create table document_holds (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  customer_id    uuid,
  vehicle_id     uuid,
  order_id       uuid,
  complaint_id   uuid,
  origin         text not null check (origin in ('person', 'complaint')),
  reason         text not null check (reason <> ''),
  is_legal       boolean not null default false,
  authority_file text not null default '',
  rule_source    text not null default '',
  until_at       timestamptz,
  state          text not null default 'placed' check (state in ('placed', 'lifted')),
  placed_at      timestamptz not null,
  placed_by      uuid,
  lifted_at      timestamptz,
  lifted_by      uuid,
  lift_reason    text not null default '',
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  check (num_nonnulls(customer_id, vehicle_id, order_id, complaint_id) = 1),
  check (origin <> 'complaint' or complaint_id is not null),
  check ((state = 'lifted') = (lifted_at is not null)),
  check (authority_file = '' or is_legal)
);
comment on column document_holds.is_legal is 'Placed for a court, an authority or counsel: lifted by somebody else than who placed it.';
comment on column document_holds.rule_source is 'Of a hold that came with a complaint: by which rule it lasts how long.';
comment on column document_holds.until_at is 'Lifted by itself then; null: until somebody lifts it.';
create index document_holds_latest on document_holds (tenant_id, placed_at desc, id desc);
create index document_holds_state on document_holds (tenant_id, state, placed_at desc, id desc);
create index document_holds_customer on document_holds (tenant_id, customer_id) where customer_id is not null;
create index document_holds_vehicle on document_holds (tenant_id, vehicle_id) where vehicle_id is not null;
create index document_holds_order on document_holds (tenant_id, order_id) where order_id is not null;
create index document_holds_complaint on document_holds (tenant_id, complaint_id) where complaint_id is not null;
create unique index document_holds_of_itself on document_holds (tenant_id, complaint_id) where origin = 'complaint';
alter table document_holds add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table document_holds add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table document_holds add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table document_holds add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table document_holds add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table document_holds add foreign key (tenant_id, placed_by) references employees (tenant_id, id);
alter table document_holds add foreign key (tenant_id, lifted_by) references employees (tenant_id, id);
alter table document_holds add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('document_holds');

-- The one place that decides: which holds reach a customer, a car, an order or a complaint. A hold on a car reaches all who
-- ever owned it, that of a complaint only who owns the car today.
create function holds_on(kind text, subject uuid) returns setof document_holds
language plpgsql stable as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  people uuid[] := '{}';
  own uuid[] := '{}';
  cars uuid[] := '{}';
  orders uuid[] := '{}';
  cases uuid[] := '{}';
begin
  if kind = 'customer' then
    people := array[subject];
    own := array(select v.id from vehicles v where v.tenant_id = tenant and v.owner_id = subject);
    cars := own || array(select w.vehicle_id from vehicle_owners w where w.tenant_id = tenant and w.customer_id = subject);
    orders := array(select o.id from service_orders o where o.tenant_id = tenant and o.customer_id = subject);
  elsif kind = 'vehicle' then
    own := array[subject];
    cars := own;
    people := array(select v.owner_id from vehicles v where v.tenant_id = tenant and v.id = subject and v.owner_id is not null);
    orders := array(select o.id from service_orders o where o.tenant_id = tenant and o.vehicle_id = subject);
  elsif kind = 'serviceOrder' then
    orders := array[subject];
    own := array(select o.vehicle_id from service_orders o where o.tenant_id = tenant and o.id = subject);
    cars := own;
    people := array(select o.customer_id from service_orders o where o.tenant_id = tenant and o.id = subject);
  elsif kind = 'complaint' then
    cases := array[subject];
    people := array(select c.customer_id from complaints c
                     where c.tenant_id = tenant and c.id = subject and c.customer_id is not null);
    cars := array(select c.vehicle_id from complaints c
                   where c.tenant_id = tenant and c.id = subject and c.vehicle_id is not null);
    orders := array(select c.order_id from complaints c
                     where c.tenant_id = tenant and c.id = subject and c.order_id is not null);
  else
    raise exception 'nothing is held by %', kind;
  end if;
  if kind <> 'complaint' then
    cases := array(select c.id from complaints c where c.tenant_id = tenant and c.customer_id = any(people)
                   union select c.id from complaints c where c.tenant_id = tenant and c.vehicle_id = any(own)
                   union select c.id from complaints c where c.tenant_id = tenant and c.order_id = any(orders));
  end if;
  return query
    select h.* from document_holds h
     where h.tenant_id = tenant and h.state = 'placed' and h.customer_id = any(people)
    union all
    select h.* from document_holds h
     where h.tenant_id = tenant and h.state = 'placed' and h.vehicle_id = any(cars)
    union all
    select h.* from document_holds h
     where h.tenant_id = tenant and h.state = 'placed' and h.order_id = any(orders)
    union all
    select h.* from document_holds h
     where h.tenant_id = tenant and h.state = 'placed' and h.complaint_id = any(cases);
end $$;

create function evidence_is_held(kind text, subject uuid) returns boolean
language sql stable as $$ select exists (select from holds_on(kind, subject)) $$;

-- An open complaint holds from its first second, before its own hold is on record.
create function customer_is_held(subject uuid) returns boolean
language sql stable as $$
  select evidence_is_held('customer', subject)
      or exists (select from complaints c
                  where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
                    and c.customer_id = subject and c.state not in ('closed', 'monitoring'))
$$;

-- Rows that somebody can take away stay under a hold.
create policy kept_under_hold on contacts as restrictive for delete
  using (not evidence_is_held('customer', customer_id));
create policy kept_under_hold on check_in_photos as restrictive for delete
  using (not exists (select from check_ins c where c.tenant_id = check_in_photos.tenant_id and c.id = check_in_id
                        and (evidence_is_held('customer', c.customer_id) or evidence_is_held('vehicle', c.vehicle_id))));
create policy kept_under_hold on inspection_photos as restrictive for delete
  using (not exists (select from inspection_sheets s where s.tenant_id = inspection_photos.tenant_id
                        and s.id = inspection_sheet_id and evidence_is_held('serviceOrder', s.order_id)));
create policy kept_under_hold on delivery_photos as restrictive for delete
  using (not exists (select from delivery_packs p where p.tenant_id = delivery_photos.tenant_id
                        and p.id = delivery_pack_id and evidence_is_held('serviceOrder', p.order_id)));

-- An erasure that has to wait, and a request that was answered so: stored and protected, nothing else (PIPL 47).
alter table erasures add column held_since timestamptz;
comment on column erasures.held_since is 'Since when it waits for evidence that is held; null again once it is done.';
create index erasures_held on erasures (tenant_id, customer_id) where held_since is not null;
alter table rights_requests drop constraint rights_requests_state_check;
alter table rights_requests add constraint rights_requests_state_check
  check (state in ('open', 'held', 'answered', 'refused'));

-- As before, and never while evidence is held: what is destroyed in the same transaction comes back with it.
create or replace function erase_ledger_words(erased uuid, is_over boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if not exists (select from erasures e where e.tenant_id = tenant and e.customer_id = erased) then
    raise exception 'customer % is not being erased', erased;
  end if;
  if customer_is_held(erased) then
    raise exception 'evidence of customer % is held', erased;
  end if;
  update consents set evidence = '[已删除]'
   where tenant_id = tenant and customer_id = erased and evidence <> '';
  update reminder_choices set evidence = '[已删除]'
   where tenant_id = tenant and customer_id = erased and evidence <> '';
  update follow_up_calls
     set reason = case reason when '' then '' else '[已删除]' end,
         main_points = case main_points when '' then '' else '[已删除]' end,
         answers = case jsonb_typeof(answers) when 'array' then '[]'::jsonb else '{}'::jsonb end
   where tenant_id = tenant and customer_id = erased;
  update complaint_entries
     set words = case words when '' then '' else '[已删除]' end, facts = '{}'
   where tenant_id = tenant
     and complaint_id in (select id from complaints where tenant_id = tenant and customer_id = erased);
  update payments set note = '[已删除]'
   where tenant_id = tenant and note <> ''
     and order_id in (select id from service_orders where tenant_id = tenant and customer_id = erased);
  update order_steps set note = '[已删除]'
   where tenant_id = tenant and note <> ''
     and order_id in (select id from service_orders where tenant_id = tenant and customer_id = erased);
  if is_over then
    update order_papers set caption = '[已删除]'
     where tenant_id = tenant and caption <> ''
       and order_id in (select id from service_orders where tenant_id = tenant and customer_id = erased);
    update inspections
       set note = case note when '' then '' else '[已删除]' end, findings = '[]'
     where tenant_id = tenant
       and order_id in (select id from service_orders where tenant_id = tenant and customer_id = erased);
  end if;
end $$;
