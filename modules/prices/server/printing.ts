import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printPriceList } from '../print/price-list.ts';
import { priceListWords } from '../print/words.ts';
import { openItem } from './open.ts';
import { openPackages } from './open-packages.ts';
import { placeAsked, today } from './places.ts';
import { addressOf, openedAt } from './publication.ts';
import { pageOfPrices } from './queries-list.ts';
import { ratesAt } from './queries-rates.ts';
import { mostPrintedLines } from './thresholds.ts';

/** The list of a place as it is hung up. @throws Problem 404, 422 `price_list_too_long` */
export async function printedList(
  work: Work,
  { orgUnitId, day = today(work) }: { orgUnitId?: string; day?: string },
  { host, language }: Call,
): Promise<{ pdf: Buffer; name: string }> {
  const place = await placeAsked(work, orgUnitId);
  const where = { orgPath: place.orgPath, day };
  const rows = await pageOfPrices(work, where, null, mostPrintedLines + 1);
  if (rows.length > mostPrintedLines)
    throw new Problem(422, 'price_list_too_long', { limit: mostPrintedLines });
  const rates = await ratesAt(work, where);
  const { complaintPhone } = await openedAt(work, place.orgPath);
  const { name, address, phone } = place;
  const { pdf } = await printPriceList(
    {
      shop: { name, address, phone },
      recordUrl: await addressOf(work, place, host.publicUrl),
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: language,
      timeZone: zoneOfTenant,
    },
    {
      day,
      rates,
      items: rows.map(openItem),
      packages: await openPackages(work, where),
      complaintPhone: complaintPhone || phone,
    },
  );
  return { pdf, name: `${priceListWords[language].title}-${name}-${day}` };
}
