import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { ageBounds } from '../lifecycle.ts';

export interface OwnAsked {
  since: Date;
  until: Date;
  place: string;
}
const own = 'c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path = :place';
const inSpan = `${own} and c.received_at >= :since and c.received_at < :until`;
const stillOpen = `c.state not in ('closed', 'monitoring')`;
const band = `case ${Object.entries(ageBounds)
  .flatMap(([key, days]) =>
    days === null ? [] : [`when c.received_at >= :until - interval '${days} days' then '${key}'`],
  )
  .join(' ')} else 'over30' end`;

export interface CountRow {
  list: 'kinds' | 'severities' | 'ages' | 'closed' | 'exceptions' | 'overdue';
  key: string;
  complaints: number;
}
const counts = statement<CountRow, OwnAsked>(
  'complaintReports.counts',
  `select 'kinds' as list, c.kind as key, count(*) as complaints from complaints c where ${inSpan} group by c.kind
   union all
   select 'severities', c.severity, count(*) from complaints c where ${inSpan} group by c.severity
   union all
   select 'exceptions', '', count(*) from complaints c where ${inSpan} and c.exception_reason <> ''
   union all
   select 'closed', '', count(*) from complaints c
    where ${own} and c.closed_at >= :since and c.closed_at < :until
   union all
   select 'overdue', '', count(*) from complaints c where ${own} and c.due_at < :now and c.received_at < :until
   union all
   select 'ages', o.band, count(*) from (
     select ${band} as band from complaints c where ${own} and ${stillOpen} and c.received_at < :until
     union all
     select ${band} from complaints c
      where ${own} and c.closed_at >= :until and c.received_at < :until and not (${stillOpen})) o group by o.band
   order by 1, 2 limit 60`,
);
/** What a unit itself received, closed and had open in a period, without the units below it. */
export const countsOf = (work: Work, asked: OwnAsked) => work.rows(counts, asked);

export interface MentionRow {
  list: 'overdue' | 'exceptions';
  number: string;
  kind: string;
  severity: string;
  state: string;
  days: number;
}
const columns = (list: string) =>
  `'${list}' as list, c.number, c.kind, c.severity, c.state,
   greatest(0, floor(extract(epoch from :now - coalesce(c.due_at, :now)) / 86400))::integer as days`;
const mentions = statement<MentionRow, OwnAsked>(
  'complaintReports.mentions',
  `(select ${columns('overdue')} from complaints c
     where ${own} and c.due_at is not null and c.due_at < :now and c.received_at < :until
     order by c.due_at, c.id limit 30)
   union all
   (select ${columns('exceptions')} from complaints c where ${inSpan} and c.exception_reason <> ''
     order by c.received_at desc, c.id desc limit 30)`,
);
/** A unit's own complaints that are named in its report, by their numbers alone. */
export const mentionsOf = (work: Work, asked: OwnAsked) => work.rows(mentions, asked);
