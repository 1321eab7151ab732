import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { notShared } from '#modules/organisation/server/index.ts';
import type { Grant } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { type RunningRow, runningInSession } from './queries-emergency.ts';

/* Of the person `e`: what he has, and since when he needs it. */
const hasTotp = `exists (select 1 from totp_factors f where f.tenant_id = e.tenant_id and f.employee_id = e.id
  and f.confirmed_at is not null)`;
const hasPasskey =
  'exists (select 1 from passkeys k where k.tenant_id = e.tenant_id and k.employee_id = e.id)';
const hasRecovery = `exists (select 1 from recovery_codes c where c.tenant_id = e.tenant_id
  and c.employee_id = e.id and c.used_at is null)`;
const neededFrom = `least(
  (select w.second_factor_from from sign_in_rules w where w.tenant_id = e.tenant_id),
  (select min(nr.second_factor_from) from role_grants ng
     join roles nr on nr.tenant_id = ng.tenant_id and nr.id = ng.role_id
    where ng.tenant_id = e.tenant_id and ng.employee_id = e.id))`;
const remembersDevices = `coalesce((select w.remembers_devices from sign_in_rules w
  where w.tenant_id = e.tenant_id), false)`;
/** Who can sign in, is asked for a second factor sooner or later, and has none. */
export const lacksFactor = `(l.employee_id is not null and ${neededFrom} is not null
  and not ${hasTotp} and not ${hasPasskey})`;

export interface SessionRow {
  id: string;
  secretHash: Buffer;
  employeeId: string;
  expiresAt: Date;
  lastSeenAt: Date;
  name: string;
  post: string;
  username: string | null;
  orgUnitId: string;
  orgPath: string;
  orgUnitName: string;
  tenantName: string;
  permissions: string[];
  scopes: string[];
  /** What each role allows, and where. */
  grants: Grant[];
  home: string;
  provedAt: Date;
  /** What opened it beyond the password. */
  factor: RowOf<'sessions'>['factor'];
  hasTotp: boolean;
  hasPasskey: boolean;
  hasRecovery: boolean;
  /** The first day on which this person needs a second factor. */
  neededFrom: string | null;
  remembersDevices: boolean;
  mustChange: boolean;
  emergency: RunningRow | null;
  /** Units whose customers are not shared with him, by their paths. */
  notShared: string[];
  /** For whom he stands in now. */
  standsInFor: string[];
}
const reach = `select p.scope_path as scope from role_grants p
  where p.tenant_id = s.tenant_id and p.employee_id = s.employee_id`;
const lent = `select y.org_path as scope from emergency_accesses y
  where y.tenant_id = s.tenant_id and y.session_id = s.id and y.ended_at is null and y.until_at > :now`;

const standsInFor = `array(select i.absent_id from stand_ins i
  where i.tenant_id = s.tenant_id and i.stand_in_id = s.employee_id and i.ended_at is null
    and i.from_at <= :now and i.until_at > :now order by i.from_at, i.id limit 20)`;

export const sessionById = statement<SessionRow, { sessionId: string }>(
  'people.sessionById',
  `select s.id, s.secret_hash, s.employee_id, s.expires_at, s.last_seen_at, e.name, e.post, l.username,
          e.org_unit_id, e.org_path, u.name as org_unit_name, t.name as tenant_name,
          coalesce(array_agg(distinct permission) filter (where permission is not null), '{}') as permissions,
          coalesce(array_agg(distinct g.scope_path) filter (where g.scope_path is not null), '{}') as scopes,
          coalesce(jsonb_agg(distinct jsonb_build_object('scope', g.scope_path, 'permissions', r.permissions))
            filter (where g.scope_path is not null), '[]') as grants,
          coalesce(min(r.home), 'today') as home, s.proved_at, s.factor,
          ${hasTotp} as has_totp, ${hasPasskey} as has_passkey, ${hasRecovery} as has_recovery,
          ${neededFrom} as needed_from, ${remembersDevices} as remembers_devices,
          coalesce(l.must_change, false) as must_change, ${runningInSession} as emergency,
          ${notShared('s.tenant_id', reach, lent)} as not_shared, ${standsInFor} as stands_in_for
     from sessions s
     join tenants t on t.id = s.tenant_id
     join employees e on e.tenant_id = s.tenant_id and e.id = s.employee_id
     join org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
     left join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id
     left join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
     left join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
     left join lateral unnest(r.permissions) as permission on true
    where s.tenant_id = :tenant and s.id = :sessionId and s.revoked_at is null and e.state <> 'left'
      and coalesce(l.is_enabled, true)
    group by s.tenant_id, s.id, s.secret_hash, s.employee_id, s.expires_at, s.last_seen_at, s.proved_at, s.factor,
             e.tenant_id, e.id, e.name, e.post, l.username, l.must_change, e.org_unit_id, e.org_path, u.name, t.name`,
);

/** Who stands at the door: no more than is needed to look at a password. */
export interface Comer {
  employeeId: string;
  passwordHash: string;
  /** Works here, and the login is not shut. */
  isWelcome: boolean;
  knowsDevice: boolean;
}
const deviceJoin = `left join known_devices d on d.tenant_id = e.tenant_id and d.employee_id = e.id
      and d.device_hash = :device::bytea`;
