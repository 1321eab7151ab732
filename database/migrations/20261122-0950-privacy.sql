-- Rights of the person: his copy (PIPL art. 45) and erasure (art. 47).

-- Who asked for a copy, what for; fetched once by whoever asked. The copy itself is never kept.
create table data_exports (
  tenant_id   uuid not null,
  id          uuid not null,
  customer_id uuid not null,
  purpose     text not null check (purpose <> ''),
  asked_by    uuid not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  fetched_at  timestamptz,
  primary key (tenant_id, id)
);
alter table data_exports add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
create index data_exports_customer on data_exports (tenant_id, customer_id, id);
select protect_tenant('data_exports');

-- One for each person who is erased. What the law has kept goes when kept_until has passed.
create table erasures (
  tenant_id   uuid not null,
  customer_id uuid not null,
  reason      text not null check (reason <> ''),
  asked_by    uuid not null,
  kept_until  timestamptz,
  created_at  timestamptz not null,
  done_at     timestamptz,
  over_at     timestamptz,
  primary key (tenant_id, customer_id)
);
alter table erasures add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
select protect_tenant('erasures');

-- Ledgers give nothing up to the application. This alone empties what they say of a person who is being erased: the
-- fact, its time and its author stay. Whoever has no row in erasures is not touched; row-level security holds here too.
create function erase_ledger_words(erased uuid, is_over boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if not exists (select from erasures e where e.tenant_id = tenant and e.customer_id = erased) then
    raise exception 'customer % is not being erased', erased;
  end if;
  update consents set evidence = '[已删除]'
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
revoke all on function erase_ledger_words(uuid, boolean) from public;
grant execute on function erase_ledger_words(uuid, boolean) to jingming_app;
