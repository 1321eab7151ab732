import { partsOf } from '#modules/messages/contract.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { formatFen } from '#shared/money.ts';
import { type Filled, fill, type Value, type Values } from '../judge/variables.ts';

import { type FactsRow, factsOf } from './queries-facts.ts';

type Language = 'zh-CN' | 'en';
interface Text {
  language: string;
  channel: string;
  subject: string;
  body: string;
}
export interface Composed extends Pick<Filled, 'gaps' | 'values'> {
  subject: string;
  body: string;
  parts: number;
}

/** What is on file of the customer, once for all templates. @throws Problem 404 for a customer or a car out of sight */
export async function onFile(
  work: Work,
  customerId: string,
  vehicleId: string | null,
): Promise<FactsRow> {
  const facts = await factsOf(work, customerId, vehicleId);
  if (!facts || (vehicleId !== null && facts.vehicleId === null)) throw notFound();
  return facts;
}

/** A template as it reads to a customer. What an occasion brings along (`link`) comes in `brought`. */
export function compose(
  template: Text,
  facts: FactsRow,
  brought: { link?: string } = {},
): Composed {
  const values = valuesOf(facts, template.language as Language, brought);
  const subject = fill(template.subject, values);
  const body = fill(template.body, values);
  const gaps = [...subject.gaps, ...body.gaps].filter(
    ({ word }, at, all) => all.findIndex((other) => other.word === word) === at,
  );
  return {
    subject: subject.text,
    body: body.text,
    gaps,
    values: body.values,
    parts: template.channel === 'sms' ? partsOf(body.text) : 0,
  };
}

function valuesOf(facts: FactsRow, language: Language, { link = '' }: { link?: string }): Values {
  const noCar = facts.vehicles > 1 ? ({ gap: 'several_vehicles' } as const) : undefined;
  const ofCar = (text: string | null, gap: 'no_plate' | 'no_model' | 'no_next_service'): Value =>
    facts.vehicleId === null ? (noCar ?? { gap: 'no_vehicle' }) : known(text, gap);
  const { amountFen } = facts;
  return {
    salutation: { text: salutationOf(facts, language) },
    name: { text: facts.name },
    plate: ofCar(facts.plate, 'no_plate'),
    model: ofCar(facts.model, 'no_model'),
    nextService: ofCar(facts.nextDueOn && dayIn(language, facts.nextDueOn), 'no_next_service'),
    shop: { text: facts.shop },
    shopPhone: known(facts.shopPhone, 'no_shop_phone'),
    advisor: known(facts.advisor, 'no_advisor'),
    appointment: known(momentIn(language, facts.appointmentAt), 'no_appointment'),
    order: known(facts.orderNumber, 'no_order'),
    promise: known(
      momentIn(language, facts.promisedAt),
      facts.orderNumber ? 'no_promise' : 'no_order',
    ),
    amount: known(
      amountFen ? moneyIn(language, amountFen) : null,
      facts.orderNumber ? 'no_amount' : 'no_order',
    ),
    link: known(link, 'no_link'),
  };
}

const known = (text: string | null, gap: Extract<Value, { gap: string }>['gap']): Value =>
  text === null || text.trim() === '' ? { gap } : { text };

const titles = { 'zh-CN': { mr: '先生', ms: '女士' }, en: { mr: 'Mr ', ms: 'Ms ' } } as const;

function salutationOf({ name, kind, salutation }: FactsRow, language: Language): string {
  if (kind !== 'person' || (salutation !== 'mr' && salutation !== 'ms')) return name;
  const title = titles[language][salutation];
  return language === 'en' ? `${title}${name}` : `${name}${title}`;
}

function dayIn(language: Language, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return language === 'en' ? date : `${year}年${month}月${day}日`;
}

function momentIn(language: Language, instant: Date | null): string | null {
  if (instant === null) return null;
  const date = dateIn(zoneOfTenant, instant);
  const time = timeIn(zoneOfTenant, instant);
  const [, month, day] = date.split('-').map(Number);
  return language === 'en' ? `${date} ${time}` : `${month}月${day}日 ${time}`;
}

const moneyIn = (language: Language, amountFen: number) =>
  language === 'en' ? `CNY ${formatFen(amountFen)}` : `${formatFen(amountFen)}元`;
