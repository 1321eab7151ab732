-- Membership (会员制服务, ARC-07). What is counted (money paid before, gifts, points, uses) stands in the ledger alone;
-- here stand the member, what he agreed to, and what caused each movement.

-- One for each customer. Everything hangs on it, so that two customers who are one can be brought together.
create table memberships (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  customer_id   uuid not null,
  number        text not null,
  joined_on     date not null,
  tier          text not null check (tier <> ''),
  tier_since    date not null,
  tier_rule     text not null default 'joining' check (tier_rule in ('joining', 'spend', 'hand')),
  tier_reason   text not null default '',
  tier_until    date,
  spent_fen     bigint not null default 0,
  merged_into_id uuid,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint memberships_one unique (tenant_id, customer_id),
  unique (tenant_id, org_unit_id, number)
);
comment on column memberships.spent_fen is 'What he had settled in the twelve months before the tier was last worked out.';
comment on column memberships.tier_until is 'Last day of a tier given by hand; null is without end.';
create index memberships_recent on memberships (tenant_id, org_path, id desc);
create index memberships_tier on memberships (tenant_id, tier, id desc);
create index memberships_merged on memberships (tenant_id, merged_into_id) where merged_into_id is not null;
alter table memberships add foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table memberships add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table memberships add foreign key (tenant_id, merged_into_id) references memberships (tenant_id, id);
select protect_tenant('memberships');

-- Which tier when, and why.
create table tier_changes (
  tenant_id     uuid not null,
  id            uuid not null,
  membership_id uuid not null,
  from_tier     text,
  to_tier       text not null,
  rule          text not null check (rule in ('joining', 'spend', 'hand')),
  spent_fen     bigint not null default 0,
  reason        text not null default '',
  by_id         uuid,
  at            timestamptz not null,
  primary key (tenant_id, id)
);
create index tier_changes_of on tier_changes (tenant_id, membership_id, at desc, id desc);
alter table tier_changes add foreign key (tenant_id, membership_id) references memberships (tenant_id, id);
select protect_tenant('tier_changes', append_only => true);
-- What somebody wrote of a person can be emptied on erasure (PIPL 47); the fact cannot.
grant update (reason) on tier_changes to jingming_app;

-- The written contract on prepayment (实施条例 art. 22): content, price, refund, breach. A new version is a new row.
create table prepaid_terms (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  edition     integer not null,
  content     text not null check (content <> ''),
  price       text not null check (price <> ''),
  refund      text not null check (refund <> ''),
  breach      text not null check (breach <> ''),
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, edition)
);
create index prepaid_terms_latest on prepaid_terms (tenant_id, org_path, created_at desc);
alter table prepaid_terms add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('prepaid_terms', append_only => true);

