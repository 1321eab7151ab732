import type { RowOf } from '#database/types.generated.ts';
import { customerById } from '#modules/customers/server/index.ts';
import { filledFor } from '#modules/message-templates/server/index.ts';
import { atOpenUnit } from '#modules/organisation/server/index.ts';
import { plainField } from '#platform/plain-field.ts';
import { withoutMasked } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import type { BodyOf } from '#shared/route.ts';
import type { letterRoutes } from '../contract.ts';
import { letterEvents } from '../events.ts';
import { letterLife } from '../lifecycle.ts';
import { insertLetter, lockLetter, updateLetter } from './queries.ts';

type Letter = RowOf<'letters'>;
type Customer = NonNullable<Awaited<ReturnType<typeof customerById>>>;

/** A letter in the writer's own words: another person approves it before it is registered (CAR-05). @throws Problem 404 */
export async function writeLetter(
  work: Work,
  customerId: string,
  body: BodyOf<typeof letterRoutes.write>,
): Promise<Letter> {
  const customer = await customerById(work, customerId);
  if (!customer) throw notFound();
  const { recipient, address, ...words } = body;
  return begin(work, customer, { ...words, ...addressed(customer, body) });
}

/**
 * A letter in the words of an approved template, filled from the file; never with a gap (CAR-05). One that is answered
 * carries the address as a code (`replyUrl`); `link` is what stands in its words instead of it.
 * @throws Problem 404, 409 `template_not_approved`, 422 `template_variable_empty`
 */
export async function composeLetter(
  work: Work,
  customerId: string,
  body: BodyOf<typeof letterRoutes.compose>,
  answered: { link?: string; replyUrl?: string } = {},
): Promise<Letter> {
  const { kind, way, templateId, vehicleId } = body;
  const { customer, template, composed } = await filledFor(work, {
    customerId,
    templateId,
    vehicleId,
    link: answered.link,
  });
  return begin(work, customer, {
    ...{ kind, way, templateId, purpose: template.purpose, language: template.language },
    ...addressed(customer, body),
    subject: (composed.subject || template.name).slice(0, 120),
    body: composed.body.slice(0, 4000),
    isAsApproved: true,
    replyUrl: answered.replyUrl ?? '',
  });
}

async function begin(
  work: Work,
  customer: Customer,
  words: Omit<Parameters<typeof insertLetter>[1], 'customerId'>,
): Promise<Letter> {
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  const row = await insertLetter(work, {
    ...words,
    ...{ orgUnitId, orgPath, customerId: customer.id },
    writtenBy: personOf(work),
  });
  await tellOf(work, letterEvents.written, row);
  return row;
}

const titles = { mr: '先生', ms: '女士' } as const;
/** To whom and where: what was typed, else what is on file. */
function addressed(customer: Customer, typed: { recipient?: string; address?: string }) {
  const { name, kind, salutation } = customer;
  const title = kind === 'person' && salutation !== '' ? titles[salutation] : '';
  return {
    recipient: typed.recipient?.trim() || `${name}${title}`.slice(0, 80),
    address: typed.address?.trim() || customer.address.slice(0, 200),
  };
}

/** Writes a draft anew. Words that are no longer the template's need approval from then on. */
export async function changeLetter(
  work: Work,
  letterId: string,
  asked: BodyOf<typeof letterRoutes.change>,
  expectedVersion: number | undefined,
): Promise<Letter> {
  const before = await taken(work, letterId, expectedVersion);
  const state = letterLife.next('change', before.state);
  const kinds = { recipient: 'name', address: 'address', subject: 'words', body: 'words' } as const;
  const change = withoutMasked(work.actor, asked, before, kinds);
  const isAsApproved =
    before.isAsApproved &&
    (['subject', 'body', 'purpose'] as const).every(
      (field) => change[field] === undefined || change[field] === before[field],
    );
  const recipient =
    change.recipient && plainField(change.recipient, { pointer: '/recipient', most: 80, least: 1 });
  const after = await updateLetter(work, letterId, { ...change, recipient, isAsApproved, state });
  await tellOf(work, letterEvents.changed, after);
  return after;
}

/** The letter, held for a step. @throws Problem 404 out of sight, 412 when somebody was faster */
export async function taken(work: Work, letterId: string, seen?: number): Promise<Letter> {
  const row = await lockLetter(work, letterId);
  if (!row) throw notFound();
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}

export const personOf = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);
export const aboutLetter = ({ id, orgPath }: Pick<Letter, 'id' | 'orgPath'>) => ({
  type: 'letter',
  id,
  orgPath,
});
const tellOf = (
  work: Work,
  kind: EventKind<{ letterId: string; customerId: string }>,
  row: Letter,
) => work.emit(kind, { letterId: row.id, customerId: row.customerId }, aboutLetter(row));
