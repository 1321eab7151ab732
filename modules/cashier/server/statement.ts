import type { FastifyReply } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { nameFor, plateFor } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import { sumFen } from '#shared/money.ts';
import { printStatement } from '../print/statement.ts';
import { frameOf, sent } from './printing.ts';
import { customerSeen } from './queries-credit.ts';
import { entriesOf, mostEntries, openingOf } from './queries-statement.ts';
import { dayWithin, endOf } from './reading.ts';

/** What a customer owed, left on account and paid from a day to a day, on paper (对账单). */
export async function sendStatement(
  work: Work,
  customerId: string,
  { asked, call }: { asked: { from: string; until: string }; call: Call },
): Promise<FastifyReply> {
  const customer = await customerSeen(work, customerId);
  if (!customer) throw notFound();
  const [from, until] = [dayWithin(work, asked.from), dayWithin(work, asked.until)];
  if (from > until) throw ruleBroken('?from', 'statement_days');
  const since = instantAt(zoneOfTenant, from, '00:00');
  const span = { customerId: customer.id, since, before: endOf(until).before };
  const entries = await entriesOf(work, span);
  if (entries.length > mostEntries) {
    throw new Problem(422, 'statement_too_long', { limit: mostEntries });
  }
  const openingFen = await openingOf(work, span);
  const frame = await frameOf(work, work.actor.unitId, {
    call,
    path: `/receivables/${customer.id}`,
  });
  const { pdf } = await printStatement(frame, {
    customerName: nameFor(work.actor, customer.name, customer.orgPath),
    ...{ from, until, openingFen },
    entries: entries.map(({ at, kind, number, orderNumber, plate, orgPath, amountFen }) => ({
      ...{ kind, number, orderNumber, amountFen },
      on: dateIn(zoneOfTenant, at),
      plate: plateFor(work.actor, plate, orgPath),
    })),
    closingFen: sumFen([openingFen, ...entries.map(({ amountFen }) => amountFen)]),
  });
  return sent(call, pdf, `${from}-${until}`);
}
