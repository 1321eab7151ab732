-- Who is taken off file is looked for in what points to him: by index, or each row of these is read for each employee of a
-- list that is taken back.
create index handovers_to on handovers (tenant_id, to_id);
create index genuine_batches_by on genuine_batches (tenant_id, created_by);
create index rights_requests_decided_by on rights_requests (tenant_id, decided_by);
create index rights_requests_by on rights_requests (tenant_id, created_by);
create index processing_restrictions_ended_by on processing_restrictions (tenant_id, ended_by);
create index processing_restrictions_by on processing_restrictions (tenant_id, created_by);
create index price_items_by on price_items (tenant_id, created_by);
create index labour_rates_by on labour_rates (tenant_id, created_by);
