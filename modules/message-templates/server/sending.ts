import type { ReminderKind } from '#modules/customers/contract.ts';
import { customerById } from '#modules/customers/server/index.ts';
import { type MessageRow, queueMessage } from '#modules/messages/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { ReplyOf } from '#shared/route.ts';
import type { templateRoutes } from '../contract.ts';
import { namedIn } from '../judge/variables.ts';
import { type Composed, compose, onFile } from './composing.ts';
import { templateById, usableAt } from './queries.ts';
import { type FactsRow, factsOf } from './queries-facts.ts';

interface Asked {
  customerId: string;
  templateId: string;
  vehicleId?: string | null;
  /** The customer's telephone where the channel is SMS and none is given. */
  address?: string;
  link?: string;
  about?: { type: string; id: string };
  /** Of what it reminds where who sends it knows better than the template. */
  remindsOf?: ReminderKind;
}

/**
 * Writes a customer what an approved template says to him. With a variable that has nothing to say it is refused and
 * names it (CAR-05). @throws Problem 404, 409 `template_not_approved`, 422 `template_variable_empty`
 */
export async function sendTemplate(work: Work, asked: Asked): Promise<MessageRow> {
  const { templateId, about } = asked;
  const { customer, template, composed } = await filledFor(work, asked);
  const { channel, purpose, name, edition, providerTemplate, providerSignature } = template;
  return queueMessage(work, {
    customerId: customer.id,
    channel,
    purpose,
    template: `${name} · ${edition}`,
    subject: composed.subject,
    body: composed.body,
    address: asked.address ?? (channel === 'sms' ? customer.phone : ''),
    about: about ?? null,
    remindsOf: asked.remindsOf ?? template.remindsOf,
    made: { templateId, providerTemplate, providerSignature, templateValues: composed.values },
  });
}

/**
 * What an approved template says to a customer, whichever way it goes to him.
 * @throws Problem 404, 409 `template_not_approved`, 422 `template_variable_empty`
 */
export async function filledFor(work: Work, asked: Asked) {
  const { templateId, vehicleId = null, link } = asked;
  const customer = await customerById(work, asked.customerId);
  if (!customer) throw notFound();
  const template = await templateById(work, templateId);
  if (!template || !customer.orgPath.startsWith(template.orgPath)) throw notFound();
  const facts = await onFile(work, customer.id, vehicleId);
  if (template.state !== 'approved') throw new Problem(409, 'template_not_approved');
  await refuseTooEarly(work, template.occasion, facts);
  const composed = compose(template, facts, { link });
  refuseGaps(composed);
  return { customer, template, composed };
}

/** Says what stands in the way of telling the customer of this order that his car may be fetched; nothing if he may be told. */
type ReadyRule = (work: Work, orderId: string) => Promise<string | undefined>;
let readyRule: ReadyRule | undefined;

/** One module below says what a car needs before its customer is told. */
export function defineReady(given: ReadyRule): void {
  if (readyRule) throw new Error('telling that a car is ready has its rule already');
  readyRule = given;
}

/** @throws Problem 409 as the rule says, where the template calls for the car and one is here */
async function refuseTooEarly(
  work: Work,
  occasion: string,
  { orderId }: Pick<FactsRow, 'orderId'>,
): Promise<void> {
  const obstacle = await obstacleTo(work, occasion, { orderId });
  if (obstacle) throw new Problem(409, obstacle);
}

const obstacleTo = async (
  work: Work,
  occasion: string,
  { orderId }: Pick<FactsRow, 'orderId'>,
): Promise<string | undefined> =>
  occasion === 'carReady' && orderId !== null ? readyRule?.(work, orderId) : undefined;

function refuseGaps({ gaps }: Composed): void {
  if (gaps.length === 0) return;
  const words = gaps.map(({ word }) => `{${word}}`).join('、');
  throw ruleBroken('/templateId', 'template_variable_empty', { words });
}

/** How a template reads to a customer, and what it lacks. @throws Problem 404 */
export async function composeFor(
  work: Work,
  asked: { customerId: string; templateId: string },
): Promise<Composed> {
  const facts = await onFile(work, asked.customerId, null);
  const template = await templateById(work, asked.templateId);
  if (!template) throw notFound();
  return compose(template, facts);
}

type Usable = ReplyOf<typeof templateRoutes.usable>['items'];

/** What may be sent to a customer, each as it reads to him. */
export async function usableFor(
  work: Work,
  customerId: string,
  vehicleId: string | undefined,
): Promise<Usable> {
  const facts = await onFile(work, customerId, vehicleId ?? null);
  const templates = await usableAt(work, facts.orgPath);
  return templates.map((template) => {
    const { id, name, edition, purpose, channel, language } = template;
    const { values: _kept, ...composed } = compose(template, facts);
    return { id, name, edition, purpose, channel, language, ...composed };
  });
}

/**
 * Why an approved template cannot be filled for a customer now, without refusing: for who writes to many at once.
 * `gone` where he or his car is no longer in sight, `no_template` where its words are out of use, `gap` where one is empty.
 */
export async function lacksFor(
  work: Work,
  { customerId, templateId, vehicleId = null, link }: Asked,
): Promise<'gone' | 'no_template' | 'gap' | undefined> {
  const customer = await customerById(work, customerId);
  const facts = customer && (await factsOf(work, customerId, vehicleId));
  if (!facts || (vehicleId !== null && facts.vehicleId === null)) return 'gone';
  const template = await templateById(work, templateId);
  const isUsable = template?.state === 'approved' && facts.orgPath.startsWith(template.orgPath);
  if (!isUsable) return 'no_template';
  if (await obstacleTo(work, template.occasion, facts)) return 'gap';
  return compose(template, facts, { link }).gaps.length > 0 ? 'gap' : undefined;
}

/** Whether a template has a place for the link of an occasion. */
export const namesLink = ({ subject, body }: { subject: string; body: string }): boolean =>
  namedIn(`${subject} ${body}`).some(({ key }) => key === 'link');

/** A template in sight, whatever its state. */
export const templateInSight = (work: Work, templateId: string) => templateById(work, templateId);

/** What may be used in one's own unit, by name. */
export const approvedTemplates = (work: Work) => usableAt(work, work.actor.unitPath);
