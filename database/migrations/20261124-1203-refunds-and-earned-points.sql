-- Points that an order earned go back in the part that its payment from the balance is taken back (ARC-07).
alter table member_movements drop constraint member_movements_kind_check;
alter table member_movements add constraint member_movements_kind_check check (kind in (
  'topUp', 'spend', 'expireGift', 'earn', 'unearn', 'payPoints', 'expirePoints', 'correctPoints', 'buyPackage',
  'usePackage', 'expirePackage', 'refund', 'reverse', 'merge'));

-- Four eyes where the house has two who may. Who decided alone has it on record.
alter table member_refunds add column decided_alone boolean not null default false;
comment on column member_refunds.decided_alone is 'Who asked decided it too: nobody else in the house might, and its rule allows that.';
alter table member_refunds drop constraint member_refunds_check1;
alter table member_refunds add constraint member_refunds_four_eyes check (
  state <> 'paid' or (decided_by is not null and (decided_by <> asked_by or decided_alone)));
