-- A person who came by a link has shown the last digits of his telephone: a way of its own to know him (PIPL art. 50).
alter table rights_requests drop constraint rights_requests_identity_by_check;
alter table rights_requests add constraint rights_requests_identity_by_check
  check (identity_by in ('idDocument', 'calledBack', 'knownHere', 'authorised', 'linkCode'));
