-- Who hears of a broken promise is the rule's word, unless the house has set another for what was promised (CMP-04).
alter table commitments add column ladder jsonb;
comment on column commitments.ladder is 'Minutes after the term and the permission told, in order, as the house had it when this was promised; null: as the rule has it.';
