import { type Static, Type } from 'typebox';
import { grades, inspectionMethods } from '#modules/service-orders/contract.ts';
import { count, id, instant, line, nullable, oneOf, text, version } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const sheetKinds = ['intake', 'final'] as const;
export type SheetKind = (typeof sheetKinds)[number];
/** A grade of work, or '' for all that have no template of their own. */
export const templateGrades = ['', ...grades] as const;
export type Grade = (typeof grades)[number];

export const reading = Type.Number({ minimum: -1_000_000, maximum: 1_000_000 });
export const itemKey = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' });

/** What is asked of one place of the car: how it is looked at, what is read, what is done when it is red. */
export const templateItem = shape({
  key: itemKey,
  name: line(120),
  method: oneOf(inspectionMethods),
  unit: text(20, 'of the reading that is asked for; empty where none is'),
  low: nullable(reading),
  high: nullable(reading),
  jobCode: text(40, 'of the job on the price list that a red light offers'),
});
export type TemplateItem = Static<typeof templateItem>;

export const templateSection = shape({
  title: line(80),
  items: Type.Array(templateItem, { minItems: 1, maxItems: 60 }),
});
export type TemplateSection = Static<typeof templateSection>;
export const templateSections = Type.Array(templateSection, { minItems: 1, maxItems: 20 });

const subject = {
  kind: oneOf(sheetKinds),
  grade: oneOf(templateGrades),
  vehicleType: text(60, 'as the file of a vehicle says it; empty for all'),
};
const wording = { name: line(80), source: line(300), sections: templateSections };

export const inspectionTemplate = shape(
  {
    /** Empty for the edition that comes with the program. */
    id: nullable(id),
    ...subject,
    ...wording,
    sections: Type.Array(templateSection, { maxItems: 20 }),
    edition: count,
    /** `current` is asked for today; `replaced` was once. */
    standing: oneOf(['draft', 'current', 'replaced']),
    publishedAt: nullable(instant),
    publishedByName: text(80),
    version: nullable(version),
  },
  { $id: 'InspectionTemplate' },
);
export type InspectionTemplate = Static<typeof inspectionTemplate>;

const about = {
  access: 'organisation.manage',
  isHouseWide: true,
  about: 'inspectionTemplate',
  params: shape({ inspectionTemplateId: id }),
  reply: inspectionTemplate,
} as const;
const written = 'inspection_template_published';
const keysTwice = 'inspection_key_twice';
const limits = 'inspection_limits_crossed';

export const templateRoutes = {
  list: route({
    id: 'inspectionTemplates.list',
    method: 'GET',
    path: '/inspection-templates',
    summary: 'What an inspection asks: the editions of the house, the current ones first',
    access: 'serviceOrders.see',
    reply: shape({ items: Type.Array(inspectionTemplate, { maxItems: 220 }) }),
  }),
  draft: route({
    id: 'inspectionTemplates.draft',
    method: 'POST',
    path: '/inspection-templates',
    summary: 'Begin a new edition; it is asked for once it is published',
    access: 'organisation.manage',
    isHouseWide: true,
    body: shape({ ...subject, ...wording }),
    reply: inspectionTemplate,
    status: 201,
    problems: [keysTwice, limits, 'inspection_draft_begun', 'inspection_templates_full'],
  }),
  change: route({
    ...about,
    id: 'inspectionTemplates.change',
    method: 'PATCH',
    path: '/inspection-templates/:inspectionTemplateId',
    summary: 'Write on an edition that is not published yet',
    body: shape({
      name: Type.Optional(line(80)),
      source: Type.Optional(line(300)),
      sections: Type.Optional(templateSections),
    }),
    problems: [written, keysTwice, limits],
  }),
  publish: route({
    ...about,
    id: 'inspectionTemplates.publish',
    method: 'POST',
    path: '/inspection-templates/:inspectionTemplateId/publish',
    summary: 'From now on sheets are begun by this edition; it changes no more',
    problems: [written],
  }),
};
