-- A discount on what the customer agreed to (WSH-15): who asked, who decided, for which sum. What holds is the latest that
-- was granted; a settlement is never above what it leaves.
create table order_discounts (
  tenant_id   uuid not null,
  id          uuid not null,
  order_id    uuid not null,
  amount_fen  bigint not null check (amount_fen > 0),
  base_fen    bigint not null check (base_fen >= amount_fen),
  reason      text not null default '',
  state       text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  asked_by    uuid not null,
  decided_by  uuid,
  decided_at  timestamptz,
  decision    text not null default '',
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  check ((decided_by is null) = (decided_at is null)),
  check (decided_by is not null or (state <> 'granted' and state <> 'refused')),
  check (decided_by is null or (state <> 'asked' and state <> 'withdrawn'))
);
comment on column order_discounts.base_fen is 'The customer''s share when it was asked; where he agrees to less in the end, the discount shrinks with it.';
comment on column order_discounts.state is 'withdrawn: another was asked instead, or the order was settled without it.';
comment on column order_discounts.decision is 'What who decided said to it.';
create index order_discounts_of on order_discounts (tenant_id, order_id, created_at, id);
create unique index order_discounts_one_asked on order_discounts (tenant_id, order_id) where state = 'asked';
alter table order_discounts add foreign key (tenant_id, order_id) references service_orders (tenant_id, id);
select protect_tenant('order_discounts');
