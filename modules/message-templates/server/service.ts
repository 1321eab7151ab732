import type { RowOf } from '#database/types.generated.ts';
import { inScope } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import type { BodyOf } from '#shared/route.ts';
import type { templateRoutes } from '../contract.ts';
import { templateEvents } from '../events.ts';
import { namedIn } from '../judge/variables.ts';
import { faultOf } from '../judge/wording.ts';
import { templateLife } from '../lifecycle.ts';
import { insertTemplate, lockSeries, lockTemplate, updateTemplate } from './queries.ts';

type Template = RowOf<'messageTemplates'>;

/** Writes the first edition of a template, for the writer's own unit and all below it. @throws Problem 404 outside his reach */
export async function writeTemplate(
  work: Work,
  body: BodyOf<typeof templateRoutes.add>,
): Promise<Template> {
  const { subject = '', providerTemplate = '', providerSignature = '', ...rest } = body;
  const words = {
    ...rest,
    occasion: body.occasion ?? '',
    subject,
    providerTemplate,
    providerSignature,
  };
  refuseWords(words);
  if (!inScope(work.actor, work.actor.unitPath)) throw notFound();
  const id = newId(work.now);
  const writtenBy = personOf(work);
  const row = await insertTemplate(work, { id, seriesId: id, edition: 1, ...words, writtenBy });
  await tell(work, templateEvents.written, row);
  return row;
}

export async function changeTemplate(
  work: Work,
  templateId: string,
  change: BodyOf<typeof templateRoutes.change>,
  expectedVersion: number | undefined,
): Promise<Template> {
  const before = await taken(work, templateId);
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    throw new Problem(412, 'version_stale');
  }
  const state = templateLife.next('change', before.state);
  refuseWords({ ...before, ...change });
  const writtenBy = personOf(work);
  const after = await updateTemplate(work, templateId, { ...change, state, writtenBy });
  await tell(work, templateEvents.changed, after);
  return after;
}

/** Hands it in. What the law has against an advertisement is said now, not to the customer. */
export async function askForApproval(work: Work, templateId: string): Promise<Template> {
  const before = await taken(work, templateId);
  const state = templateLife.next('ask', before.state);
  const fault = faultOf(before);
  if (fault) throw ruleBroken('/body', fault);
  const asking = { state, askedBy: person(work), askedAt: work.now, refusal: '' };
  const after = await updateTemplate(work, templateId, asking);
  await tell(work, templateEvents.asked, after);
  return after;
}

/** Approved by somebody who neither wrote it nor handed it in; the edition before it goes out of use (CAR-05). */
export async function approveTemplate(work: Work, templateId: string): Promise<Template> {
  const before = await taken(work, templateId);
  const state = templateLife.next('approve', before.state);
  const decidedBy = another(work, before);
  for (const { id, state: was } of await lockSeries(work, before.seriesId)) {
    if (was === 'approved') {
      const former = await updateTemplate(work, id, { state: templateLife.next('retire', was) });
      await tell(work, templateEvents.retired, former);
    }
  }
  const after = await updateTemplate(work, templateId, { state, decidedBy, decidedAt: work.now });
  await tell(work, templateEvents.approved, after);
  return after;
}

export async function refuseTemplate(
  work: Work,
  templateId: string,
  reason: string,
): Promise<Template> {
  const before = await taken(work, templateId);
  const state = templateLife.next('refuse', before.state);
  const decidedBy = another(work, before);
  const refusal = reason.trim();
  const decided = { state, refusal, decidedBy, decidedAt: work.now };
  const after = await updateTemplate(work, templateId, decided);
  const about = aboutTemplate(after);
  const told = { templateId, edition: after.edition, reason: refusal };
  await work.emit(templateEvents.refused, told, about);
  return after;
}

export async function retireTemplate(work: Work, templateId: string): Promise<Template> {
  const before = await taken(work, templateId);
  const state = templateLife.next('retire', before.state);
  const after = await updateTemplate(work, templateId, { state });
  await tell(work, templateEvents.retired, after);
  return after;
}

/** The next edition, as a draft with the words of this one. One at a time. */
export async function reviseTemplate(work: Work, templateId: string): Promise<Template> {
  const before = await taken(work, templateId);
  if (before.state !== 'approved' && before.state !== 'retired') {
    throw new Problem(409, 'template_not_revisable');
  }
  const editions = await lockSeries(work, before.seriesId);
  if (editions.some(({ state }) => state !== 'approved' && state !== 'retired')) {
    throw new Problem(409, 'template_edition_open');
  }
  const { seriesId, name, purpose, channel, language, occasion, subject, body, remindsOf } = before;
  const { providerTemplate, providerSignature, orgUnitId, orgPath } = before;
  const row = await insertTemplate(work, {
    ...{ seriesId, name, purpose, channel, language, occasion, subject, body, providerTemplate },
    ...{ remindsOf, providerSignature, orgUnitId, orgPath, writtenBy: personOf(work) },
    edition: (editions[0]?.edition ?? before.edition) + 1,
  });
  await tell(work, templateEvents.written, row);
  return row;
}

async function taken(work: Work, templateId: string): Promise<Template> {
  const row = await lockTemplate(work, templateId);
  if (!row) throw notFound();
  return row;
}

function refuseWords({ channel, subject, body }: Pick<Template, 'channel' | 'subject' | 'body'>) {
  const unknown = namedIn(`${subject}\n${body}`).find(({ key }) => key === undefined);
  if (unknown) throw ruleBroken('/body', 'template_variable_unknown', { word: unknown.word });
  if (channel === 'email' && subject.trim() === '') {
    throw ruleBroken('/subject', 'template_no_subject');
  }
}

const personOf = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);

function person(work: Work): string {
  const id = personOf(work);
  if (id === null) throw new Problem(403, 'template_person');
  return id;
}

function another(work: Work, { writtenBy, askedBy }: Template): string {
  const id = person(work);
  if (id === writtenBy || id === askedBy) throw new Problem(409, 'template_own');
  return id;
}

const tell = (
  work: Work,
  kind: EventKind<{ templateId: string; edition: number }>,
  row: Template,
) => work.emit(kind, { templateId: row.id, edition: row.edition }, aboutTemplate(row));

const aboutTemplate = ({ id, orgPath }: Template) => ({ type: 'messageTemplate', id, orgPath });