const isWelcome = `coalesce(l.is_enabled, true) and e.state <> 'left'`;

const comerByName = statement<Comer, { username: string; device: Buffer | null }>(
  'people.comerByName',
  `select e.id as employee_id, l.password_hash, ${isWelcome} as is_welcome,
          d.device_hash is not null as knows_device
     from logins l join employees e on e.tenant_id = l.tenant_id and e.id = l.employee_id ${deviceJoin}
    where l.tenant_id = :tenant and l.username = :username`,
);
/** Three keys and nothing else, so that a name that exists takes as long as one that does not (G-45). */
export const comerCalled = (work: Work, username: string, device: Buffer | null) =>
  work.first(comerByName, { username, device });

export interface Entrant {
  employeeId: string;
  isWelcome: boolean;
  hasFactor: boolean;
  neededFrom: string | null;
  knowsDevice: boolean;
  /** The second step may be skipped on this device for now. */
  trustsDevice: boolean;
  /** Others know the password. */
  mustChange: boolean;
}
const entrantById = statement<Entrant, { employeeId: string; device: Buffer | null }>(
  'people.entrantById',
  `select e.id as employee_id, ${isWelcome} as is_welcome,
          (${hasTotp} or ${hasPasskey}) as has_factor, ${neededFrom} as needed_from,
          d.device_hash is not null as knows_device,
          coalesce(d.trusted_until > :now and ${remembersDevices}, false) as trusts_device,
          coalesce(l.must_change, false) as must_change
     from employees e left join logins l on l.tenant_id = e.tenant_id and l.employee_id = e.id ${deviceJoin}
    where e.tenant_id = :tenant and e.id = :employeeId`,
);
export const entrantOf = (work: Work, employeeId: string, device: Buffer | null) =>
  work.first(entrantById, { employeeId, device });

export const insertSession = (work: Work, row: Fresh<'sessions'>) => work.insert('sessions', row);
export const updateSession = (
  work: Work,
  sessionId: string,
  change: Pick<ChangeOf<'sessions'>, 'provedAt' | 'factor' | 'expiresAt'>,
) => work.update('sessions', { id: sessionId }, change);

export const touchSession = statement<never, { sessionId: string }>(
  'people.touchSession',
  'update sessions set last_seen_at = :now where tenant_id = :tenant and id = :sessionId',
);
const lapsed = statement<never, { sessionId: string }>(
  'people.lapseSession',
  'update sessions set revoked_at = :now where tenant_id = :tenant and id = :sessionId',
);
/** Its time is over. */
export const lapseSession = (work: Work, sessionId: string) => work.run(lapsed, { sessionId });

const revoke = statement<
  { id: string },
  { employeeId: string; sessionId: string | null; but: string | null }
>(
  'people.revokeSessions',
  `update sessions set revoked_at = :now
    where tenant_id = :tenant and employee_id = :employeeId and revoked_at is null
      and (:sessionId::uuid is null or id = :sessionId) and (:but::uuid is null or id <> :but)
    returning id`,
);
export const revokeSessions = (
  work: Work,
  employeeId: string,
  which: { only?: string; but?: string },
) => work.rows(revoke, { employeeId, sessionId: which.only ?? null, but: which.but ?? null });

const openSessions = statement<RowOf<'sessions'>, { employeeId: string; size: number }>(
  'people.openSessions',
  `select * from sessions where tenant_id = :tenant and employee_id = :employeeId and revoked_at is null
      and expires_at > :now order by last_seen_at desc limit :size`,
);
export const openSessionsOf = (work: Work, employeeId: string, size: number) =>
  work.rows(openSessions, { employeeId, size });

const seenDevice = statement<
  { isNew: boolean; hasOthers: boolean },
  { employeeId: string; device: Buffer; trustedUntil: Date | null }
>(
  'people.seenDevice',
  `insert into known_devices (tenant_id, employee_id, device_hash, last_seen_at, trusted_until, created_at)
   values (:tenant, :employeeId, :device, :now, :trustedUntil, :now)
   on conflict (tenant_id, employee_id, device_hash) do update
     set last_seen_at = :now, trusted_until = coalesce(:trustedUntil, known_devices.trusted_until)
   returning (xmax::text = '0') as is_new,
     exists (select 1 from known_devices o where o.tenant_id = :tenant and o.employee_id = :employeeId
              and o.device_hash <> :device) as has_others`,
);
export const noteDevice = async (
  work: Work,
  given: { employeeId: string; device: Buffer; trustedUntil: Date | null },
) => (await work.first(seenDevice, given))!;

const untrusted = statement<never, { employeeId: string }>(
  'people.untrustDevices',
  `update known_devices set trusted_until = null
    where tenant_id = :tenant and employee_id = :employeeId and trusted_until is not null`,
);
/** After a change of password or factor every device is asked again. */
export const untrustDevices = (work: Work, employeeId: string) =>
  work.run(untrusted, { employeeId });
