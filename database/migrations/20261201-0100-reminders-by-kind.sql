-- What a customer wants to be reminded of, kind by kind, as a ledger: his last word holds (CAR-04, CAR-07).
create table reminder_choices (
  tenant_id   uuid not null,
  id          uuid not null,
  customer_id uuid not null,
  kind        text not null check (kind in ('maintenance', 'inspection', 'insurance', 'guarantee', 'freeCheck', 'offer', 'event', 'care')),
  is_on       boolean not null,
  evidence    text not null default '',
  link_id     uuid,
  recorded_by uuid,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
comment on table reminder_choices is 'One word of a customer on one kind of reminder; nothing said: he is reminded.';
comment on column reminder_choices.link_id is 'By which link he said so himself; null where a colleague wrote it down.';
create index reminder_choices_of on reminder_choices (tenant_id, customer_id, kind, at desc, id desc);
create index reminder_choices_link on reminder_choices (tenant_id, link_id) where link_id is not null;
alter table reminder_choices add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table reminder_choices add foreign key (tenant_id, link_id) references links (tenant_id, id);
alter table reminder_choices add foreign key (tenant_id, recorded_by) references employees (tenant_id, id);
select protect_tenant('reminder_choices', append_only => true);

-- What a message reminds of: asked again when it leaves, since he may have switched that kind off a second before.
alter table messages add column reminds_of text not null default ''
  check (reminds_of in ('', 'maintenance', 'inspection', 'insurance', 'guarantee', 'freeCheck', 'offer', 'event', 'care'));
alter table message_templates add column reminds_of text not null default ''
  check (reminds_of in ('', 'maintenance', 'inspection', 'insurance', 'guarantee', 'freeCheck', 'offer', 'event', 'care'));
comment on column messages.reminds_of is 'A kind of reminder_choices, empty for what is no reminder.';
comment on column message_templates.reminds_of is 'What its words remind of: who has switched that off is not sent them.';

-- As before, and the words of this ledger.
create or replace function erase_ledger_words(erased uuid, is_over boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if not exists (select from erasures e where e.tenant_id = tenant and e.customer_id = erased) then
    raise exception 'customer % is not being erased', erased;
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
