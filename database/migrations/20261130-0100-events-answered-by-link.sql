-- Who is invited to an event answers by a link of his own (CAR-03): until when, what he is to bring, that he said it himself.
alter table campaigns add column bring text not null default '';
alter table campaigns add column answer_by timestamptz;
alter table campaigns add constraint campaigns_answer_before_event
  check (answer_by is null or answer_by <= happens_at);
comment on column campaigns.bring is 'What guests of an event are asked to bring.';
comment on column campaigns.answer_by is 'Until when guests answer by their links; until it begins where none is set.';

alter table campaign_replies add column by_link boolean not null default false;
comment on column campaign_replies.by_link is 'Answered by the customer himself, by his link.';

alter table letters add column reply_url text not null default '';
comment on column letters.reply_url is 'Where a letter is answered: printed as a code at its end.';
