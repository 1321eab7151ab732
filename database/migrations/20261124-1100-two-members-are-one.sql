-- Two customers who are one may both be members (ARC-05, ARC-07): of the memberships of one customer one is in force, the
-- others went into it. The reference to the customer goes along with the merge, as every other.
alter table memberships drop constraint memberships_one;
create unique index memberships_one on memberships (tenant_id, customer_id) where merged_into_id is null;
create index memberships_of_customer on memberships (tenant_id, customer_id);
