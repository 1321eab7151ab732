import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'commitments.heldBy',
  `select c.id, c.subject as label, c.org_path, c.about_id as follows_id
     from commitments c
    where c.tenant_id = :tenant and c.owner_id = :employeeId
      and (c.state in ('open', 'paused') or (c.state = 'broken' and c.settled_at is null))
    order by c.due_at, c.id limit 10000`,
);
/** The promises that a person has still to keep; one about a record goes wherever the record goes (ORG-07). */
export const promisesHeldBy = (work: Work, employeeId: string) => work.rows(held, { employeeId });

const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'commitments.give',
  `update commitments c set owner_id = g.to_id, version = c.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where c.tenant_id = :tenant and c.id = g.id and c.owner_id = :fromId`,
);
export const givePromises = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });

const givenAbout = statement<
  never,
  { rule: string; aboutType: string; aboutIds: readonly string[]; toIds: readonly string[] }
>(
  'commitments.giveAbout',
  `update commitments c set owner_id = g.to_id, version = c.version + 1, updated_at = :now
     from unnest(:aboutIds::uuid[], :toIds::uuid[]) as g (about_id, to_id)
    where c.tenant_id = :tenant and c.about_type = :aboutType and c.about_id = g.about_id and c.rule = :rule
      and (c.state in ('open', 'paused') or (c.state = 'broken' and c.settled_at is null))`,
);
/** What was promised about many things by one rule goes to others; who gave them tells of it once. */
export const handOverMany = (
  work: Work,
  { key: rule }: { key: string },
  aboutType: string,
  gifts: readonly { aboutId: string; toId: string }[],
) =>
  work.run(givenAbout, {
    rule,
    aboutType,
    aboutIds: gifts.map(({ aboutId }) => aboutId),
    toIds: gifts.map(({ toId }) => toId),
  });
