import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

interface ColleagueRow {
  id: string;
  name: string;
  orgUnitId: string;
  orgPath: string;
}
const colleagues = statement<ColleagueRow, { employeeId: string }>(
  'briefs.colleague',
  `select id, name, org_unit_id, org_path from employees
    where tenant_id = :tenant and id = :employeeId and org_path ^@ any(:scopes)`,
);
/** A person within the caller’s scope, whether he still works here or not. */
export const colleague = (work: Work, employeeId: string) => work.first(colleagues, { employeeId });

export interface ResultRow {
  direction: string;
  result: string;
  reason: string;
  calls: number;
}
const results = statement<ResultRow, { since: Date; until: Date; agentId: string; place: string }>(
  'briefs.callsOfAgent',
  `select c.direction, c.result, c.reason, count(*) as calls from follow_up_calls c
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place and c.by_id = :agentId
      and c.at >= :since and c.at < :until
    group by c.direction, c.result, c.reason order by count(*) desc, c.direction, c.result, c.reason limit 60`,
);
/** What came of a person's calls and visits, the most frequent first. */
export const callsOfAgent = (
  work: Work,
  { since, until }: { since: Date; until: Date },
  agentId: string,
  place: string,
) => work.rows(results, { since, until, agentId, place });
