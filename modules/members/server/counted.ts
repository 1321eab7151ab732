import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'prepaid',
  isOpen: true,
  table: 'ledger_accounts',
  where: "balance > 0 and kind in ('members.principal', 'members.gift', 'members.uses')",
});
