import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { DatedDay, DatedKind, Span } from '#shared/business-calendar.ts';
import type { Week } from './calendar.ts';

export interface OwnCalendar {
  weekly: Week | null;
  weekPath: string | null;
  days: {
    orgPath: string;
    onDate: string;
    kind: DatedKind;
    name: string;
    spans: readonly Span[] | null;
    source: string;
  }[];
}
const ownCalendar = statement<OwnCalendar, { orgPath: string }>(
  'commitments.ownCalendar',
  `select near.weekly, near.org_path as week_path,
          coalesce((select json_agg(json_build_object('orgPath', d.org_path, 'onDate', d.on_date,
                    'kind', d.kind, 'name', d.name, 'spans', d.spans, 'source', d.source)
                    order by length(d.org_path), d.on_date)
               from calendar_days d where d.tenant_id = :tenant and :orgPath ^@ d.org_path), '[]') as days
     from (select 1) always
     left join lateral (select w.weekly, w.org_path from calendar_weeks w
       where w.tenant_id = :tenant and :orgPath ^@ w.org_path order by length(w.org_path) desc limit 1) near
       on true`,
);
/** The tenant's own rows along the way from the root to a place in the tree. */
export const ownCalendarOf = async (work: Work, orgPath: string) =>
  (await work.first(ownCalendar, { orgPath }))!;

const weekSaved = statement<never, { orgPath: string; weekly: string }>(
  'calendar.weekSaved',
  `insert into calendar_weeks (tenant_id, org_path, weekly, updated_at)
   values (:tenant, :orgPath, :weekly::jsonb, :now)
   on conflict (tenant_id, org_path) do update set weekly = excluded.weekly, updated_at = excluded.updated_at`,
);
export const saveWeek = (work: Work, orgPath: string, weekly: Week) =>
  work.run(weekSaved, { orgPath, weekly: JSON.stringify(weekly) });

const daysSaved = statement<never, { orgPath: string; days: string }>(
  'calendar.daysSaved',
  `insert into calendar_days (tenant_id, org_path, on_date, kind, name, spans, source, updated_at)
   select :tenant, :orgPath, d.date, d.kind, d.name, d.spans, coalesce(d.source, ''), :now
     from jsonb_to_recordset(:days::jsonb) as d (date date, kind text, name text, spans jsonb, source text)
   on conflict (tenant_id, org_path, on_date) do update set kind = excluded.kind, name = excluded.name,
     spans = excluded.spans, source = excluded.source, updated_at = excluded.updated_at`,
);
export const saveDays = (work: Work, orgPath: string, days: readonly DatedDay[]) =>
  work.run(daysSaved, { orgPath, days: JSON.stringify(days) });

const daysRemoved = statement<never, { orgPath: string; dates: readonly string[] }>(
  'calendar.daysRemoved',
  'delete from calendar_days where tenant_id = :tenant and org_path = :orgPath and on_date = any(:dates::date[])',
);
export const removeDays = (work: Work, orgPath: string, dates: readonly string[]) =>
  work.run(daysRemoved, { orgPath, dates });
