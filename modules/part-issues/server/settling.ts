import { defineSettling } from '#modules/service-orders/server/index.ts';
import { partsOf } from './queries.ts';
import { rulesAt } from './rules.ts';
import { isMissing } from './show.ts';

/** Where the house says so, nothing is settled that was agreed to and neither issued nor waived (WSH-15). */
defineSettling(async (work, { id, orgPath }) => {
  if ((await rulesAt(work, orgPath)).settling !== 'refuse') return undefined;
  const missing = (await partsOf(work, id)).filter(isMissing);
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, 5).map(({ number, name }) => `${number} ${name}`.trim());
  return { code: 'parts_not_issued', facts: { parts: named.join('、'), count: missing.length } };
});
