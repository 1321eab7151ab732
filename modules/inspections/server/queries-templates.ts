import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { TemplateSection } from '../contract.ts';

export type TemplateRow = Omit<RowOf<'inspectionTemplates'>, 'sections'> & {
  sections: TemplateSection[];
};
export interface NamedTemplate extends TemplateRow {
  publishedByName: string;
}
const named = `select t.*, coalesce((select e.name from employees e where e.tenant_id = t.tenant_id
    and e.id = t.published_by), '') as published_by_name from inspection_templates t where t.tenant_id = :tenant`;

const all = statement<NamedTemplate, object>(
  'inspections.templates',
  `${named} order by t.kind desc, t.grade, t.vehicle_type, t.edition desc limit 200`,
);
export const templatesOfHouse = (work: Work) => work.rows(all, {});

const one = statement<NamedTemplate, { inspectionTemplateId: string }>(
  'inspections.template',
  `${named} and t.id = :inspectionTemplateId`,
);
export const templateById = (work: Work, inspectionTemplateId: string) =>
  work.first(one, { inspectionTemplateId });

interface Wanted {
  kind: string;
  grade: string;
  vehicleType: string;
}
const fitting = statement<TemplateRow, Wanted>(
  'inspections.fittingTemplate',
  `select * from inspection_templates
    where tenant_id = :tenant and kind = :kind and grade in (:grade, '') and vehicle_type in (:vehicleType, '')
      and state = 'published'
    order by (grade <> '') desc, (vehicle_type <> '') desc, edition desc limit 1`,
);
/** The house's own edition that fits best: of this grade before that of all, of this type of car before that of all. */
export const fittingTemplate = (work: Work, wanted: Wanted) => work.first(fitting, wanted);

export const insertTemplate = (work: Work, row: Fresh<'inspectionTemplates'>) =>
  work.insert('inspectionTemplates', row);
export const updateTemplate = (work: Work, id: string, change: ChangeOf<'inspectionTemplates'>) =>
  work.update('inspectionTemplates', { id }, change);
