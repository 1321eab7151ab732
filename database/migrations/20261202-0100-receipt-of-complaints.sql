-- Who complained is told that it was received (GB/T 19012-2019, ISO 10002 7.4). What came in before has no such term.
alter table complaints
  add column is_anonymous boolean not null default false,
  add column receipt_due_at timestamptz,
  add column receipt_told_at timestamptz,
  add column receipt_told_how text check (
    receipt_told_how in ('phone', 'sms', 'email', 'wecom', 'letter', 'desk', 'link', 'answer')),
  add check (not is_anonymous or receipt_due_at is null),
  add check ((receipt_told_at is null) = (receipt_told_how is null));
comment on column complaints.is_anonymous is 'Nobody is known who could be told anything.';
comment on column complaints.receipt_due_at is 'By when the complainant has to hear that it was received; null: nobody to tell, or received before the house kept this term.';
comment on column complaints.receipt_told_how is 'link: by the page of his complaint; answer: with the first answer.';
