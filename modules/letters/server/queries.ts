import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

type Letter = RowOf<'letters'>;
export interface EntryRow extends Omit<Letter, 'body' | 'replyUrl'> {
  customerName: string;
  orgUnitName: string;
  writtenByName: string | null;
}
export interface LetterRow extends EntryRow {
  body: string;
  /** Where it is answered: printed as a code; empty for most. */
  replyUrl: string;
  templateName: string | null;
  askedByName: string | null;
  decidedByName: string | null;
  sentByName: string | null;
}

const named = `c.name as customer_name, u.name as org_unit_name, w.name as written_by_name`;
const joined = `from letters l
     join customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
     join org_units u on u.tenant_id = l.tenant_id and u.id = l.org_unit_id
     left join employees w on w.tenant_id = l.tenant_id and w.id = l.written_by`;
const here = 'l.tenant_id = :tenant and l.org_path ^@ any(:scopes)';
/** A line of the register: all but what stands in the letter. */
const entry = `l.id, l.tenant_id, l.org_unit_id, l.org_path, l.customer_id, l.kind, l.purpose, l.way, l.language,
     l.recipient, l.address, l.subject, l.template_id, l.is_as_approved, l.state, l.reason, l.year, l.position,
     l.registered_on, l.written_by, l.asked_by, l.decided_by, l.decided_at, l.printed_at, l.sent_on, l.sent_by,
     l.returned_on, l.file_id, l.version, l.created_by, l.created_at, l.updated_at, ${named}`;

export interface Filters {
  kind: string | null;
  fromOn: string | null;
  untilOn: string | null;
}
const filtered = `(:kind::text is null or l.kind = :kind)
      and (:fromOn::date is null or l.registered_on >= :fromOn)
      and (:untilOn::date is null or l.registered_on <= :untilOn)`;

const list = statement<
  EntryRow,
  Filters & { state: string | null; beforeId: string; size: number }
>(
  'letters.list',
  `select ${entry} ${joined} where ${here} and l.id < :beforeId::uuid and ${filtered}
      and (:state::text is null or l.state = :state)
    order by l.id desc limit :size`,
);
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const pageOfLetters = (
  work: Work,
  asked: Filters & { state: string | null; size: number },
  beforeId: unknown,
) => work.rows(list, { ...asked, beforeId: String(beforeId ?? lastId) });

const register = statement<
  EntryRow,
  { kind: string | null; fromOn: string; untilOn: string; size: number }
>(
  'letters.register',
  `select ${entry} ${joined} where ${here} and l.registered_on between :fromOn and :untilOn
      and (:kind::text is null or l.kind = :kind)
    order by l.registered_on, l.id limit :size`,
);
/** What was registered from one day to another, both counted, in its order. */
export const registeredLetters = (
  work: Work,
  asked: { kind: string | null; fromOn: string; untilOn: string; size: number },
) => work.rows(register, asked);

export interface PostFilters extends Filters {
  isPrinted: boolean | null;
}
const waiting = `${here} and l.way = 'post' and l.state in ('approved', 'printed') and l.address <> '' and ${filtered}
      and (:isPrinted::boolean is null or (l.state = 'printed') = :isPrinted)`;
const toPost = statement<
  Pick<Letter, 'id' | 'orgPath' | 'recipient' | 'address' | 'year' | 'position' | 'state'>,
  PostFilters & { size: number }
>(
  'letters.toPost',
  `select l.id, l.org_path, l.recipient, l.address, l.year, l.position, l.state from letters l
    where ${waiting} order by l.id limit :size`,
);
/** What waits for the post and has an address, the oldest first: letters and labels in one order. */
export const lettersToPost = (work: Work, asked: PostFilters, size: number) =>
  work.rows(toPost, { ...asked, size });

const sheets = statement<LetterRow, PostFilters & { size: number }>(
  'letters.sheets',
  `select ${entry}, l.body, l.reply_url, null as template_name, null as asked_by_name, null as decided_by_name,
          null as sent_by_name ${joined}
    where ${waiting} order by l.id limit :size`,
);
/** The same letters with their words. */
export const sheetsToPost = (work: Work, asked: PostFilters, size: number) =>
  work.rows(sheets, { ...asked, size });

const one = statement<LetterRow, { letterId: string }>(
  'letters.one',
  `select ${entry}, l.body, l.reply_url, t.name || ' · ' || t.edition as template_name, a.name as asked_by_name,
          d.name as decided_by_name, s.name as sent_by_name ${joined}
     left join message_templates t on t.tenant_id = l.tenant_id and t.id = l.template_id
     left join employees a on a.tenant_id = l.tenant_id and a.id = l.asked_by
     left join employees d on d.tenant_id = l.tenant_id and d.id = l.decided_by
     left join employees s on s.tenant_id = l.tenant_id and s.id = l.sent_by
    where ${here} and l.id = :letterId`,
);
export const letterById = (work: Work, letterId: string) => work.first(one, { letterId });

const locked = statement<Letter, { letterId: string }>(
  'letters.locked',
  `select l.* from letters l where ${here} and l.id = :letterId for update`,
);
export const lockLetter = (work: Work, letterId: string) => work.first(locked, { letterId });

export const insertLetter = (work: Work, row: Fresh<'letters'>) => work.insert('letters', row);
export const updateLetter = async (work: Work, id: string, change: ChangeOf<'letters'>) =>
  (await work.update('letters', { id }, change))!;