-- Money paid before it is used. Each is a contract of its own: paid and gift stay apart, in two accounts of the ledger.
create table top_ups (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  membership_id uuid not null,
  number        text not null,
  paid_fen      bigint not null check (paid_fen > 0),
  gift_fen      bigint not null check (gift_fen >= 0),
  gift_expires_on date,
  method        text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer')),
  terms_id      uuid not null,
  signed_by     text not null check (signed_by <> ''),
  file_id       uuid,
  paid_on       date not null,
  refunded_at   timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
comment on column top_ups.signed_by is 'Who agreed to the terms, by his own signature.';
comment on column top_ups.file_id is 'The signed paper or the signature, as stored.';
create index top_ups_of on top_ups (tenant_id, membership_id, paid_on, id);
create index top_ups_gifts on top_ups (tenant_id, gift_expires_on, id) where gift_expires_on is not null;
alter table top_ups add foreign key (tenant_id, membership_id) references memberships (tenant_id, id);
alter table top_ups add foreign key (tenant_id, terms_id) references prepaid_terms (tenant_id, id);
alter table top_ups add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('top_ups');

-- What the shop offers: ten washes, three small services.
create table service_packages (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  name        text not null check (name <> ''),
  price_fen   bigint not null check (price_fen > 0),
  items       jsonb not null,
  valid_days  integer not null check (valid_days between 1 and 3650),
  is_offered  boolean not null default true,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column service_packages.items is 'Per item: name, uses, and the price of one without the package in fen.';
create index service_packages_offered on service_packages (tenant_id, org_path, id) where is_offered;
select protect_tenant('service_packages');

-- A package that a member bought, as it was offered that day.
create table package_purchases (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  membership_id uuid not null,
  service_package_id uuid not null,
  number        text not null,
  name          text not null,
  paid_fen      bigint not null check (paid_fen > 0),
  method        text not null check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer')),
  terms_id      uuid not null,
  signed_by     text not null check (signed_by <> ''),
  file_id       uuid,
  paid_on       date not null,
  expires_on    date not null,
  refunded_at   timestamptz,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
create index package_purchases_of on package_purchases (tenant_id, membership_id, expires_on, id);
create index package_purchases_expiring on package_purchases (tenant_id, expires_on, id);
alter table package_purchases add foreign key (tenant_id, membership_id) references memberships (tenant_id, id);
alter table package_purchases add foreign key (tenant_id, service_package_id) references service_packages (tenant_id, id);
alter table package_purchases add foreign key (tenant_id, terms_id) references prepaid_terms (tenant_id, id);
alter table package_purchases add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('package_purchases');

-- The uses of one kind in a bought package: an account of the ledger each.
create table package_items (
  tenant_id   uuid not null,
  id          uuid not null,
  package_purchase_id uuid not null,
  position    integer not null,
  name        text not null,
  uses        integer not null check (uses > 0),
  unit_fen    bigint not null check (unit_fen >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, package_purchase_id, position)
);
alter table package_items add foreign key (tenant_id, package_purchase_id) references package_purchases (tenant_id, id);
select protect_tenant('package_items', append_only => true);

-- Everything that moved something for a member; its ledger entries have it as their source.
create table member_movements (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  membership_id uuid not null,
  kind          text not null check (kind in (
                  'topUp', 'spend', 'expireGift', 'earn', 'payPoints', 'expirePoints', 'correctPoints', 'buyPackage',
                  'usePackage', 'expirePackage', 'refund', 'reverse', 'merge')),
  top_up_id     uuid,
  package_item_id uuid,
  order_id      uuid,
  reverses_id   uuid,
  principal_fen bigint not null default 0,
  gift_fen      bigint not null default 0,
  points        bigint not null default 0,
  uses          integer not null default 0,
  paid_fen      bigint not null default 0,
  list_fen      bigint not null default 0,
  words         text not null default '',
  by_id         uuid,
  at            timestamptz not null,
  primary key (tenant_id, id)
);
comment on column member_movements.paid_fen is 'What it came to for the customer: settled with it, or paid back to him.';
comment on column member_movements.list_fen is 'The price before any discount of what was paid for: a refund for the customer’s own reason counts by it.';
create index member_movements_of on member_movements (tenant_id, membership_id, at desc, id desc);
create index member_movements_order on member_movements (tenant_id, order_id) where order_id is not null;
create unique index member_movements_earned_once on member_movements (tenant_id, order_id) where kind = 'earn';
create unique index member_movements_reversed_once on member_movements (tenant_id, reverses_id) where reverses_id is not null;
alter table member_movements add foreign key (tenant_id, membership_id) references memberships (tenant_id, id);
alter table member_movements add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
alter table member_movements add foreign key (tenant_id, reverses_id) references member_movements (tenant_id, id);
select protect_tenant('member_movements', append_only => true);
grant update (words) on member_movements to jingming_app;

-- A refund of what was paid before: asked by one, paid by another, worked out step by step.
create table member_refunds (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  membership_id uuid not null,
  number        text not null,
  top_up_id     uuid,
  package_purchase_id uuid,
  ground        text not null check (ground in ('withinSevenDays', 'merchantFault', 'consumerReason')),
  had_same_service boolean not null default false,
  reason        text not null check (reason <> ''),
  steps         jsonb not null,
  refund_fen    bigint not null check (refund_fen >= 0),
  interest_fen  bigint not null check (interest_fen >= 0),
  state         text not null default 'asked' check (state in ('asked', 'paid', 'declined')),
  asked_by      uuid not null,
  asked_at      timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  decision_note text not null default '',
  method        text check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer')),
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number),
  check ((top_up_id is null) <> (package_purchase_id is null)),
  -- Four eyes: who asked is never who pays.
  check (state <> 'paid' or (decided_by is not null and decided_by <> asked_by))
);
create index member_refunds_of on member_refunds (tenant_id, membership_id, asked_at desc, id desc);
create unique index member_refunds_one_open on member_refunds (tenant_id, coalesce(top_up_id, package_purchase_id))
  where state = 'asked';
alter table member_refunds add foreign key (tenant_id, membership_id) references memberships (tenant_id, id);
alter table member_refunds add foreign key (tenant_id, top_up_id) references top_ups (tenant_id, id);
alter table member_refunds add foreign key (tenant_id, package_purchase_id) references package_purchases (tenant_id, id);
select protect_tenant('member_refunds');

-- An order may be paid from what was paid before; only the members module writes these.
alter table payments drop constraint payments_method_check;
alter table payments add constraint payments_method_check
  check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer', 'onAccount', 'prepaid', 'points', 'package'));

-- The posts of houses that stand already get the rights that new houses give them.
alter table roles no force row level security;
update roles set permissions = permissions || array['members.see', 'members.take', 'members.refund', 'members.manage']
 where key = 'owner' and not 'members.see' = any(permissions);
update roles set permissions = permissions || array['members.see', 'members.refund', 'members.manage']
 where key = 'supervisor' and not 'members.see' = any(permissions);
update roles set permissions = permissions || array['members.see', 'members.take']
 where key in ('advisor', 'cashier') and not 'members.see' = any(permissions);
update roles set permissions = permissions || array['members.see']
 where key = 'followUpAgent' and not 'members.see' = any(permissions);
alter table roles force row level security;
