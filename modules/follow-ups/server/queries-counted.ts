import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const callsAt = statement<{ held: number }, { orgPath: string }>(
  'followUps.callsAt',
  `select count(*) as held from follow_ups
    where tenant_id = :tenant and org_path ^@ :orgPath and state = 'planned'`,
);
defineCountedAt({
  kind: 'followUps',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(callsAt, { orgPath }))!.held,
});

const mattersAt = statement<{ held: number }, { orgPath: string }>(
  'followUps.mattersAt',
  `select count(*) as held from matters
    where tenant_id = :tenant and org_path ^@ :orgPath and state in ('open', 'escalated', 'solved')`,
);
defineCountedAt({
  kind: 'matters',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(mattersAt, { orgPath }))!.held,
});
