-- A paper that is renewed stays on file with its picture, and says which paper followed it (ORG-05).
alter table certificates add column renewal_id uuid;
comment on column certificates.renewal_id is 'The certificate that followed it; what was renewed is history and counts no more.';
alter table certificates add foreign key (tenant_id, renewal_id) references certificates (tenant_id, id);
create unique index certificates_renewed_once on certificates (tenant_id, renewal_id) where renewal_id is not null;
