-- The lists of members and complaints are narrowed by how a number or name begins, and the day list of calls is cut in the
-- order of its last days: each by its index, however large the house.
create index memberships_number on memberships (tenant_id, number text_pattern_ops);
create index complaints_number on complaints (tenant_id, number text_pattern_ops);
create index complaints_complainant on complaints (tenant_id, complainant_name text_pattern_ops);
create index follow_ups_last_day on follow_ups (tenant_id, latest_on, id) where state = 'planned';
-- Filters that few records pass: from which the customer came, and firms.
create index customers_by_source on customers (tenant_id, source, id);
create index customers_by_kind on customers (tenant_id, kind, id);
-- A segment is counted, and its best found, while its conditions are chosen: the index alone answers.
drop index customer_standings_spend;
create index customer_standings_best on customer_standings (tenant_id, standing, year_spend_fen desc, customer_id)
  include (org_path, org_unit_id, value_class, last_visit_on);
