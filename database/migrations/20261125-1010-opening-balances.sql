-- Balances of members that another program held (期初转入, ARC-07, ARC-09): agreed to there, so under no terms of this
-- house; brought in by a list, and taken back with it by entries of their own.
alter table top_ups alter column terms_id drop not null,
  add column withdrawn_at timestamptz,
  drop constraint top_ups_paid_fen_check,
  drop constraint top_ups_signed_by_check,
  drop constraint top_ups_method_check,
  add constraint top_ups_method_check check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer', 'opening')),
  add constraint top_ups_agreed check (
    case when method = 'opening' then terms_id is null and paid_fen >= 0 and paid_fen + gift_fen > 0
         else terms_id is not null and paid_fen > 0 and signed_by <> '' end);
comment on column top_ups.withdrawn_at is 'When it was taken back with the list that brought it in.';

alter table package_purchases alter column terms_id drop not null,
  alter column service_package_id drop not null,
  add column withdrawn_at timestamptz,
  drop constraint package_purchases_paid_fen_check,
  drop constraint package_purchases_signed_by_check,
  drop constraint package_purchases_method_check,
  add constraint package_purchases_method_check
    check (method in ('cash', 'card', 'wechat', 'alipay', 'transfer', 'opening')),
  add constraint package_purchases_agreed check (
    case when method = 'opening' then terms_id is null and service_package_id is null and paid_fen >= 0
         else terms_id is not null and service_package_id is not null and paid_fen > 0 and signed_by <> '' end);
comment on column package_purchases.withdrawn_at is 'When it was taken back with the list that brought it in.';

alter table member_movements drop constraint member_movements_kind_check;
alter table member_movements add constraint member_movements_kind_check check (kind in (
    'topUp', 'opening', 'spend', 'expireGift', 'earn', 'unearn', 'payPoints', 'expirePoints', 'correctPoints',
    'buyPackage', 'usePackage', 'expirePackage', 'refund', 'reverse', 'merge')),
  add column import_batch_id uuid,
  add column import_row integer,
  add constraint member_movements_opening check (
    (kind = 'opening') = (import_batch_id is not null) and (import_batch_id is null) = (import_row is null));
comment on column member_movements.import_batch_id is 'The list that brought an opening balance in.';
comment on column member_movements.import_row is 'The row of that list.';
create unique index member_movements_opened_once on member_movements (tenant_id, import_batch_id, import_row)
  where import_batch_id is not null;
alter table member_movements add foreign key (tenant_id, import_batch_id) references import_batches (tenant_id, id);

create index memberships_numbered on memberships (tenant_id, number);
