import { settingAt } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { OwnRules, Rules } from './rules.ts';

const names = [
  'tiers',
  'points',
  'prepaid',
  'refunds',
  'rates',
  'stop',
] as const satisfies readonly (keyof Rules)[];

/** One rule as it is set at a place, as SQL; so is the place. */
export const ownRuleAt = (name: keyof Rules, orgPath: string): string =>
  settingAt(`members.${name}`, orgPath);
/** All of them in one value of JSON. */
export const ownRulesAt = (orgPath: string): string =>
  `jsonb_build_object(${names.map((name) => `'${name}', ${ownRuleAt(name, orgPath)}`).join(', ')})`;

const ownRules = statement<{ own: OwnRules }, { orgPath: string }>(
  'members.ownRules',
  `select ${ownRulesAt(':orgPath::text')} as own`,
);
export const ownRulesOf = async (work: Work, orgPath: string): Promise<OwnRules> =>
  (await work.first(ownRules, { orgPath }))!.own;
