import type { RowOf } from '#database/types.generated.ts';
import { newId } from '#platform/ids.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Subject } from './queries.ts';

export type NoticeRow = RowOf<'notices'>;

export interface Reader {
  id: string;
  orgPath: string;
}
const withStandIns = statement<Reader, { employeeIds: readonly string[]; isPrivate: boolean }>(
  'notices.withStandIns',
  `select e.id, e.org_path from employees e
    where e.tenant_id = :tenant and e.state <> 'left' and (e.id = any(:employeeIds::uuid[]) or not :isPrivate and exists (
      select 1 from stand_ins s where s.tenant_id = e.tenant_id and s.stand_in_id = e.id
         and s.absent_id = any(:employeeIds::uuid[]) and s.from_at <= :now and s.until_at > :now
         and s.ended_at is null))
    order by e.id`,
);
/** Those who are meant and, unless it concerns them alone, who stands in for them while they are away (ORG-06). */
export const meantAndStandIns = (work: Work, employeeIds: readonly string[], isPrivate: boolean) =>
  work.rows(withStandIns, { employeeIds, isPrivate });

const told = statement<
  { employeeId: string },
  {
    ids: readonly string[];
    employeeIds: readonly string[];
    kind: string;
    aboutType: string;
    aboutId: string;
    facts: string;
    key: string | null;
  }
>(
  'notices.tell',
  `insert into notices (tenant_id, id, employee_id, kind, about_type, about_id, facts, key, created_at)
   select :tenant, t.id, t.employee_id, :kind, :aboutType, :aboutId::uuid, :facts::jsonb, :key, :now
     from unnest(:ids::uuid[], :employeeIds::uuid[]) as t (id, employee_id)
   on conflict (tenant_id, employee_id, key) where key is not null do nothing
   returning employee_id`,
);
export const insertNotices = (
  work: Work,
  employeeIds: readonly string[],
  notice: { kind: string; about: Subject; facts: object; key: string | null },
) =>
  work.rows(told, {
    ids: employeeIds.map(() => newId(work.now)),
    employeeIds,
    kind: notice.kind,
    aboutType: notice.about.type,
    aboutId: notice.about.id,
    facts: JSON.stringify(notice.facts),
    key: notice.key,
  });

const nearest = statement<{ id: string }, { permission: string; orgPath: string }>(
  'notices.nearestHolders',
  `with holders as (
     select g.employee_id, max(length(g.scope_path)) as nearness
       from role_grants g
       join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
       join employees e on e.tenant_id = g.tenant_id and e.id = g.employee_id
      where g.tenant_id = :tenant and :permission = any(r.permissions) and :orgPath ^@ g.scope_path
        and e.state <> 'left'
      group by g.employee_id)
   select employee_id as id from holders where nearness = (select max(nearness) from holders)
    order by employee_id limit 50`,
);
/** Everyone who holds a permission at the nearest unit up the tree. */
export const nearestHolders = async (work: Work, permission: string, orgPath: string) =>
  (await work.rows(nearest, { permission, orgPath })).map(({ id }) => id);

const managers = statement<{ id: string }, { butId: string }>(
  'notices.managersOfHouse',
  `select distinct g.employee_id as id from role_grants g
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
     join employees e on e.tenant_id = g.tenant_id and e.id = g.employee_id and e.state <> 'left'
    where g.tenant_id = :tenant and 'people.manage' = any(r.permissions) and g.employee_id <> :butId
    order by g.employee_id limit 1000`,
);
/** Owners and managers of all shops, but one person. */
export const managersOfHouse = (work: Work, butId: string) => work.rows(managers, { butId });

const page = statement<NoticeRow & { unread: number }, NoticeAsked>(
  'notices.page',
  `select n.*, count.unread
     from (select count(*) as unread from notices
            where tenant_id = :tenant and employee_id = :me and read_at is null) count
     left join lateral (
       select * from notices
        where tenant_id = :tenant and employee_id = :me and (:afterId::uuid is null or id < :afterId)
          and (not :unreadOnly::boolean or read_at is null)
        order by id desc limit :size) n on true
    order by n.id desc`,
);
interface NoticeAsked {
  afterId: string | null;
  unreadOnly: boolean;
  size: number;
}
/** One round trip for the rows and the number at the bell; without rows the number stands alone. */
export async function pageOfNotices(work: Work, asked: NoticeAsked) {
  const rows = await work.rows(page, asked);
  return { unread: rows[0]?.unread ?? 0, rows: rows.filter(({ id }) => id !== null) };
}

const read = statement<{ id: string }, { noticeId: string | null }>(
  'notices.read',
  `update notices set read_at = coalesce(read_at, :now)
    where tenant_id = :tenant and employee_id = :me
      and case when :noticeId::uuid is null then read_at is null else id = :noticeId end
    returning id`,
);
export const markRead = (work: Work, noticeId: string | null) => work.run(read, { noticeId });

const countUnread = statement<{ unread: number }, object>(
  'notices.unread',
  'select count(*) as unread from notices where tenant_id = :tenant and employee_id = :me and read_at is null',
);
export const unreadOf = async (work: Work) => (await work.first(countUnread, {}))!.unread;
