-- What proves something about a complaint (CMP-05): the file, who filed it when, and the hash of its bytes at that time, so
-- that a file that was exchanged later is found out.
create table complaint_evidence (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  file_id      uuid not null,
  content_hash text not null,
  caption      text not null default '',
  filed_by     uuid,
  at           timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, file_id)
);
comment on column complaint_evidence.content_hash is 'SHA-256 of the bytes, in hexadecimal.';
create index complaint_evidence_of_file on complaint_evidence (tenant_id, file_id);
alter table complaint_evidence add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_evidence add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('complaint_evidence', append_only => true);
-- What somebody wrote of a person can be emptied on erasure (PIPL 47); the fact cannot.
grant update (caption) on complaint_evidence to jingming_app;
