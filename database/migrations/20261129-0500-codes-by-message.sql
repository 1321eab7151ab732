-- A code that was sent to the telephone on file: of the browser that asked for it, good for minutes, gone after a few
-- wrong ones. What it proved stays beside the signature.
alter table link_visits
  add column code_hash    bytea,
  add column code_sent_at timestamptz,
  add column codes_wrong  integer not null default 0,
  add column confirmed_at timestamptz;
alter table order_signings add column confirmed_at timestamptz;

alter table rights_requests drop constraint rights_requests_identity_by_check;
alter table rights_requests add constraint rights_requests_identity_by_check
  check (identity_by in ('idDocument', 'calledBack', 'knownHere', 'authorised', 'linkCode', 'messageCode'));
