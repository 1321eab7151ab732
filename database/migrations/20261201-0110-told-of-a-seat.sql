-- Who moved up from the waiting list of an event is told, and it is known how: by which message, or by nobody yet.
alter table campaigns add column seat_template_id uuid;
comment on column campaigns.seat_template_id is 'The approved words for who moves up; without them the house''s own.';
alter table campaigns add foreign key (tenant_id, seat_template_id) references message_templates (tenant_id, id);
create index campaigns_seat_template on campaigns (tenant_id, seat_template_id) where seat_template_id is not null;
alter table campaign_replies
  add column moved_up_at timestamptz,
  add column told_way text not null default '' check (told_way in ('', 'message', 'nobody')),
  add column told_message_id uuid,
  add check ((told_message_id is not null) = (told_way = 'message'));
comment on column campaign_replies.moved_up_at is 'When a seat came free for who waited; his page says so.';
alter table campaign_replies add foreign key (tenant_id, told_message_id) references messages (tenant_id, id);
create index campaign_replies_told on campaign_replies (tenant_id, told_message_id) where told_message_id is not null;
