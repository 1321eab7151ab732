import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type ProviderRow = RowOf<'signOnProviders'>;

const providers = statement<ProviderRow, object>(
  'signOn.providers',
  'select * from sign_on_providers where tenant_id = :tenant order by created_at, id limit 20',
);
export const providersOf = (work: Work) => work.rows(providers, {});

const provider = statement<ProviderRow, { providerId: string }>(
  'signOn.provider',
  'select * from sign_on_providers where tenant_id = :tenant and id = :providerId',
);
export const providerById = (work: Work, providerId: string) =>
  work.first(provider, { providerId });

const lockedProvider = statement<ProviderRow, { providerId: string }>(
  'signOn.lockProvider',
  'select * from sign_on_providers where tenant_id = :tenant and id = :providerId for update',
);
export const lockProvider = (work: Work, providerId: string) =>
  work.first(lockedProvider, { providerId });

export const insertProvider = (work: Work, row: Fresh<'signOnProviders'>) =>
  work.insert('signOnProviders', row);
export const updateProvider = (work: Work, id: string, change: ChangeOf<'signOnProviders'>) =>
  work.update('signOnProviders', { id }, change);

const withoutLinks = statement<never, { providerId: string }>(
  'signOn.removeLinks',
  'delete from sign_on_links where tenant_id = :tenant and provider_id = :providerId',
);
const withoutAttempts = statement<never, { providerId: string }>(
  'signOn.removeAttempts',
  'delete from sign_on_attempts where tenant_id = :tenant and provider_id = :providerId',
);
const withoutProvider = statement<never, { providerId: string }>(
  'signOn.removeProvider',
  'delete from sign_on_providers where tenant_id = :tenant and id = :providerId',
);
export const removeLinksOf = (work: Work, providerId: string) =>
  work.run(withoutLinks, { providerId });
/** With all that leads to it. */
export async function removeProviderRows(work: Work, providerId: string): Promise<void> {
  await work.run(withoutLinks, { providerId });
  await work.run(withoutAttempts, { providerId });
  await work.run(withoutProvider, { providerId });
}

const rules = statement<RowOf<'signOnRules'>, object>(
  'signOn.rules',
  'select * from sign_on_rules where tenant_id = :tenant',
);
export const rulesOf = (work: Work) => work.first(rules, {});
export const insertRules = (work: Work, requiredRoles: string[]) =>
  work.insert('signOnRules', { requiredRoles });
export const updateRules = (work: Work, version: number, requiredRoles: string[]) =>
  work.update('signOnRules', { version }, { requiredRoles });

const mustSignOn = statement<{ label: string }, { employeeId: string }>(
  'signOn.mustSignOn',
  `select p.label from sign_on_rules w
     join lateral (select label from sign_on_providers p
       where p.tenant_id = w.tenant_id and p.is_enabled order by p.created_at, p.id limit 1) p on true
    where w.tenant_id = :tenant
      and exists (select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = w.tenant_id and g.employee_id = :employeeId and r.key = any(w.required_roles))
      and not exists (select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = w.tenant_id and g.employee_id = :employeeId and r.key = 'owner')`,
);
/** By which provider a person has to sign on; `undefined` for whom his own password opens. Never closes to an owner. */
export const requiredOf = async (work: Work, employeeId: string) =>
  (await work.first(mustSignOn, { employeeId }))?.label;
