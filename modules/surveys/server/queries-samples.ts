import type { RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { SurveySample } from '../contract.ts';

export type SampleRow = RowOf<'surveySamples'>;
export interface ListedSample extends SampleRow {
  createdByName: string | null;
  drawn: number;
  checked: number;
}

const drawable = statement<{ id: string }, { from: Date; until: Date }>(
  'surveys.drawable',
  `select id from survey_answers
    where tenant_id = :tenant and org_path ^@ any(:scopes) and at >= :from and at < :until
    order by id limit 50000`,
);
/** The answers of these days, of which a sample is drawn. */
export const answersToDraw = (work: Work, span: { from: Date; until: Date }) =>
  work.rows(drawable, span);

export const insertSample = (work: Work, row: Fresh<'surveySamples'>) =>
  work.insert('surveySamples', row);
export const insertChecks = (work: Work, rows: readonly Fresh<'surveyChecks'>[]) =>
  work.insertAll('surveyChecks', rows);

const listed = `select s.*, e.name as created_by_name,
     (select count(*) from survey_checks k where k.tenant_id = s.tenant_id and k.survey_sample_id = s.id) as drawn,
     (select count(*) from survey_checks k where k.tenant_id = s.tenant_id and k.survey_sample_id = s.id
       and k.outcome is not null) as checked
   from survey_samples s left join employees e on e.tenant_id = s.tenant_id and e.id = s.created_by
  where s.tenant_id = :tenant and s.org_path ^@ any(:scopes)`;
const page = statement<ListedSample, PageAfter>(
  'surveys.samples',
  `${listed} and (:afterAt::timestamptz is null or (s.created_at, s.id) < (:afterAt, :afterId::uuid))
   order by s.created_at desc, s.id desc limit :size`,
);
export const pageOfSamples = (work: Work, after: PageAfter) => work.rows(page, after);
const counted = statement<{ total: number }, object>(
  'surveys.countSamples',
  'select count(*) as total from survey_samples s where s.tenant_id = :tenant and s.org_path ^@ any(:scopes)',
);
export const countSamples = async (work: Work) => (await work.first(counted, {}))!.total;

const one = statement<ListedSample, { sampleId: string }>(
  'surveys.sample',
  `${listed} and s.id = :sampleId`,
);
export const sampleById = (work: Work, sampleId: string) => work.first(one, { sampleId });

type Entry = SurveySample['entries'][number];
export type EntryRow = Omit<Entry, 'checkedAt'> & { orgPath: string; checkedAt: Date | null };
const entries = statement<EntryRow, { sampleId: string }>(
  'surveys.sampleEntries',
  `select k.survey_answer_id, a.survey_invitation_id, a.org_path, c.name as customer_name,
     c.phone as customer_phone, u.name as shop_name, a.overall, a.overall_of, a.recommend, k.outcome, k.words,
     e.name as checked_by_name, k.checked_at
   from survey_checks k
   join survey_answers a on a.tenant_id = k.tenant_id and a.id = k.survey_answer_id
   join survey_invitations i on i.tenant_id = a.tenant_id and i.id = a.survey_invitation_id
   join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
   join org_units u on u.tenant_id = a.tenant_id and u.id = a.org_unit_id
   left join employees e on e.tenant_id = k.tenant_id and e.id = k.checked_by
  where k.tenant_id = :tenant and k.survey_sample_id = :sampleId and a.org_path ^@ any(:scopes)
  order by k.position limit 100`,
);
export const entriesOf = (work: Work, sampleId: string) => work.rows(entries, { sampleId });

const noted = statement<
  never,
  { sampleId: string; answerId: string; outcome: string; words: string }
>(
  'surveys.noteCheck',
  `update survey_checks set outcome = :outcome, words = :words, checked_by = :me::uuid, checked_at = :now,
     updated_at = :now, version = version + 1
    where tenant_id = :tenant and survey_sample_id = :sampleId and survey_answer_id = :answerId`,
);
/** Says whether the answer is one of the sample's. */
export const noteCheck = async (
  work: Work,
  given: { sampleId: string; answerId: string; outcome: string; words: string },
) => (await work.run(noted, given)) > 0;
