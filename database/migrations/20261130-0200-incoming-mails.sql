-- The mailbox of a place in the tree: where its mail is fetched from, how far it was fetched, and what stood against it.
create table mailboxes (
  tenant_id      uuid not null,
  id             uuid not null,
  org_unit_id    uuid not null,
  org_path       text not null collate "C",
  address        text not null check (address <> ''),
  host           text not null,
  port           integer not null check (port between 1 and 65535),
  is_secure      boolean not null,
  username       text not null,
  password       text not null,
  folder         text not null check (folder <> ''),
  done_folder    text not null default '',
  trusted_server text not null default '',
  every_minutes  integer not null check (every_minutes between 1 and 1440),
  decide_minutes integer not null check (decide_minutes between 15 and 1440),
  is_active      boolean not null,
  is_answered    boolean not null default false,
  uid_validity   bigint,
  last_uid       bigint not null default 0 check (last_uid >= 0),
  fetched_at     timestamptz,
  fault          text not null default '' check (fault in
                   ('', 'login', 'folder', 'notAllowed', 'certificate', 'noTls', 'unreachable', 'tooSlow', 'refused')),
  said           text not null default '',
  failures       integer not null default 0 check (failures >= 0),
  failing_since  timestamptz,
  version        integer not null default 1,
  created_by     uuid,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id),
  check ((fault = '') = (failing_since is null))
);
comment on column mailboxes.password is 'Sealed; it goes in and never comes out.';
comment on column mailboxes.done_folder is 'Where mail lies once it is stored here; empty: it stays and is marked as read.';
comment on column mailboxes.trusted_server is 'Whose Authentication-Results are believed (RFC 8601); empty: nobody’s.';
comment on column mailboxes.is_answered is 'Whether a complaint that came by mail is acknowledged by mail.';
comment on column mailboxes.uid_validity is 'Under which the numbers of the folder hold (RFC 3501, 2.3.1.1); null: nothing was fetched yet.';
alter table mailboxes add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table mailboxes add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('mailboxes');

-- Mail that wants a decision (CMP-01): a complaint, a word to one, or none; each letter once.
create table incoming_mails (
  tenant_id       uuid not null,
  id              uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  mailbox_id      uuid not null,
  identity        text not null,
  content_hash    text not null,
  state           text not null check (state in ('waiting', 'opened', 'added', 'filed')),
  from_address    text not null default '',
  from_name       text not null default '',
  subject         text not null default '',
  body            text not null default '',
  sent_at         timestamptz,
  arrived_at      timestamptz not null,
  size_bytes      bigint not null check (size_bytes >= 0),
  message_id      text not null default '',
  mentions        text[] not null default '{}',
  marks           text[] not null default '{}',
  standing        text not null check (standing in ('verified', 'unverified', 'unchecked', 'failed')),
  phones          text[] not null default '{}',
  plates          text[] not null default '{}',
  vins            text[] not null default '{}',
  numbers         text[] not null default '{}',
  customer_id     uuid,
  vehicle_id      uuid,
  order_id        uuid,
  complaint_id    uuid,
  filed_as        text not null default '' check (filed_as in
                    ('', 'noComplaint', 'enquiry', 'advertisement', 'automatic', 'wrongAddress')),
  note            text not null default '',
  decide_by       timestamptz,
  decided_at      timestamptz,
  decided_by      uuid,
  confirmed_at    timestamptz,
  confirmed_by    uuid,
  confirmed_how   text not null default '',
  acknowledged_at timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, mailbox_id, identity),
  check ((state in ('opened', 'added')) = (complaint_id is not null)),
  check ((state = 'filed') = (filed_as <> ''))
);
comment on column incoming_mails.identity is 'What tells doubles: Message-ID, sender, date, subject, words and attachments, as one hash.';
comment on column incoming_mails.content_hash is 'SHA-256 of the bytes as the mailbox gave them.';
comment on column incoming_mails.mentions is 'Message-IDs that it answers (In-Reply-To, References).';
comment on column incoming_mails.marks is 'What a reader has to know first: automatic, loop, flood, broken, cut …';
comment on column incoming_mails.standing is 'What the trusted server found out about the sender (SPF, DKIM, DMARC).';
comment on column incoming_mails.phones is 'What it names, in the stored form; so are plates, VINs and numbers of orders and complaints.';
create index incoming_mails_waiting on incoming_mails (tenant_id, id desc) where state = 'waiting';
create index incoming_mails_done on incoming_mails (tenant_id, id desc) where state <> 'waiting';
create index incoming_mails_by_message on incoming_mails (tenant_id, message_id) where message_id <> '';
create index incoming_mails_of_sender on incoming_mails (tenant_id, from_address, id desc) where from_address <> '';
create index incoming_mails_of_customer on incoming_mails (tenant_id, customer_id, id desc) where customer_id is not null;
create index incoming_mails_of_vehicle on incoming_mails (tenant_id, vehicle_id) where vehicle_id is not null;
create index incoming_mails_of_order on incoming_mails (tenant_id, order_id) where order_id is not null;
create index incoming_mails_of_complaint on incoming_mails (tenant_id, complaint_id, id desc) where complaint_id is not null;
alter table incoming_mails add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, mailbox_id) references mailboxes (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, vehicle_id) references vehicles (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, decided_by) references employees (tenant_id, id);
alter table incoming_mails add foreign key (tenant_id, confirmed_by) references employees (tenant_id, id);
select protect_tenant('incoming_mails');

-- What was attached: kept as a file, or named with why it was left out.
create table incoming_mail_files (
  tenant_id        uuid not null,
  id               uuid not null,
  incoming_mail_id uuid not null,
  position         integer not null check (position >= 0),
  file_name        text not null default '',
  content_type     text not null default '',
  size_bytes       bigint not null check (size_bytes >= 0),
  file_id          uuid,
  left_out         text not null default '' check (left_out in
                     ('', 'tooLarge', 'tooMany', 'kind', 'broken', 'usedUp', 'notFetched')),
  primary key (tenant_id, id),
  check ((file_id is null) = (left_out <> ''))
);
create index incoming_mail_files_of on incoming_mail_files (tenant_id, incoming_mail_id, position);
create index incoming_mail_files_by_file on incoming_mail_files (tenant_id, file_id) where file_id is not null;
alter table incoming_mail_files add foreign key (tenant_id, incoming_mail_id) references incoming_mails (tenant_id, id);
alter table incoming_mail_files add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('incoming_mail_files');

-- To whom was written by mail, found by the address that writes to us.
create index messages_mailed_to on messages (tenant_id, lower(address), id desc)
  where channel = 'email' and direction = 'out' and customer_id is not null;

-- What the house answers by itself says so on its way (RFC 3834), and which letter it answers.
alter table messages add column answers_mail text not null default '';
comment on column messages.answers_mail is 'The Message-ID that it answers by itself, or a word where there is none; empty: people wrote it.';
