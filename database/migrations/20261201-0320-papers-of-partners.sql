-- The paper by which another firm may do a job, as a picture or PDF (外协单位资质).
alter table sublet_partners add column paper_file_id uuid;
comment on column sublet_partners.paper_file_id is 'A copy of the paper by which the firm may do such work.';
alter table sublet_partners add foreign key (tenant_id, paper_file_id) references files (tenant_id, id);
create index sublet_partners_paper on sublet_partners (tenant_id, paper_file_id) where paper_file_id is not null;
