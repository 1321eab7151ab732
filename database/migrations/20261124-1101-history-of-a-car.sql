-- The history of a car, newest first (ARC-05): what of it lies in other tables is found in the order of time.
drop index follow_up_calls_of_vehicle;
create index follow_up_calls_of_vehicle on follow_up_calls (tenant_id, vehicle_id, at desc, id desc) where vehicle_id is not null;
drop index customer_papers_vehicle;
create index customer_papers_vehicle on customer_papers (tenant_id, vehicle_id, at desc, id desc) where vehicle_id is not null;
drop index complaints_of_vehicle;
create index complaints_of_vehicle on complaints (tenant_id, vehicle_id, received_at desc, id desc) where vehicle_id is not null;
