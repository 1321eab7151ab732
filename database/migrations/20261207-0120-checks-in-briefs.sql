-- ASM-01: the talks that were judged in a period are an indicator of it.
create index call_checks_of_judgement on call_checks (tenant_id, checked_at) where checked_at is not null;
