import { isReminderOff, isRestricted } from '#modules/customers/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { followUpRules } from './rules.ts';

/**
 * Why nobody is to call a customer unasked, as SQL that is null where one may: the processing of his data is
 * restricted (PIPL art. 44), he wishes no calls or refused them, he switched off what he would be reminded of (CAR-04),
 * what is to be said is commercial and he has not agreed (消费者权益保护法实施条例 第24条), a call is planned already, or he
 * was spoken to within `quietDays`. `customer` is the name of a row of customers, `isCommercial` a condition, `remindedOf`
 * the kind of reminder, null for none.
 */
export const whyNotCalled = (
  customer: string,
  { isCommercial, remindedOf }: { isCommercial: string; remindedOf: string },
  quietDays = ':quietDays::int',
) => {
  const his = (alias: string) =>
    `${alias}.tenant_id = :tenant and ${alias}.customer_id = ${customer}.id`;
  const lastWord = (purpose: string) => `(select s.given from consents s where ${his('s')}
      and s.purpose = '${purpose}' and s.channel in ('phone', 'any') order by s.at desc, s.id desc limit 1)`;
  const quietSince = `:now::timestamptz - make_interval(days => ${quietDays})`;
  return `case
    when ${isRestricted(`${customer}.id`)} then 'restricted'
    when ${customer}.preferred_channel = 'none' or coalesce(not ${lastWord('service')}, false)
      or exists (select from follow_up_calls k where ${his('k')} and k.reason = 'refusesCalls'
           and k.at > coalesce((select max(s.at) from consents s where ${his('s')} and s.given
             and s.channel in ('phone', 'any')), '-infinity')) then 'noCalls'
    when ${isReminderOff(`${customer}.id`, remindedOf)} then 'reminderOff'
    when (${isCommercial}) and not coalesce(${lastWord('marketing')}, false) then 'noConsent'
    when exists (select from follow_ups f where ${his('f')} and f.state = 'planned') then 'planned'
    when exists (select from follow_up_calls k where ${his('k')} and k.at > ${quietSince} and k.result = 'connected')
      or exists (select from follow_ups f where ${his('f')} and f.rule in ('reminder', 'segment', 'firstService', 'longUnseen')
           and f.created_at > ${quietSince}) then 'talked'
  end`;
};

const oneAtATime = statement<never>(
  'followUps.oneListAtATime',
  'select pg_advisory_xact_lock(7410031, hashtext(:tenant::text))',
);
/** Until the transaction ends nobody else of the house plans a list: so nobody stands on two of them. */
export const oneListAtATime = (work: Work) => work.run(oneAtATime, {});

/** Many calls at once, in one statement. */
export const insertFollowUps = (work: Work, rows: readonly Fresh<'followUps'>[]) =>
  work.insertAll('followUps', rows);

export const lapsedAtOnce = 1000;
const lapsed = statement<never, { today: string; usualDays: number }>(
  'followUps.lapse',
  `update follow_ups u set state = 'expired', locked_by = null, locked_until = null, version = u.version + 1,
      updated_at = :now
     from (select f.id from follow_ups f
      left join follow_up_rule_editions e on e.tenant_id = f.tenant_id and e.id = f.edition_id
      where f.tenant_id = :tenant and f.state = 'planned' and f.rule in ('reminder', 'segment', 'firstService', 'longUnseen')
        and f.latest_on < :today::date - coalesce(e.expires_days, :usualDays::int) order by f.id limit ${lapsedAtOnce}) late
    where u.tenant_id = :tenant and u.id = late.id`,
);
/** Ends calls of a list that nobody made in time; says how many. */
export const lapseBefore = (work: Work, today: string) =>
  work.run(lapsed, { today, usualDays: followUpRules.reminder.expiresDays });

const cancelled = statement<never, { planId: string }>(
  'followUps.cancelPlan',
  `update follow_ups set state = 'cancelled', locked_by = null, locked_until = null, version = version + 1,
      updated_at = :now
    where tenant_id = :tenant and plan_id = :planId and state = 'planned'`,
);
/** Ends the calls of a plan that nobody made yet, and says how many; what was talked about stays. */
export const cancelPlan = (work: Work, planId: string) => work.run(cancelled, { planId });
