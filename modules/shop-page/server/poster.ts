import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { posterWords, printPoster } from '../print/poster.ts';
import { addressOfPage, placeAsked, writtenOf } from './page.ts';
import { pageOfUnit } from './queries.ts';
import { shopShown } from './shown.ts';

/** The code of a page that is open, to be hung up. @throws Problem 404, 409 `shop_page_closed` */
export async function printedPoster(
  work: Work,
  orgUnitId: string | undefined,
  { host, language }: Call,
): Promise<{ pdf: Buffer; name: string }> {
  const place = await placeAsked(work, orgUnitId);
  const page = await pageOfUnit(work, place.orgUnitId);
  if (!page?.isOpen) throw new Problem(409, 'shop_page_closed');
  const shop = await shopShown(work, place, writtenOf(page), host.publicUrl);
  const { name, address, phone } = place;
  const { pdf } = await printPoster(
    {
      shop: { name, address, phone },
      recordUrl: await addressOfPage(work, page.slug, host.publicUrl),
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: language,
      timeZone: zoneOfTenant,
    },
    shop,
  );
  return { pdf, name: `${posterWords[language].title}-${name}` };
}
