-- The audit as a chain: entries stay as they were written, one sealer writes seals beside them, and the values that
-- speak of a person are readable only as long as that person's key is kept (D-73).

drop index audit_entries_unsealed;
alter table audit_entries drop column seq, drop column prev_hash, drop column hash;
alter table audit_entries
  add column org_path text not null default '',
  add column via text not null default '';

-- What the sealer has still to take, one row a transaction. Numbered when written, taken when seen: a transaction that
-- began earlier and committed later is found later, and is sealed then.
create table audit_unsealed (
  id         bigint generated always as identity primary key,
  tenant_id  uuid not null,
  entry_ids  uuid[] not null,
  written_at timestamptz not null default clock_timestamp()
);
create index audit_unsealed_of_tenant on audit_unsealed (tenant_id, id);
select open_table('audit_unsealed', 'local', 'select, insert, delete');

-- hash = SHA-256(prev_hash || canonical JSON of seal and entry); the last seal of each batch is signed (Ed25519).
create table audit_seals (
  tenant_id uuid not null,
  seq       bigint not null check (seq > 0),
  entry_id  uuid not null,
  sealed_at timestamptz not null,
  prev_hash bytea not null,
  hash      bytea not null,
  signature bytea,
  primary key (tenant_id, seq)
);
create unique index audit_seals_entry on audit_seals (tenant_id, entry_id);
select protect_tenant('audit_seals', append_only => true);

-- Where each chain stands, for those who look at all tenants: a note, never the proof.
create table audit_heads (
  tenant_id    uuid primary key,
  seq          bigint not null,
  hash         bytea not null,
  sealed_at    timestamptz not null,
  anchored_seq bigint not null default 0,
  anchored_at  timestamptz,
  verified_seq bigint not null default 0,
  verified_at  timestamptz,
  fault        jsonb
);
create index audit_heads_to_anchor on audit_heads (tenant_id) where anchored_seq < seq;
select open_table('audit_heads', 'local', 'select, insert, update');

-- One key a person, itself sealed under the installation's key. A key that is gone leaves the row: no new one is made.
create table subject_keys (
  tenant_id    uuid not null,
  subject_type text not null,
  subject_id   uuid not null,
  sealed_key   text,
  made_at      timestamptz not null,
  forgotten_at timestamptz,
  primary key (tenant_id, subject_type, subject_id),
  check ((sealed_key is null) = (forgotten_at is not null))
);
select protect_tenant('subject_keys');

-- What was written before is sealed in the order of its time.
insert into audit_unsealed (tenant_id, entry_ids)
select tenant_id, array_agg(id order by at, id)
  from (select tenant_id, id, at, (row_number() over (partition by tenant_id order by at, id) - 1) / 200 as part
          from audit_entries) as old
 group by tenant_id, part
 order by tenant_id, part;

-- Whoever verifies reads, and no more.
grant select on tenants, audit_unsealed, audit_heads to jingming_report;
