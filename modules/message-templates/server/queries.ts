import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface TemplateRow extends RowOf<'messageTemplates'> {
  orgUnitName: string;
  writtenByName: string | null;
  askedByName: string | null;
  decidedByName: string | null;
}
const shown = `select t.*, u.name as org_unit_name, w.name as written_by_name, a.name as asked_by_name,
          d.name as decided_by_name
     from message_templates t
     join org_units u on u.tenant_id = t.tenant_id and u.id = t.org_unit_id
     left join employees w on w.tenant_id = t.tenant_id and w.id = t.written_by
     left join employees a on a.tenant_id = t.tenant_id and a.id = t.asked_by
     left join employees d on d.tenant_id = t.tenant_id and d.id = t.decided_by`;
/** Of one's own part of the tree, or of a unit above it: what those keep serves the ones below. */
const inSight = `(t.org_path ^@ any(:scopes) or exists (select from unnest(:scopes) s where s ^@ t.org_path))`;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const list = statement<TemplateRow, { state: string | null; beforeId: string; size: number }>(
  'messageTemplates.list',
  `${shown} where t.tenant_id = :tenant and ${inSight} and t.id < :beforeId::uuid
      and (:state::text is null or t.state = :state)
    order by t.id desc limit :size`,
);
export const pageOfTemplates = (
  work: Work,
  state: string | undefined,
  beforeId: unknown,
  size: number,
) => work.rows(list, { state: state ?? null, beforeId: String(beforeId ?? lastId), size });

const one = statement<TemplateRow, { templateId: string }>(
  'messageTemplates.one',
  `${shown} where t.tenant_id = :tenant and t.id = :templateId and ${inSight}`,
);
export const templateById = (work: Work, templateId: string) => work.first(one, { templateId });

const locked = statement<RowOf<'messageTemplates'>, { templateId: string }>(
  'messageTemplates.locked',
  `select t.* from message_templates t
    where t.tenant_id = :tenant and t.id = :templateId and t.org_path ^@ any(:scopes) for update`,
);
/** For a change: only of one's own part of the tree. */
export const lockTemplate = (work: Work, templateId: string) => work.first(locked, { templateId });

const series = statement<{ id: string; state: string; edition: number }, { seriesId: string }>(
  'messageTemplates.series',
  `select id, state, edition from message_templates
    where tenant_id = :tenant and series_id = :seriesId order by edition desc limit 200 for update`,
);
/** Its editions, the latest first, held for a change. */
export const lockSeries = (work: Work, seriesId: string) => work.rows(series, { seriesId });

const usable = statement<TemplateRow, { orgPath: string }>(
  'messageTemplates.usable',
  `${shown} where t.tenant_id = :tenant and ${inSight} and t.state = 'approved' and :orgPath ^@ t.org_path
    order by t.name, t.id limit 100`,
);
/** What may be used for a customer of a place: of that unit or of one above it. */
export const usableAt = (work: Work, orgPath: string) => work.rows(usable, { orgPath });

export const insertTemplate = (work: Work, row: Fresh<'messageTemplates'>) =>
  work.insert('messageTemplates', row);
export const updateTemplate = async (
  work: Work,
  id: string,
  change: ChangeOf<'messageTemplates'>,
) => (await work.update('messageTemplates', { id }, change))!;
