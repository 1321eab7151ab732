import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Criterion } from '../contract.ts';

interface FormRow extends RowOf<'callCheckForms'> {
  criteria: readonly Criterion[];
}
const holding = statement<FormRow & { unitName: string }, { orgPath: string }>(
  'callChecks.formHolding',
  `select f.*, u.name as unit_name from call_check_forms f
     join org_units u on u.tenant_id = f.tenant_id and u.id = f.org_unit_id
    where f.tenant_id = :tenant and :orgPath ^@ f.org_path
    order by length(f.org_path) desc, f.edition desc limit 1`,
);
export const formHolding = (work: Work, orgPath: string) => work.first(holding, { orgPath });

const editions = statement<FormRow & { byName: string | null }, { orgPath: string }>(
  'callChecks.formEditions',
  `select f.*, e.name as by_name from call_check_forms f
     left join employees e on e.tenant_id = f.tenant_id and e.id = f.created_by
    where f.tenant_id = :tenant and f.org_path = :orgPath order by f.edition desc limit 50`,
);
/** The editions of one unit, the latest first. */
export const editionsOf = (work: Work, orgPath: string) => work.rows(editions, { orgPath });

const oneAtATime = statement<never>(
  'callChecks.oneFormAtATime',
  'select pg_advisory_xact_lock(7410061, hashtext(:tenant::text))',
);
/** Until the transaction ends nobody else of the house writes a form. */
export const oneFormAtATime = (work: Work) => work.run(oneAtATime, {});
export const insertForm = (work: Work, row: Fresh<'callCheckForms'>) =>
  work.insert('callCheckForms', row);
