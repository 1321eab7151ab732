import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

type Row = RowOf<'emergencyAccesses'>;

/** What runs in a session `s`, as one value: its shape is `RunningRow`. */
export const runningInSession = `(select jsonb_build_object('id', x.id, 'orgPath', x.org_path, 'unitName', xu.name,
    'reason', x.reason, 'untilAt', x.until_at)
  from emergency_accesses x join org_units xu on xu.tenant_id = x.tenant_id and xu.id = x.org_unit_id
 where x.tenant_id = s.tenant_id and x.session_id = s.id and x.ended_at is null and x.until_at > :now
 order by x.until_at desc limit 1)`;
export interface RunningRow {
  id: string;
  orgPath: string;
  unitName: string;
  reason: string;
  /** As JSON writes an instant. */
  untilAt: string;
}

const place = statement<{ id: string; path: string; name: string }, { code: string | null }>(
  'people.emergencyPlace',
  `select id, path, name from org_units
    where tenant_id = :tenant and case when :code::text is null then parent_id is null else code = :code end
    order by path limit 1`,
);
/** The shop of a code, wherever it lies; the top of the house without one. */
export const emergencyPlace = (work: Work, code: string | null) => work.first(place, { code });

const lately = statement<Pick<Row, 'reason' | 'untilAt' | 'endedAt'>, { since: Date }>(
  'people.emergenciesOfMine',
  `select reason, until_at, ended_at from emergency_accesses
    where tenant_id = :tenant and employee_id = :me and created_at > :since
    order by created_at desc limit 200`,
);
/** What the asker opened since an instant, the latest first. */
export const emergenciesOfMine = (work: Work, since: Date) => work.rows(lately, { since });

const lockedPerson = statement<{ id: string }, object>(
  'people.lockForEmergency',
  'select id from employees where tenant_id = :tenant and id = :me for update',
);
/** One at a time: two browsers of a person do not both open one. */
export const lockMyself = (work: Work) => work.first(lockedPerson, {});

export const insertEmergency = (work: Work, row: Fresh<'emergencyAccesses'>) =>
  work.insert('emergencyAccesses', row);

const ended = statement<Row, { sessionId: string | null; emergencyId: string | null }>(
  'people.endEmergencies',
  `update emergency_accesses set ended_at = least(:now, until_at)
    where tenant_id = :tenant and ended_at is null
      and (session_id = :sessionId::uuid or id = :emergencyId::uuid)
    returning *`,
);
/** Those of a session, or one. */
export const endEmergencies = (
  work: Work,
  which: { sessionId?: string | undefined; emergencyId?: string },
) =>
  work.rows(ended, {
    sessionId: which.sessionId ?? null,
    emergencyId: which.emergencyId ?? null,
  });

export interface EmergencyRow extends Row {
  employeeName: string;
  unitName: string;
}
const page = statement<EmergencyRow, { afterId: string | null; size: number }>(
  'people.emergencies',
  `select x.*, e.name as employee_name, u.name as unit_name
     from emergency_accesses x
     join employees e on e.tenant_id = x.tenant_id and e.id = x.employee_id
     join org_units u on u.tenant_id = x.tenant_id and u.id = x.org_unit_id
    where x.tenant_id = :tenant and (:afterId::uuid is null or x.id < :afterId)
      and (x.employee_id = :me or x.org_path ^@ any(:scopes)
        or exists (select 1 from unnest(:scopes::text[]) as own where own ^@ x.org_path))
    order by x.id desc limit :size`,
);
/** Those that opened something below one's scope, or all of it and more; and one's own. */
export const pageOfEmergencies = (work: Work, asked: { afterId: string | null; size: number }) =>
  work.rows(page, asked);
