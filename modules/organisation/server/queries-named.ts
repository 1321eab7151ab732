import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

/** A unit as somebody who only knows its name finds it. */
export interface NamedUnit {
  id: string;
  name: string;
  code: string;
  path: string;
  isClosed: boolean;
}
const named = statement<NamedUnit, { names: readonly string[] }>(
  'organisation.unitsNamed',
  `select u.id, u.name, u.code, u.path, u.closed_at is not null as is_closed
     from (select n.id from unnest(:names::text[]) k join org_units n on n.tenant_id = :tenant and n.name = k
           union
           select c.id from unnest(:names::text[]) k join org_units c on c.tenant_id = :tenant and c.code = k) found
     join org_units u on u.tenant_id = :tenant and u.id = found.id
    order by u.path limit 10000`,
);
/** The units of the whole house that bear one of these names or codes, wherever they stand; names need not be unique. */
export const unitsNamed = (work: Work, names: readonly string[]) => work.rows(named, { names });
