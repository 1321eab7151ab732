-- What a provider says of a message after it took it: its own number, whether it arrived, what it cost.
alter table messages drop constraint messages_state_check;
alter table messages add constraint messages_state_check
  check (state in ('queued', 'held', 'sent', 'failed', 'unknown', 'received'));
alter table messages add column provider_id text not null default '';
alter table messages add column delivery text not null default '' check (delivery in ('', 'arrived', 'lost'));
alter table messages add column delivery_note text not null default '';
alter table messages add column delivered_at timestamptz;
alter table messages add column cost_li integer check (cost_li >= 0);
comment on column messages.cost_li is 'In thousandths of a yuan, by the price of a part that the house entered.';
create unique index messages_incoming_once on messages (tenant_id, provider_id)
  where direction = 'in' and provider_id <> '';
create index messages_of_provider on messages (tenant_id, provider_id)
  where direction = 'out' and provider_id <> '';
create index messages_to_address on messages (tenant_id, channel, address, id desc) where direction = 'out';
