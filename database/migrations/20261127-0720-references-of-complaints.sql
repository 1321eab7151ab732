-- A complaint that a platform or an authority (12315) passed on has a number there, and a day by which they want the answer.
alter table complaints add column reference_number text not null default '';
alter table complaints add column reference_due_on date;
alter table complaints add constraint complaints_reference
  check (channel in ('social', 'authority') or (reference_number = '' and reference_due_on is null));
comment on column complaints.reference_due_on is 'By when who passed it on wants the answer; a clock of its own beside that of the state.';
