-- Who sets something for the house says which version he has seen, so that nobody's change is written over unseen.
alter table settings add column version integer not null default 1;
