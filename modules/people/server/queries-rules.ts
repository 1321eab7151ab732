import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { SignInRules } from '../contract.ts';

type RulesRow = RowOf<'signInRules'>;

const rules = statement<RulesRow, object>(
  'people.signInRules',
  'select * from sign_in_rules where tenant_id = :tenant',
);
export const rulesOf = (work: Work) => work.first(rules, {});

const roleFactors = statement<SignInRules['roles'][number], object>(
  'people.rolesWithFactors',
  `select r.key, r.name, r.second_factor_from, count(distinct l.employee_id) as people,
          count(distinct l.employee_id) filter (where f.employee_id is null and k.employee_id is null) as without
     from roles r
     left join role_grants g on g.tenant_id = r.tenant_id and g.role_id = r.id
     left join employees e on e.tenant_id = g.tenant_id and e.id = g.employee_id and e.state <> 'left'
     left join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id and l.is_enabled
     left join totp_factors f on f.tenant_id = l.tenant_id and f.employee_id = l.employee_id
       and f.confirmed_at is not null
     left join passkeys k on k.tenant_id = l.tenant_id and k.employee_id = l.employee_id
    where r.tenant_id = :tenant
    group by r.tenant_id, r.id order by r.created_at, r.id limit 200`,
);
export const rolesWithFactors = (work: Work) => work.rows(roleFactors, {});

export const insertRules = (work: Work, row: Fresh<'signInRules'>) =>
  work.insert('signInRules', row);
export const updateRules = (
  work: Work,
  version: number,
  change: Pick<RulesRow, 'secondFactorFrom' | 'remembersDevices'>,
) => work.update('signInRules', { version }, change);
export const updateRoleFactor = (work: Work, key: string, secondFactorFrom: string | null) =>
  work.update('roles', { key }, { secondFactorFrom });
