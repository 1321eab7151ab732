import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { holdersAt } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ReportedFigure } from '../contract.ts';

export interface ReportRow extends RowOf<'complaintReports'> {
  unitName: string;
  toUnitName: string;
  sentByName: string;
  editions: { id: string; edition: number; sentAt: string | null }[];
}
const names = `coalesce(u.name, '') as unit_name, coalesce(t.name, '') as to_unit_name`;
const withNames = `complaint_reports r
     left join org_units u on u.tenant_id = r.tenant_id and u.id = r.org_unit_id
     left join org_units t on t.tenant_id = r.tenant_id and t.id = r.to_unit_id`;
/** Of one's own unit whatever its state; of those below what they have sent. */
const readable = `r.org_path ^@ any(:scopes) and (r.state = 'sent' or :unitPath ^@ r.org_path)`;
const whole = (
  which: string,
  locking = '',
) => `select r.*, ${names}, coalesce(e.name, '') as sent_by_name,
          (select jsonb_agg(jsonb_build_object('id', o.id, 'edition', o.edition, 'sentAt', o.sent_at) order by o.edition)
             from complaint_reports o where o.tenant_id = r.tenant_id and o.org_unit_id = r.org_unit_id
              and o.grain = r.grain and o.from_on = r.from_on and o.edition <= 50) as editions
     from ${withNames} left join employees e on e.tenant_id = r.tenant_id and e.id = r.sent_by
    where r.tenant_id = :tenant and r.id = :reportId and ${which} ${locking}`;
const report = statement<ReportRow, { reportId: string; unitPath: string }>(
  'complaintReports.one',
  whole(readable),
);
/** A report as its caller may read it. */
export const reportById = (work: Work, reportId: string) =>
  work.first(report, { reportId, unitPath: unitPathOf(work) });
const locked = statement<ReportRow, { reportId: string; unitPath: string }>(
  'complaintReports.lock',
  whole(readable, 'for update of r'),
);
export const lockReport = (work: Work, reportId: string) =>
  work.first(locked, { reportId, unitPath: unitPathOf(work) });
/** The house itself stands nowhere in the tree: it writes for all. */
const unitPathOf = (work: Work) => work.actor.unitPath;

const forSending = statement<ReportRow, { reportId: string }>(
  'complaintReports.lockToSend',
  whole('r.org_path ^@ any(:scopes)', 'for update of r'),
);
/** For the house, which sends what nobody sent. */
export const lockToSend = (work: Work, reportId: string) => work.first(forSending, { reportId });
export const insertReport = (work: Work, row: Fresh<'complaintReports'>) =>
  work.insert('complaintReports', row);
export const updateReport = (work: Work, id: string, change: ChangeOf<'complaintReports'>) =>
  work.update('complaintReports', { id }, change);

export interface PeriodOfUnit {
  orgUnitId: string;
  grain: string;
  fromOn: string;
}
const latest = statement<RowOf<'complaintReports'>, PeriodOfUnit>(
  'complaintReports.latest',
  `select * from complaint_reports
    where tenant_id = :tenant and org_unit_id = :orgUnitId and grain = :grain and from_on = :fromOn::date
    order by edition desc limit 1`,
);
/** The last edition of a unit's report on a period. */
export const latestReport = (work: Work, of: PeriodOfUnit) => work.first(latest, of);

export interface ListedReportRow
  extends Omit<
    ReportRow,
    'facts' | 'editions' | 'sentByName' | 'summary' | 'overdueWords' | 'plan' | 'figuresAt'
  > {
  firstSentAt: Date | null;
  figures: ReportedFigure[];
  closed: number;
  overdue: number;
}
interface PageAsked {
  unitPath: string;
  unitId: string | null;
  beforeOn: string;
  beforeId: string;
  size: number;
}
const page = statement<ListedReportRow, PageAsked>(
  'complaintReports.page',
  `select r.id, r.org_unit_id, r.org_path, r.grain, r.from_on, r.until_on, r.edition, r.state, r.words_until,
          r.due_at, r.sent_at, r.version, ${names},
          (select min(o.sent_at) from complaint_reports o where o.tenant_id = r.tenant_id
             and o.org_unit_id = r.org_unit_id and o.grain = r.grain and o.from_on = r.from_on) as first_sent_at,
          r.facts->'total'->'figures' as figures,
          (r.facts->'total'->>'closed')::integer as closed, (r.facts->'total'->>'overdue')::integer as overdue
     from ${withNames}
    where r.tenant_id = :tenant and ${readable} and (:unitId::uuid is null or r.org_unit_id = :unitId)
      and not exists (select from complaint_reports o where o.tenant_id = r.tenant_id
        and o.org_unit_id = r.org_unit_id and o.grain = r.grain and o.from_on = r.from_on and o.edition > r.edition)
      and (r.from_on, r.id) < (:beforeOn::date, :beforeId::uuid)
    order by r.from_on desc, r.id desc limit :size`,
);
/** The last edition of each report. @param unitId of one unit alone */
export const pageOfReports = (
  work: Work,
  unitId: string | null,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    unitPath: unitPathOf(work),
    unitId,
    beforeOn: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const managers = statement<{ id: string }, { permission: string; orgPath: string }>(
  'complaintReports.managers',
  `select e.id from ${holdersAt(':permission', ':orgPath')} and e.org_path = :orgPath order by e.id limit 5`,
);
/** Who answers for the complaints of a unit and works there. */
export const managersOf = async (work: Work, orgPath: string) =>
  (await work.rows(managers, { permission: 'complaints.supervise', orgPath })).map(({ id }) => id);
