import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type AttemptRow = RowOf<'signOnAttempts'>;
export type LinkRow = RowOf<'signOnLinks'>;

export const insertAttempt = (work: Work, row: Fresh<'signOnAttempts'>) =>
  work.insert('signOnAttempts', row);

const taken = statement<AttemptRow, { attemptId: string }>(
  'signOn.takeAttempt',
  'delete from sign_on_attempts where tenant_id = :tenant and id = :attemptId returning *',
);
/** An attempt is there once: whoever takes it has it, on whichever instance. */
export const takeAttempt = (work: Work, attemptId: string) => work.first(taken, { attemptId });

const old = statement<never, object>(
  'signOn.sweepAttempts',
  'delete from sign_on_attempts where tenant_id = :tenant and expires_at < :now',
);
/** Those who never came back. */
export const sweepAttempts = (work: Work) => work.run(old, {});

const link = statement<LinkRow, { issuer: string; subject: string }>(
  'signOn.linkOf',
  `select * from sign_on_links where tenant_id = :tenant and issuer = :issuer and subject = :subject for update`,
);
export const linkOf = (work: Work, issuer: string, subject: string) =>
  work.first(link, { issuer, subject });

const own = statement<LinkRow & { label: string }, { employeeId: string }>(
  'signOn.linksOf',
  `select l.*, p.label from sign_on_links l
     join sign_on_providers p on p.tenant_id = l.tenant_id and p.id = l.provider_id
    where l.tenant_id = :tenant and l.employee_id = :employeeId order by l.created_at, l.id limit 20`,
);
export const linksOf = (work: Work, employeeId: string) => work.rows(own, { employeeId });

export const insertLink = (work: Work, row: Fresh<'signOnLinks'>) =>
  work.insert('signOnLinks', row);
export const noteUse = (work: Work, id: string, lastSessionId: string, shownAs: string) =>
  work.update('signOnLinks', { id }, { lastUsedAt: work.now, lastSessionId, shownAs });

const removed = statement<LinkRow, { linkId: string; employeeId: string }>(
  'signOn.removeLink',
  `delete from sign_on_links where tenant_id = :tenant and id = :linkId and employee_id = :employeeId
    returning *`,
);
export const removeLink = (work: Work, linkId: string, employeeId: string) =>
  work.first(removed, { linkId, employeeId });

const ownWays = statement<{ ways: number }, { employeeId: string }>(
  'signOn.waysIn',
  `select (select count(*) from logins where tenant_id = :tenant and employee_id = :employeeId and is_enabled)
        + (select count(*) from passkeys where tenant_id = :tenant and employee_id = :employeeId)
        + (select count(*) from sign_on_links where tenant_id = :tenant and employee_id = :employeeId) as ways`,
);
/** In how many ways a person can come in: password, passkeys, accounts elsewhere. */
export const waysInOf = async (work: Work, employeeId: string) =>
  (await work.first(ownWays, { employeeId }))!.ways;

/** Whether an employee `e` can sign in at all, as SQL: a right alone does not make one act. */
export const comesIn = `(case when exists (select from logins l where l.tenant_id = e.tenant_id and l.employee_id = e.id)
      then exists (select from logins l where l.tenant_id = e.tenant_id and l.employee_id = e.id and l.is_enabled)
      else exists (select from passkeys k where k.tenant_id = e.tenant_id and k.employee_id = e.id)
        or exists (select from sign_on_links o where o.tenant_id = e.tenant_id and o.employee_id = e.id) end)`;
const coming = statement<{ id: string }, { employeeIds: readonly string[] }>(
  'signOn.whoComesIn',
  `select e.id from employees e
    where e.tenant_id = :tenant and e.id = any(:employeeIds::uuid[]) and ${comesIn}
    limit 200`,
);
/** Which of these people can sign in at all: a right alone does not make one act. */
export const whoComesIn = async (work: Work, employeeIds: readonly string[]) =>
  (await work.rows(coming, { employeeIds })).map(({ id }) => id);

const match = statement<{ employeeId: string }, { username: string; providerId: string }>(
  'signOn.matchOf',
  `select l.employee_id from logins l
     join employees e on e.tenant_id = l.tenant_id and e.id = l.employee_id and e.state <> 'left'
    where l.tenant_id = :tenant and l.username = :username and l.is_enabled
      and not exists (select 1 from sign_on_links o where o.tenant_id = l.tenant_id
        and o.employee_id = l.employee_id and o.provider_id = :providerId)
      and not exists (select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = l.tenant_id and g.employee_id = l.employee_id
          and r.permissions && array['organisation.manage', 'people.manage', 'apiKeys.manage'])`,
);
/**
 * Whose login bears exactly this user name and is not linked yet. Never an administrator's: who rules the provider
 * would else rule here by naming somebody so.
 */
export const matchOf = async (work: Work, username: string, providerId: string) =>
  (await work.first(match, { username, providerId }))?.employeeId;

const leads = statement<{ providerId: string }, { sessionId: string }>(
  'signOn.providerOfSession',
  `select l.provider_id from sign_on_links l
     join sign_on_providers p on p.tenant_id = l.tenant_id and p.id = l.provider_id and p.ends_there
    where l.tenant_id = :tenant and l.employee_id = :me and l.last_session_id = :sessionId`,
);
/** Where this session began, if it is to end there as well. */
export const providerOfSession = async (work: Work, sessionId: string) =>
  (await work.first(leads, { sessionId }))?.providerId;
