import { defineCountedAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';

const peopleAt = statement<{ held: number }, { orgPath: string }>(
  'people.peopleAt',
  `select count(*) as held from employees
    where tenant_id = :tenant and org_path ^@ :orgPath and state <> 'left'`,
);
defineCountedAt({
  kind: 'people',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(peopleAt, { orgPath }))!.held,
});

const keysAt = statement<{ held: number }, { orgPath: string }>(
  'people.keysAt',
  `select count(*) as held from api_keys
    where tenant_id = :tenant and scope_path ^@ :orgPath and revoked_at is null and expires_at > :now`,
);
defineCountedAt({
  kind: 'apiKeys',
  isOpen: true,
  count: async (work, orgPath) => (await work.first(keysAt, { orgPath }))!.held,
});
