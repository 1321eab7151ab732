import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type {
  Grade,
  InspectionTemplate,
  SheetKind,
  TemplateSection,
  templateRoutes,
} from '../contract.ts';
import { inspectionTemplateEvents } from '../events.ts';
import { templateLife } from '../lifecycle.ts';
import { houseTemplates } from './house-templates.ts';
import {
  fittingTemplate,
  insertTemplate,
  type NamedTemplate,
  templateById,
  templatesOfHouse,
  updateTemplate,
} from './queries-templates.ts';

type Body<Name extends keyof typeof templateRoutes> = BodyOf<(typeof templateRoutes)[Name]>;
type Subject = Pick<InspectionTemplate, 'kind' | 'grade' | 'vehicleType'>;

const mostTemplates = 200;
const keyOf = ({ kind, grade, vehicleType }: Subject) => `${kind}|${grade}|${vehicleType}`;

/** What a sheet is begun by: name, edition and source stand on it. */
export type Chosen = Pick<InspectionTemplate, 'name' | 'edition' | 'source' | 'sections'>;

/**
 * The template of a grade and a type of car: the house's own edition that is published, or what comes with the program.
 * One that is made for the grade goes before one for all grades, whoever made it.
 */
export async function templateFor(
  work: Work,
  kind: SheetKind,
  grade: Grade,
  vehicleType: string,
): Promise<Chosen> {
  const own = await fittingTemplate(work, { kind, grade, vehicleType });
  const given = (of: InspectionTemplate['grade']) =>
    houseTemplates.find((one) => one.kind === kind && one.grade === of);
  const ofGrade = given(grade);
  if (own && (own.grade === grade || !ofGrade)) return own;
  return { ...(ofGrade ?? given('')!), edition: 1 };
}

/** Every edition, the current one of each first; what the house has not replaced stands as it came with the program. */
export async function allTemplates(work: Work): Promise<InspectionTemplate[]> {
  const rows = await templatesOfHouse(work);
  const published = rows.filter(({ state }) => state === 'published');
  const currentOf = new Map(
    published.toReversed().map((row) => [keyOf(row as Subject), row.id] as const),
  );
  const own = rows.map((row) => shown(row, currentOf.get(keyOf(row as Subject)) === row.id));
  const given = houseTemplates.map(
    (one): InspectionTemplate => ({
      ...one,
      id: null,
      edition: 1,
      standing: currentOf.has(keyOf(one)) ? 'replaced' : 'current',
      publishedAt: null,
      publishedByName: '',
      version: null,
    }),
  );
  const order = { draft: 0, current: 1, replaced: 2 } as const;
  return [...own, ...given].toSorted(
    (a, b) => b.kind.localeCompare(a.kind) || order[a.standing] - order[b.standing],
  );
}

const shown = (row: NamedTemplate, isCurrent: boolean): InspectionTemplate => ({
  id: row.id,
  kind: row.kind,
  grade: row.grade as InspectionTemplate['grade'],
  vehicleType: row.vehicleType,
  name: row.name,
  source: row.source,
  sections: row.sections,
  edition: row.edition,
  standing: row.state === 'draft' ? 'draft' : isCurrent ? 'current' : 'replaced',
  publishedAt: row.publishedAt?.toISOString() ?? null,
  publishedByName: row.publishedByName,
  version: row.version,
});

async function shownById(work: Work, id: string): Promise<InspectionTemplate> {
  const row = await templateById(work, id);
  if (!row) throw notFound();
  const rows = row.state === 'draft' ? [] : await templatesOfHouse(work);
  const newer = rows.some(
    (one) =>
      one.state === 'published' &&
      one.edition > row.edition &&
      keyOf(one as Subject) === keyOf(row as Subject),
  );
  return shown(row, !newer);
}

/** A key names one item of a sheet; limits that cross are met by nothing. */
function refuseStrange(sections: readonly TemplateSection[] | undefined): void {
  if (!sections) return;
  const items = sections.flatMap((section) => section.items);
  if (new Set(items.map(({ key }) => key)).size < items.length) {
    throw ruleBroken('/sections', 'inspection_key_twice');
  }
  if (items.some(({ low, high }) => low !== null && high !== null && low > high)) {
    throw ruleBroken('/sections', 'inspection_limits_crossed');
  }
}

const stored = (sections: readonly TemplateSection[]) =>
  sections as unknown as Fresh<'inspectionTemplates'>['sections'];

/** A new edition: the next after the last of its kind, grade and type of car. */
export async function draftTemplate(work: Work, body: Body<'draft'>): Promise<InspectionTemplate> {
  refuseStrange(body.sections);
  const rows = await templatesOfHouse(work);
  const same = rows.filter((row) => keyOf(row as Subject) === keyOf(body));
  if (same.some(({ state }) => state === 'draft')) {
    throw new Problem(409, 'inspection_draft_begun');
  }
  if (rows.length >= mostTemplates) throw new Problem(409, 'inspection_templates_full');
  const row = await insertTemplate(work, {
    ...body,
    sections: stored(body.sections),
    state: templateLife.initial,
    edition: Math.max(1, ...same.map(({ edition }) => edition)) + 1,
  });
  await tell(work, 'drafted', row.id);
  return shownById(work, row.id);
}

interface AskedTemplate {
  inspectionTemplateId: string;
  expectedVersion?: number;
}

const published = () => new Problem(409, 'inspection_template_published');

async function takeDraft(work: Work, asked: AskedTemplate) {
  // Not locked: the database lets nobody lock what is published, and takes no change of it.
  const row = await templateById(work, asked.inspectionTemplateId);
  if (!row) throw notFound();
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  if (row.state !== 'draft') throw published();
  return row;
}

export async function changeTemplate(work: Work, asked: AskedTemplate, body: Body<'change'>) {
  const row = await takeDraft(work, asked);
  refuseStrange(body.sections);
  const { sections, ...words } = body;
  const change = { ...words, ...(sections && { sections: stored(sections) }) };
  if (!(await updateTemplate(work, row.id, change))) throw published();
  await tell(work, 'changed', row.id);
  return shownById(work, row.id);
}

export async function publishTemplate(work: Work, asked: AskedTemplate) {
  const row = await takeDraft(work, asked);
  const after = await updateTemplate(work, row.id, {
    state: templateLife.next('publish', row.state as 'draft'),
    publishedAt: work.now,
    publishedBy: work.actor.kind === 'user' ? work.actor.id : null,
  });
  if (!after) throw published();
  await tell(work, 'published', row.id);
  return shownById(work, row.id);
}

const tell = (work: Work, what: keyof typeof inspectionTemplateEvents, id: string) =>
  work.emit(
    inspectionTemplateEvents[what],
    { inspectionTemplateId: id },
    { type: 'inspectionTemplate', id },
  );
