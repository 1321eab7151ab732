-- A password that somebody else knows, too: its session opens nothing but the change of it.
alter table logins add column must_change boolean not null default false;
