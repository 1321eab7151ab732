import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface Talk {
  id: string;
  agentId: string;
  agentName: string;
  hasRecording: boolean;
}
interface Week {
  since: Date;
  until: Date;
}
const units = statement<{ orgUnitId: string }, Week & { weekOn: string; ruleKey: string }>(
  'callChecks.unitsToDraw',
  `select distinct f.org_unit_id from follow_up_calls f
    where f.tenant_id = :tenant and f.at >= :since and f.at < :until
      and exists (select from settings s where s.tenant_id = :tenant and s.key = :ruleKey
            and f.org_path ^@ s.org_path)
      and not exists (select from call_check_draws d where d.tenant_id = :tenant
            and d.org_unit_id = f.org_unit_id and d.week_on = :weekOn)
    limit 5000`,
);
/** Where there were talks in a week, a rule was set, and nothing is drawn yet. */
export const unitsToDraw = (work: Work, asked: Week & { weekOn: string; ruleKey: string }) =>
  work.rows(units, asked);

const ofWeek = statement<{ id: string }, { orgUnitId: string; weekOn: string }>(
  'callChecks.drawOfWeek',
  'select id from call_check_draws where tenant_id = :tenant and org_unit_id = :orgUnitId and week_on = :weekOn',
);
export const drawOfWeek = (work: Work, of: { orgUnitId: string; weekOn: string }) =>
  work.first(ofWeek, of);

const closed = statement<Talk, Week & { orgUnitId: string }>(
  'callChecks.closedTalks',
  `select f.id, f.by_id as agent_id, e.name as agent_name,
          exists (select from phone_calls p where p.tenant_id = :tenant and p.call_id = f.id
                   and p.file_id is not null) as has_recording
     from follow_up_calls f
     join employees e on e.tenant_id = f.tenant_id and e.id = f.by_id and e.state = 'active'
    where f.tenant_id = :tenant and f.org_unit_id = :orgUnitId and f.at >= :since and f.at < :until
      and (f.result = 'connected' and f.reason <> 'callLater' or f.result = 'invalid')
      and not exists (select from call_checks k where k.tenant_id = :tenant and k.call_id = f.id)
    order by f.id limit 50000`,
);
/** Talks after which nothing of the contact was left to do, and those that were written off (wrong number and the like). */
export const closedTalks = (work: Work, asked: Week & { orgUnitId: string }) =>
  work.rows(closed, asked);

export const insertDraw = (work: Work, row: Fresh<'callCheckDraws'>) =>
  work.insert('callCheckDraws', row) as Promise<RowOf<'callCheckDraws'>>;
export const insertChecks = (work: Work, rows: readonly Fresh<'callChecks'>[]) =>
  work.insertAll('callChecks', rows);
