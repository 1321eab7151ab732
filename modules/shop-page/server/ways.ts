import { issuesCodes } from '#modules/genuine-check/server/index.ts';
import { defineOpenWays } from '#modules/links/server/index.ts';
import { addressOfPage } from './page.ts';
import { houseOf, openUnit } from './queries.ts';
import { codesPage } from './shown.ts';

/** A customer who came by a link goes on from there: to the shop's page, to a time, to the check of a part (CAR-07). */
defineOpenWays(async (work, orgUnitId) => {
  const unit = await openUnit(work, orgUnitId);
  if (!unit) return { shopAt: '', bookAt: '', genuineAt: '' };
  const shopAt = unit.slug === null ? '' : await addressOfPage(work, unit.slug, '');
  const { code } = await houseOf(work);
  return {
    shopAt,
    bookAt: shopAt && unit.takesBookings ? `${shopAt}#book` : '',
    genuineAt: (await issuesCodes(work)) ? codesPage(code, unit.code) : '',
  };
});
