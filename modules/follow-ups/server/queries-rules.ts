import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { RuleConditions } from '../contract-rules.ts';
import type { Occasion } from '../locales/vocabulary.ts';

export interface EditionRow extends RowOf<'followUpRuleEditions'> {
  occasion: Occasion;
  conditions: RuleConditions;
  channel: 'phone' | 'visit';
  countsAsDone: 'reached' | 'triesUsedUp';
}

/** The last edition of each unit on the way up from a place, the nearest first. */
const upwards = (occasion: string) => `select distinct on (e.occasion, e.org_path) e.*
   from follow_up_rule_editions e
  where e.tenant_id = :tenant and e.occasion = any(${occasion}) and :orgPath ^@ e.org_path
  order by e.occasion, e.org_path, e.edition desc`;

const holding = statement<
  EditionRow & { unitName: string; agentName: string | null },
  { orgPath: string; occasions: readonly string[] }
>(
  'followUpRules.holding',
  `select distinct on (l.occasion) l.*, u.name as unit_name, a.name as agent_name
     from (${upwards(':occasions::text[]')}) l
     join org_units u on u.tenant_id = l.tenant_id and u.id = l.org_unit_id
     left join employees a on a.tenant_id = l.tenant_id and a.id = l.agent_id
    where not l.is_withdrawn order by l.occasion, length(l.org_path) desc`,
);
/** Of these occasions the editions that hold at a place; an occasion without one is as shipped. */
export const editionsHolding = (work: Work, orgPath: string, occasions: readonly Occasion[]) =>
  work.rows(holding, { orgPath, occasions });

const latestOwn = statement<{ occasion: Occasion; edition: number }, { orgPath: string }>(
  'followUpRules.latestOwn',
  `select e.occasion, max(e.edition) as edition from follow_up_rule_editions e
    where e.tenant_id = :tenant and e.org_path = :orgPath group by e.occasion`,
);
/** How many editions of each rule a unit itself has written. */
export const ownEditions = async (work: Work, orgPath: string) =>
  new Map(
    (await work.rows(latestOwn, { orgPath })).map(({ occasion, edition }) => [occasion, edition]),
  );

const ownHistory = statement<
  EditionRow & { byName: string | null; agentName: string | null },
  { orgPath: string; occasion: Occasion }
>(
  'followUpRules.history',
  `select e.*, b.name as by_name, a.name as agent_name from follow_up_rule_editions e
     left join employees b on b.tenant_id = e.tenant_id and b.id = e.created_by
     left join employees a on a.tenant_id = e.tenant_id and a.id = e.agent_id
    where e.tenant_id = :tenant and e.occasion = :occasion and e.org_path = :orgPath
    order by e.edition desc limit 50`,
);
export const historyOf = (work: Work, orgPath: string, occasion: Occasion) =>
  work.rows(ownHistory, { orgPath, occasion });

const byId = statement<EditionRow, { editionId: string }>(
  'followUpRules.byId',
  'select * from follow_up_rule_editions where tenant_id = :tenant and id = :editionId',
);
export const editionById = (work: Work, editionId: string) => work.first(byId, { editionId });

const oneAtATime = statement<never>(
  'followUpRules.oneAtATime',
  'select pg_advisory_xact_lock(7410032, hashtext(:tenant::text))',
);
/** Until the transaction ends nobody else of the house writes a rule: two cannot both follow the same edition. */
export const oneRuleAtATime = (work: Work) => work.run(oneAtATime, {});

export const insertEdition = (work: Work, row: Fresh<'followUpRuleEditions'>) =>
  work.insert('followUpRuleEditions', row);

const everywhere = statement<EditionRow, { occasion: Occasion }>(
  'followUpRules.everywhere',
  `select * from (select distinct on (e.org_path) e.* from follow_up_rule_editions e
      where e.tenant_id = :tenant and e.occasion = :occasion order by e.org_path, e.edition desc) l
    where not l.is_withdrawn order by l.org_path limit 5000`,
);
/** What every unit that has a rule of its own for an occasion wrote last. */
export const editionsEverywhere = (work: Work, occasion: Occasion) =>
  work.rows(everywhere, { occasion });

const postHolders = statement<
  { employeeId: string },
  { ids: readonly string[]; postKey: string; today: string }
>(
  'followUpRules.postHolders',
  `select distinct h.employee_id from post_holdings h
    where h.tenant_id = :tenant and h.employee_id = any(:ids::uuid[]) and h.post_key = :postKey
      and h.since_on <= :today::date and (h.until_on is null or h.until_on >= :today::date)`,
);
/** Who of these people holds a post today. */
export const holdersOf = async (
  work: Work,
  given: { ids: readonly string[]; postKey: string; today: string },
) => new Set((await work.rows(postHolders, given)).map(({ employeeId }) => employeeId));
