-- Parts issued to an order (领料, WSH-06): only what the customer agreed to, against the old part where the house asks for it.
-- How much of each agreed part is out: whoever issues at once, it is never more than was agreed to, nor less than nothing.
create table part_balances (
  tenant_id           uuid not null,
  id                  uuid not null,
  org_unit_id         uuid not null,
  org_path            text not null collate "C",
  order_id            uuid not null,
  line_id             uuid not null,
  place               integer not null check (place >= 0),
  approved_thousandths bigint not null check (approved_thousandths > 0),
  issued_thousandths  bigint not null default 0,
  version             integer not null default 1,
  created_by          uuid,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, line_id, place),
  constraint part_balances_within check (issued_thousandths between 0 and approved_thousandths)
);
comment on column part_balances.place is 'Which of the parts of the job, from 0.';
comment on column part_balances.issued_thousandths is 'Issued less given back, in thousandths of the unit: 1000 is one.';
alter table part_balances add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table part_balances add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table part_balances add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
create index part_balances_of_order on part_balances (tenant_id, order_id);
select protect_tenant('part_balances');

create table part_issues (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  order_id      uuid not null,
  line_id       uuid not null,
  place         integer not null check (place >= 0),
  kind          text not null check (kind in ('issued', 'returned')),
  number        text not null default '' collate "C",
  name          text not null check (name <> ''),
  unit          text not null,
  quantity_thousandths bigint not null check (quantity_thousandths > 0),
  technician_id uuid,
  old_part      text not null default 'notAsked' check (old_part in ('notAsked', 'handedIn', 'excepted')),
  old_part_tag  text not null default '',
  reason        text not null default '',
  issued_by     uuid,
  at            timestamptz not null,
  primary key (tenant_id, id),
  constraint part_issues_tag check ((old_part = 'handedIn') = (old_part_tag <> '')),
  constraint part_issues_reason check (old_part <> 'excepted' or reason <> ''),
  constraint part_issues_back check (kind = 'issued' or old_part = 'notAsked')
);
comment on column part_issues.technician_id is 'Who had it, or gave it back: of the job, else of the order.';
comment on column part_issues.old_part_tag is 'The number on the tag of the old part that was handed in.';
comment on column part_issues.reason is 'Why it was issued without the old part, or why it came back.';
alter table part_issues add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table part_issues add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table part_issues add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
alter table part_issues add foreign key (tenant_id, technician_id) references employees (tenant_id, id);
alter table part_issues add foreign key (tenant_id, issued_by) references employees (tenant_id, id);
create index part_issues_of_order on part_issues (tenant_id, order_id, at, id);
create index part_issues_of_line on part_issues (tenant_id, line_id);
create index part_issues_listed on part_issues (tenant_id, at desc, id desc);
create index part_issues_to on part_issues (tenant_id, technician_id, at desc, id desc);
create index part_issues_issued_by on part_issues (tenant_id, issued_by);
create unique index part_issues_tag_once on part_issues (tenant_id, org_unit_id, old_part_tag) where old_part_tag <> '';
select protect_tenant('part_issues', append_only => true);

-- The technician says that he has it, or asks; the counter answers.
create table part_replies (
  tenant_id   uuid not null,
  id          uuid not null,
  issue_id    uuid not null,
  position    integer not null check (position > 0),
  kind        text not null check (kind in ('confirmed', 'asked', 'answered')),
  words       text not null default '',
  said_by     uuid,
  at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, issue_id, position),
  constraint part_replies_words check (kind = 'confirmed' or words <> '')
);
alter table part_replies add foreign key (tenant_id, issue_id) references part_issues (tenant_id, id);
alter table part_replies add foreign key (tenant_id, said_by) references employees (tenant_id, id);
create index part_replies_asked on part_replies (tenant_id, issue_id, position) where kind = 'asked';
create index part_replies_said_by on part_replies (tenant_id, said_by);
select protect_tenant('part_replies', append_only => true);

-- A part that is settled though it was not issued: who said why.
create table part_waivers (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  line_id     uuid not null,
  place       integer not null check (place >= 0),
  reason      text not null check (reason <> ''),
  waived_by   uuid,
  at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, line_id, place)
);
alter table part_waivers add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table part_waivers add foreign key (tenant_id, line_id) references job_lines (tenant_id, id);
alter table part_waivers add foreign key (tenant_id, waived_by) references employees (tenant_id, id);
create index part_waivers_of_order on part_waivers (tenant_id, order_id);
create index part_waivers_waived_by on part_waivers (tenant_id, waived_by);
select protect_tenant('part_waivers', append_only => true);

-- Lost or deliberately damaged (丢失、故意损坏照价赔偿): on record inside the house; what wages make of it is not decided here.
create table part_charges (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  order_id    uuid not null,
  employee_id uuid not null,
  kind        text not null check (kind in ('charged', 'reversed')),
  reverses_id uuid,
  cause       text not null check (cause in ('lost', 'damaged')),
  name        text not null check (name <> ''),
  amount_fen  bigint not null check (amount_fen > 0),
  reason      text not null check (reason <> ''),
  charged_by  uuid,
  at          timestamptz not null,
  primary key (tenant_id, id),
  constraint part_charges_turn check ((kind = 'reversed') = (reverses_id is not null))
);
comment on column part_charges.name is 'Which part.';
comment on column part_charges.reverses_id is 'The charge that this one takes back, whole; each at most once.';
alter table part_charges add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table part_charges add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table part_charges add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
alter table part_charges add foreign key (tenant_id, charged_by) references employees (tenant_id, id);
alter table part_charges add foreign key (tenant_id, reverses_id) references part_charges (tenant_id, id);
create unique index part_charges_reversed_once on part_charges (tenant_id, reverses_id) where reverses_id is not null;
create index part_charges_listed on part_charges (tenant_id, at desc, id desc);
create index part_charges_of_order on part_charges (tenant_id, order_id);
create index part_charges_of on part_charges (tenant_id, employee_id, at desc, id desc);
create index part_charges_charged_by on part_charges (tenant_id, charged_by);
select protect_tenant('part_charges', append_only => true);

-- The maker's barcode on a packet, and which part number it is.
create table part_barcodes (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  barcode     text not null collate "C" check (barcode <> ''),
  number      text not null collate "C" check (number <> ''),
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, barcode)
);
create index part_barcodes_named on part_barcodes (tenant_id, barcode, id);
comment on table part_barcodes is 'Holds for the unit that bound it and those below it.';
alter table part_barcodes add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('part_barcodes');

-- Who runs a house issues parts and decides exceptions; a parts clerk (备件管理员) issues them.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{parts.issue}'
     where tenant_id = house.id and key in ('owner', 'advisor') and not 'parts.issue' = any(permissions);
    update roles set permissions = permissions || '{parts.decide}'
     where tenant_id = house.id and key = 'owner' and not 'parts.decide' = any(permissions);
    insert into roles (tenant_id, id, key, name, permissions, home, created_at, updated_at)
    values (house.id, gen_random_uuid(), 'partsClerk', '配件员',
            '{vehicles.see,vehicles.seeIdentity,serviceOrders.see,prices.see,parts.issue}', 'today', now(), now())
    on conflict (tenant_id, key) do nothing;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
