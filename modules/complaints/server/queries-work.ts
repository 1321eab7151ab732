import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type TaskRow = RowOf<'complaintTasks'>;
export type SolutionRow = RowOf<'complaintSolutions'>;

/** The work as the record of a complaint `c` shows it, as columns of its statement. */
export const workColumns = `
          (select coalesce(json_agg(t order by t."dueAt", t.id), '[]') from (
             select t.id, t.purpose, t.solution_id as "solutionId", t.remedy_kind as "remedyKind",
                    t.amount_fen as "amountFen", t.what, t.owner_id as "ownerId", coalesce(w.name, '') as "ownerName",
                    t.due_at as "dueAt", t.state, t.result, t.ended_at as "endedAt",
                    coalesce(b.name, '') as "endedByName"
               from complaint_tasks t
               left join employees w on w.tenant_id = t.tenant_id and w.id = t.owner_id
               left join employees b on b.tenant_id = t.tenant_id and b.id = t.ended_by
              where t.tenant_id = c.tenant_id and t.complaint_id = c.id
              order by t.id desc limit 200) t) as tasks,
          (select coalesce(json_agg(s order by s.edition desc), '[]') from (
             select s.id, s.edition, s.words, s.state, s.amount_fen as "amountFen", coalesce(a.name, '') as "askedByName",
                    s.created_at as "createdAt", coalesce(d.name, '') as "decidedByName", s.decided_at as "decidedAt",
                    s.decision, s.answered_at as "answeredAt", s.answer_how as "answerHow", s.answer,
                    s.asked_by as "askedBy"
               from complaint_solutions s
               left join employees a on a.tenant_id = s.tenant_id and a.id = s.asked_by
               left join employees d on d.tenant_id = s.tenant_id and d.id = s.decided_by
              where s.tenant_id = c.tenant_id and s.complaint_id = c.id
              order by s.edition desc limit 50) s) as solutions,
          (select coalesce(json_agg(x order by x.at, x.id), '[]') from (
             select x.id, x.file_id as "fileId", f.file_name as "fileName", coalesce(f.content_type, '') as "contentType",
                    coalesce(f.size_bytes, 0) as "sizeBytes", x.content_hash as "contentHash", x.caption,
                    coalesce(b.name, '') as "filedByName", x.at
               from complaint_evidence x
               join files f on f.tenant_id = x.tenant_id and f.id = x.file_id
               left join employees b on b.tenant_id = x.tenant_id and b.id = x.filed_by
              where x.tenant_id = c.tenant_id and x.complaint_id = c.id
              order by x.id limit 200) x) as evidence`;

const tasks = statement<TaskRow, { complaintId: string }>(
  'complaints.tasksOf',
  `select * from complaint_tasks where tenant_id = :tenant and complaint_id = :complaintId
    order by id limit 200`,
);
/** All tasks of a complaint, in the order in which they were given. */
export const tasksOf = (work: Work, complaintId: string) => work.rows(tasks, { complaintId });

const oneTask = statement<TaskRow, { taskId: string }>(
  'complaints.task',
  `select * from complaint_tasks
    where tenant_id = :tenant and id = :taskId and owner_id = :me and org_path ^@ any(:scopes)`,
);
/** A task of the caller's own. */
export const ownTask = (work: Work, taskId: string) => work.first(oneTask, { taskId });

export const insertTasks = (work: Work, rows: readonly Fresh<'complaintTasks'>[]) =>
  work.insertAll('complaintTasks', rows);
export const updateTask = (work: Work, id: string, change: ChangeOf<'complaintTasks'>) =>
  work.update('complaintTasks', { id }, change);

const dropped = statement<never, { solutionId: string }>(
  'complaints.dropPlanned',
  `update complaint_tasks set state = 'dropped', ended_at = :now, version = version + 1, updated_at = :now
    where tenant_id = :tenant and complaint_id = (select s.complaint_id from complaint_solutions s
            where s.tenant_id = :tenant and s.id = :solutionId)
      and solution_id = :solutionId and state = 'planned'`,
);
/** What was offered in a version that is not accepted is not to be done. */
export const dropPlanned = (work: Work, solutionId: string) => work.run(dropped, { solutionId });

/** However long the customer took to say yes: at least a day is left to do it. */
const begun = statement<TaskRow, { complaintId: string; solutionId: string }>(
  'complaints.beginPlanned',
  `update complaint_tasks set state = 'open', due_at = greatest(due_at, :now::timestamptz + interval '1 day'), version = version + 1, updated_at = :now
    where tenant_id = :tenant and complaint_id = :complaintId and solution_id = :solutionId and state = 'planned'
    returning *`,
);
export const beginPlanned = (work: Work, complaintId: string, solutionId: string) =>
  work.rows(begun, { complaintId, solutionId });

