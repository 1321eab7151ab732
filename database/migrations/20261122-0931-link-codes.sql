-- Wrong codes shown at a link, counted for its whole life: after ten it is withdrawn by itself.
alter table links add column wrong_codes integer not null default 0;
