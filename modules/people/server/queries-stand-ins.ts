import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface StandInRow extends RowOf<'standIns'> {
  absentName: string;
  absentPath: string;
  standInName: string;
  namedByName: string;
}
const shown = `s.*, a.name as absent_name, a.org_path as absent_path, b.name as stand_in_name, n.name as named_by_name
     from stand_ins s
     join employees a on a.tenant_id = s.tenant_id and a.id = s.absent_id
     join employees b on b.tenant_id = s.tenant_id and b.id = s.stand_in_id
     join employees n on n.tenant_id = s.tenant_id and n.id = s.named_by`;

interface Filter {
  employeeId: string | null;
  running: boolean | null;
  afterId: string | null;
  size: number;
}
const page = statement<StandInRow, Filter>(
  'people.standIns',
  `select ${shown}
    where s.tenant_id = :tenant and a.org_path ^@ any(:scopes)
      and (:employeeId::uuid is null or s.absent_id = :employeeId or s.stand_in_id = :employeeId)
      and (:running::boolean is not true
        or (s.ended_at is null and s.from_at <= :now and s.until_at > :now))
      and (:afterId::uuid is null or s.id < :afterId)
    order by s.id desc limit :size`,
);
export const pageOfStandIns = (work: Work, filter: Filter) => work.rows(page, filter);

const one = statement<StandInRow, { standInId: string }>(
  'people.standIn',
  `select ${shown} where s.tenant_id = :tenant and s.id = :standInId and a.org_path ^@ any(:scopes)`,
);
export const standInById = (work: Work, standInId: string) => work.first(one, { standInId });

interface Span {
  fromAt: Date;
  untilAt: Date;
}
const overlapping = statement<StandInRow, Span & { absentId: string; standInId: string }>(
  'people.standInsOverlapping',
  `select ${shown}
    where s.tenant_id = :tenant and s.absent_id in (:absentId, :standInId) and s.ended_at is null
      and s.from_at < :untilAt and s.until_at > :fromAt
    order by s.from_at limit 10`,
);
/** Who already stands in for one of the two in a span of time. */
export const standInsOver = (work: Work, asked: Span & { absentId: string; standInId: string }) =>
  work.rows(overlapping, asked);

const endAll = statement<never, { employeeId: string }>(
  'people.endStandInsOf',
  `update stand_ins set ended_at = :now
    where tenant_id = :tenant and (stand_in_id = :employeeId or absent_id = :employeeId) and ended_at is null and until_at > :now`,
);
/** A leaver acts for nobody any more, and nobody for him: what was his is others’ now. */
export const endStandInsOf = (work: Work, employeeId: string) => work.run(endAll, { employeeId });

export const insertStandIn = (work: Work, row: Fresh<'standIns'>) => work.insert('standIns', row);
export const endOneStandIn = (work: Work, standInId: string) =>
  work.update('standIns', { id: standInId }, { endedAt: work.now });
