-- FUP-09: a call in the hours of rest stands on record with why it was made.
alter table phone_calls add column asked_by_customer boolean not null default false;
comment on column phone_calls.asked_by_customer is 'Dialled outside of the calling hours, because the customer asked for it.';
