import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FigureGroup } from '../lifecycle.ts';

export interface Counted {
  key: string;
  name: string;
  drawn: number;
  checked: number;
  average: number | null;
  failed: number;
  disputed: number;
  overdue: number;
}
export interface Asked {
  from: string;
  until: string;
  agentId: string | null;
  criterion: string | null;
}
const meant = `k.tenant_id = :tenant and k.org_path ^@ any(:scopes) and k.agent_id is distinct from :me::uuid
      and k.week_on between :from and :until and (:agentId::uuid is null or k.agent_id = :agentId)`;
const agentName = `coalesce((select e.name from employees e where e.tenant_id = :tenant and e.id::text = g.key), '')`;
const keys = {
  agent: { key: 'k.agent_id::text', name: agentName },
  week: { key: 'k.week_on::text', name: 'g.key' },
  all: { key: `''`, name: `''` },
} as const;

/** Of whole checks: the mean of their scores. */
const ofChecks = (group: keyof typeof keys) =>
  statement<Counted, Asked>(
    `callChecks.figures.${group}`,
    `select g.*, ${keys[group].name} as name from (
       select ${keys[group].key} as key, count(*) as drawn, count(k.checked_at) as checked,
              round(avg(k.score))::int as average, count(*) filter (where k.is_failed) as failed,
              count(*) filter (where k.decided_at is not null or k.state = 'disputed') as disputed,
              count(*) filter (where k.due_at < coalesce(k.checked_at, :now::timestamptz)) as overdue
         from call_checks k where ${meant} and :criterion::text is null
        group by 1 order by 1 limit 200) g`,
  );
/** Of marks: the points given out of those that could be had; a name as the latest edition has it. */
const ofMarks = (group: keyof typeof keys | 'criterion') => {
  const { key, name } = group === 'criterion' ? { key: 'm.key', name: 'g.last_name' } : keys[group];
  return statement<Counted, Asked>(
    `callChecks.markFigures.${group}`,
    `select g.*, ${name} as name from (
       select ${key} as key, count(distinct k.id) as drawn, count(m.points) as checked,
              round(100.0 * sum(m.points) / sum(m.most) filter (where m.points is not null))::int as average,
              count(*) filter (where m."isCritical" and m.points = 0) as failed,
              count(*) filter (where k.decided_at is not null or k.state = 'disputed') as disputed,
              0::int8 as overdue, (array_agg(m.name order by k.id desc))[1] as last_name
         from call_checks k
         cross join lateral jsonb_to_recordset(k.marks) as m (key text, name text, most int, points int, "isCritical" boolean)
        where ${meant} and (:criterion::text is null or m.key = :criterion)
        group by 1 order by 1 limit 200) g`,
  );
};
const checks = { agent: ofChecks('agent'), week: ofChecks('week'), all: ofChecks('all') };
const marks = {
  agent: ofMarks('agent'),
  week: ofMarks('week'),
  all: ofMarks('all'),
  criterion: ofMarks('criterion'),
};

/** By caller or week of whole checks, or of one criterion; by criterion of all marks. */
export const countedBy = (work: Work, group: FigureGroup | 'all', asked: Asked) =>
  group === 'criterion' || asked.criterion !== null
    ? work.rows(marks[group], asked)
    : work.rows(checks[group], asked);
