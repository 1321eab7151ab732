-- The register narrowed to a state reads that state alone, by either order: among a hundred thousand closed ones three
-- that are being looked into are found at once.
create index complaints_state_recent on complaints (tenant_id, state, received_at desc, id desc);
create index complaints_state_pressing on complaints (tenant_id, state, coalesce(due_at, 'infinity'::timestamptz), id);
create index complaints_open_recent on complaints (tenant_id, received_at desc, id desc)
  where state not in ('closed', 'monitoring');
