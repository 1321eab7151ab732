-- CAR-03: a customer's birthday, solar or lunar, its year only where he told it.
alter table customers
  add column birthday text not null default '' collate "C" check (birthday = '' or birthday ~
    '^(lunar (leap )?)?([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  add column birthday_key text collate "C" generated always as
    (nullif(regexp_replace(birthday, '[0-9]{4}-', ''), '')) stored;
comment on column customers.birthday is 'As 1985-03-07, 03-07, lunar 08-15 or lunar leap 04-15: held to greet him, while he allows it.';
comment on column customers.birthday_key is 'Without the year: what falls on a day is looked up by it.';
create index customers_of_birthday on customers (tenant_id, birthday_key, id) where birthday_key is not null;
