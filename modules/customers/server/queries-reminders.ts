import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ReminderChoice, ReminderKind } from '../contract-reminders.ts';

export type ChoiceRow = RowOf<'reminderChoices'>;

/** His last word on a kind, as SQL that is null where he said nothing; customer and kind are expressions. */
const lastWord = (customer: string, kind: string) =>
  `(select z.is_on from reminder_choices z where z.tenant_id = :tenant and z.customer_id = ${customer}
      and z.kind = ${kind} order by z.at desc, z.id desc limit 1)`;
/** Whether a customer switched a kind of reminder off, as SQL: what plans calls and messages asks it. */
export const isReminderOff = (customer: string, kind: string): string =>
  `coalesce(not ${lastWord(customer, kind)}, false)`;

const asked = statement<{ isOff: boolean }, { customerId: string; kind: ReminderKind }>(
  'customers.isReminderOff',
  `select ${isReminderOff(':customerId::uuid', ':kind::text')} as is_off`,
);
/** Whether he wants to hear of it no more. */
export const hasSwitchedOff = async (work: Work, customerId: string, kind: ReminderKind) =>
  (await work.first(asked, { customerId, kind }))!.isOff;

const atText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** The last word on every kind of which there is one, as SQL that makes one piece of JSON. */
export const choicesOf = (customer: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'isOn', r.is_on, 'evidence', r.evidence,
          'byLink', r.link_id is not null, 'at', ${atText('r.at')}) order by r.at desc, r.kind), '[]')
     from (select distinct on (kind) kind, is_on, evidence, link_id, at from reminder_choices
            where tenant_id = :tenant and customer_id = ${customer} order by kind, at desc, id desc) r)`;

const last = statement<{ choices: ReminderChoice[] }, { customerId: string }>(
  'customers.reminderChoices',
  `select ${choicesOf(':customerId::uuid')} as choices`,
);
/** What he said of reminders so far, each kind once, the latest word first. */
export const reminderChoicesOf = async (work: Work, customerId: string) =>
  (await work.first(last, { customerId }))!.choices;

export const insertChoice = (work: Work, row: Fresh<'reminderChoices'>) =>
  work.insert('reminderChoices', row);
