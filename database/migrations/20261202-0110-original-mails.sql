-- The letter byte for byte as the mailbox gave it: its hash is content_hash, what it proves is not what was read out of it.
alter table incoming_mails add column original_file_id uuid;
alter table incoming_mails add foreign key (tenant_id, original_file_id) references files (tenant_id, id);
comment on column incoming_mails.original_file_id is 'Null: it came before originals were kept, only its beginning was fetched, or there was no room.';
