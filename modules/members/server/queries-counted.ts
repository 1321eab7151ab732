import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const prepaidAt = statement<{ held: number }, { orgPath: string }>(
  'members.prepaidAt',
  `select count(*) as held from ledger_accounts
    where tenant_id = :tenant and org_path ^@ :orgPath and balance > 0
      and kind in ('members.principal', 'members.gift', 'members.uses')`,
);
defineCountedAt({
  kind: 'prepaid',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(prepaidAt, { orgPath }))!.held,
});