const solutions = statement<SolutionRow, { complaintId: string }>(
  'complaints.solutionsOf',
  `select * from complaint_solutions where tenant_id = :tenant and complaint_id = :complaintId
    order by edition desc limit 50`,
);
/** The versions of a complaint, the latest first. */
export const solutionsOf = (work: Work, complaintId: string) =>
  work.rows(solutions, { complaintId });
export const insertSolution = (work: Work, row: Fresh<'complaintSolutions'>) =>
  work.insert('complaintSolutions', row);
export const updateSolution = (work: Work, id: string, change: ChangeOf<'complaintSolutions'>) =>
  work.update('complaintSolutions', { id }, change);

export interface OwnTaskRow extends TaskRow {
  ownerName: string;
  number: string;
  kind: string;
  content: string;
  plate: string | null;
  model: string;
}
const ownColumns = `select t.*, e.name as owner_name, c.number, c.kind, c.content, v.plate, coalesce(v.model, '') as model
     from complaint_tasks t
     join complaints c on c.tenant_id = t.tenant_id and c.id = t.complaint_id
     join employees e on e.tenant_id = t.tenant_id and e.id = t.owner_id
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
    where t.tenant_id = :tenant and t.owner_id = :me and t.org_path ^@ any(:scopes)`;
const ownOpen = statement<OwnTaskRow, { afterDue: string; afterId: string; size: number }>(
  'complaints.ownTasks',
  `${ownColumns} and t.state = 'open' and (t.due_at, t.id) > (:afterDue::timestamptz, :afterId::uuid)
    order by t.due_at, t.id limit :size`,
);
/** What the caller has still to do, the first due first. */
export const ownOpenTasks = (work: Work, after: unknown[] | null, size: number) =>
  work.rows(ownOpen, {
    afterDue: String(after?.[0] ?? '-infinity'),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
    size,
  });
const ownShown = statement<OwnTaskRow, { taskId: string }>(
  'complaints.ownTaskShown',
  `${ownColumns} and t.id = :taskId`,
);
export const ownTaskShown = (work: Work, taskId: string) => work.first(ownShown, { taskId });

const worksThere = statement<{ id: string }, { ids: readonly string[]; orgPath: string }>(
  'complaints.worksThere',
  `select e.id from employees e
    where e.tenant_id = :tenant and e.id = any(:ids::uuid[]) and e.state = 'active' and exists (
      select 1 from role_grants g
       where g.tenant_id = e.tenant_id and g.employee_id = e.id and :orgPath ^@ g.scope_path)`,
);
/** Which of these work in that place of the tree, whatever their department: one of them may be given a task. */
export const workingThere = async (work: Work, ids: readonly string[], orgPath: string) =>
  new Set((await work.rows(worksThere, { ids, orgPath })).map(({ id }) => id));

const myRoles = statement<{ keys: string[] }, { orgPath: string }>(
  'complaints.myRoleKeys',
  `select array(select distinct r.key from role_grants g
       join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
      where g.tenant_id = :tenant and g.employee_id = :me and :orgPath ^@ g.scope_path) as keys`,
);
/** The keys of the caller's roles in a place of the tree. */
export const myRoleKeys = async (work: Work, orgPath: string) =>
  (await work.first(myRoles, { orgPath }))!.keys;

const holders = statement<
  { id: string; keys: string[] },
  { roleKeys: readonly string[]; orgPath: string; butId: string }
>(
  'complaints.rolesThatLimit',
  `select e.id, array_agg(distinct r.key) as keys
     from role_grants g
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
     join employees e on e.tenant_id = g.tenant_id and e.id = g.employee_id
    where g.tenant_id = :tenant and r.key = any(:roleKeys::text[]) and e.state = 'active' and e.id <> :butId
      and 'complaints.handle' = any(r.permissions) and :orgPath ^@ g.scope_path
    group by e.id order by e.id limit 200`,
);
/** Who else handles complaints in a place and has one of these roles, with those that he has. */
export const othersWithRoles = (
  work: Work,
  roleKeys: readonly string[],
  orgPath: string,
  butId: string,
) => work.rows(holders, { roleKeys, orgPath, butId });

const roles = statement<{ key: string; name: string }, object>(
  'complaints.rolesOfHouse',
  `select key, name from roles where tenant_id = :tenant and 'complaints.handle' = any(permissions)
    order by name, key limit 200`,
);
/** The roles that may offer something at all. */
export const rolesOfHouse = (work: Work) => work.rows(roles, {});

const evidenced = statement<
  { files: number; isThere: boolean },
  { complaintId: string; fileId: string }
>(
  'complaints.evidenceCount',
  `select count(*) as files, coalesce(bool_or(file_id = :fileId), false) as is_there from complaint_evidence
    where tenant_id = :tenant and complaint_id = :complaintId`,
);
/** How many files are evidence of a complaint, and whether this one is among them. */
export const evidenceOf = async (work: Work, complaintId: string, fileId: string) =>
  (await work.first(evidenced, { complaintId, fileId }))!;
export const insertEvidence = (work: Work, row: Fresh<'complaintEvidence'>) =>
  work.insert('complaintEvidence', row);
