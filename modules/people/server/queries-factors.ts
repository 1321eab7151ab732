import type { RowOf } from '#database/types.generated.ts';
import { globalStatement, statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type TotpRow = RowOf<'totpFactors'>;
export type PasskeyRow = RowOf<'passkeys'>;

const ownTotp = statement<TotpRow, { employeeId: string }>(
  'people.totpOf',
  'select * from totp_factors where tenant_id = :tenant and employee_id = :employeeId',
);
export const totpOf = (work: Work, employeeId: string) => work.first(ownTotp, { employeeId });

const pendingTotp = statement<never, { employeeId: string; pending: string }>(
  'people.pendTotp',
  `insert into totp_factors (tenant_id, employee_id, pending, created_at)
   values (:tenant, :employeeId, :pending, :now)
   on conflict (tenant_id, employee_id) do update set pending = :pending`,
);
export const pendTotp = (work: Work, employeeId: string, pending: string) =>
  work.run(pendingTotp, { employeeId, pending });

const confirmed = statement<never, { employeeId: string; pending: string; step: number }>(
  'people.confirmTotp',
  `update totp_factors set secret = pending, pending = null, last_step = :step, confirmed_at = :now,
          last_used_at = null
    where tenant_id = :tenant and employee_id = :employeeId and pending = :pending`,
);
/** Only the key whose code was given, and only once. */
export const keepTotp = (work: Work, employeeId: string, pending: string, step: number) =>
  work.run(confirmed, { employeeId, pending, step });

const accepted = statement<never, { employeeId: string; step: number }>(
  'people.acceptTotpStep',
  `update totp_factors set last_step = :step, last_used_at = :now
    where tenant_id = :tenant and employee_id = :employeeId and last_step < :step`,
);
/** Each time step once, also of two that come at the same moment: the row's lock decides. */
export const acceptStep = async (work: Work, employeeId: string, step: number) =>
  (await work.run(accepted, { employeeId, step })) === 1;

const withoutTotp = statement<never, { employeeId: string }>(
  'people.deleteTotp',
  'delete from totp_factors where tenant_id = :tenant and employee_id = :employeeId',
);
export const deleteTotp = (work: Work, employeeId: string) => work.run(withoutTotp, { employeeId });

const ownPasskeys = statement<PasskeyRow, { employeeId: string }>(
  'people.passkeysOf',
  `select * from passkeys where tenant_id = :tenant and employee_id = :employeeId order by id limit 20`,
);
export const passkeysOf = (work: Work, employeeId: string) =>
  work.rows(ownPasskeys, { employeeId });

export const insertPasskey = (work: Work, row: Fresh<'passkeys'>) => work.insert('passkeys', row);

const passkeyUsed = statement<never, { passkeyId: string; signCount: number }>(
  'people.passkeyUsed',
  `update passkeys set sign_count = :signCount, last_used_at = :now
    where tenant_id = :tenant and id = :passkeyId
      and (sign_count < :signCount or (sign_count = 0 and :signCount = 0))`,
);
/** False where the counter did not rise: then there may be a second one of this key. */
export const notePasskeyUse = async (work: Work, passkeyId: string, signCount: number) =>
  (await work.run(passkeyUsed, { passkeyId, signCount })) === 1;

export const doubtPasskey = (work: Work, passkeyId: string) =>
  work.update('passkeys', { id: passkeyId }, { doubtedAt: work.now });

const withoutPasskeys = statement<
  { id: string; name: string },
  { employeeId: string; passkeyId: string | null }
>(
  'people.deletePasskeys',
  `delete from passkeys where tenant_id = :tenant and employee_id = :employeeId
      and (:passkeyId::uuid is null or id = :passkeyId) returning id, name`,
);
/** One, or all of a person. */
export const deletePasskeys = (work: Work, employeeId: string, passkeyId: string | null) =>
  work.rows(withoutPasskeys, { employeeId, passkeyId });

const lockedPerson = statement<{ id: string }, { employeeId: string }>(
  'people.lockForFactors',
  'select id from employees where tenant_id = :tenant and id = :employeeId for update',
);
/** One change of a person's factors at a time: two removals do not both take the last but one. */
export const lockFactors = (work: Work, employeeId: string) =>
  work.first(lockedPerson, { employeeId });

export const insertCodes = (work: Work, rows: readonly Fresh<'recoveryCodes'>[]) =>
  work.insertAll('recoveryCodes', rows);
const withoutCodes = statement<never, { employeeId: string }>(
  'people.deleteRecoveryCodes',
  'delete from recovery_codes where tenant_id = :tenant and employee_id = :employeeId',
);
export const deleteCodes = (work: Work, employeeId: string) =>
  work.run(withoutCodes, { employeeId });
const usedCode = statement<never, { employeeId: string; codeHash: Buffer }>(
  'people.useRecoveryCode',
  `update recovery_codes set used_at = :now
    where tenant_id = :tenant and employee_id = :employeeId and code_hash = :codeHash and used_at is null`,
);
export const takeCode = async (work: Work, employeeId: string, codeHash: Buffer) =>
  (await work.run(usedCode, { employeeId, codeHash })) === 1;
const leftCodes = statement<{ left: number }, { employeeId: string }>(
  'people.recoveryCodesLeft',
  `select count(*) as left from recovery_codes
    where tenant_id = :tenant and employee_id = :employeeId and used_at is null`,
);
export const codesLeft = async (work: Work, employeeId: string) =>
  (await work.first(leftCodes, { employeeId }))!.left;

/* A question is asked in nobody's name before the person is known, and in the tenant's afterwards. */
export const askInNobodysName = globalStatement<
  never,
  { challenge: string; boundTo: string; now: Date; expiresAt: Date }
>(
  'people.askPasskeyGlobal',
  `with swept as (delete from passkey_challenges where expires_at < :now)
   insert into passkey_challenges (challenge, bound_to, expires_at) values (:challenge, :boundTo, :expiresAt)`,
);
export const answeredInNobodysName = globalStatement<
  { challenge: string },
  { challenge: string; boundTo: string; now: Date }
>(
  'people.answerPasskeyGlobal',
  `delete from passkey_challenges where challenge = :challenge and bound_to = :boundTo and tenant_id is null
      and expires_at > :now returning challenge`,
);
const asked = statement<never, { challenge: string; boundTo: string; expiresAt: Date }>(
  'people.askPasskey',
  `insert into passkey_challenges (challenge, bound_to, tenant_id, expires_at)
   values (:challenge, :boundTo, :tenant, :expiresAt)`,
);
export const askOnce = (work: Work, challenge: string, boundTo: string, expiresAt: Date) =>
  work.run(asked, { challenge, boundTo, expiresAt });
const answered = statement<never, { challenge: string; boundTo: string }>(
  'people.answerPasskey',
  `delete from passkey_challenges where challenge = :challenge and bound_to = :boundTo
      and tenant_id = :tenant and expires_at > :now`,
);
/** A question is answered once, for what it was asked. */
export const answerOnce = async (work: Work, challenge: string, boundTo: string) =>
  (await work.run(answered, { challenge, boundTo })) === 1;
