import type { RowOf } from '#database/types.generated.ts';
import { packageOfLine } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { CustomerPage, HeldVisit, Question, ShownLine } from '../contract.ts';

/** Instants that come within JSON are PostgreSQL's text. */
export interface VisitRow {
  id: string;
  orgPath: string;
  number: string;
  state: HeldVisit['state'];
  waitingFor: HeldVisit['waitingFor'];
  language: HeldVisit['language'];
  plate: string;
  plateColour: HeldVisit['plateColour'];
  customerName: string;
  shopName: string;
  shopPhone: string;
  advisorId: string;
  advisorName: string;
  advisorPhone: string;
  receivedAt: Date;
  promisedAt: Date | null;
  approvedFen: number;
  settledFen: number | null;
  checkInId: string | null;
  intakeSheetId: string | null;
  finalSheetId: string | null;
  deliveryPackId: string | null;
  steps: HeldVisit['steps'];
  promises: HeldVisit['promises'];
  lines: (Omit<ShownLine, 'pictures' | 'packageHead' | 'singly'> & {
    origin: 'estimate' | 'additional';
    isPriced: boolean;
    jobPackageId: string | null;
    listedFen: number | null;
  })[];
  photos: HeldVisit['photos'];
  questions: Question[];
  invoice: HeldVisit['invoice'];
}

const employeeName = (id: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = o.tenant_id and e.id = ${id}), '')`;
/** The job, while it stands on the quotation: a line may be taken off. */
const lineStill = `(select l.id from job_lines l where l.tenant_id = x.tenant_id and l.id = x.line_id
  and l.order_id = x.order_id)`;
const all = (fields: string, from: string, order: string, limit: number) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${fields}) order by ${order})
     from (select * from ${from} where tenant_id = o.tenant_id and order_id = o.id limit ${limit}) x), '[]')`;

/** The last one that was signed, and passed. */
const signedSheet = (kind: 'intake' | 'final') =>
  `(select s.id from inspection_sheets s where s.tenant_id = o.tenant_id and s.order_id = o.id
      and s.kind = '${kind}' and s.state = 'signed' and s.passed order by s.signed_at desc, s.id desc limit 1)`;

const visit = statement<VisitRow, { orderId: string }>(
  'portal.visit',
  `select o.id, o.org_path, o.number, o.state, o.waiting_for, c.language, v.plate, v.plate_colour,
     c.name as customer_name, u.name as shop_name, u.phone as shop_phone, o.advisor_id,
     a.name as advisor_name, coalesce(nullif(a.phone, ''), u.phone) as advisor_phone, o.received_at, o.promised_at,
     o.approved_fen, o.settled_fen,
     (select k.id from check_ins k where k.tenant_id = o.tenant_id and k.order_id = o.id) as check_in_id,
     ${signedSheet('intake')} as intake_sheet_id, ${signedSheet('final')} as final_sheet_id,
     (select d.id from delivery_packs d where d.tenant_id = o.tenant_id and d.order_id = o.id
         and d.state = 'signed') as delivery_pack_id,
     coalesce((select jsonb_agg(jsonb_build_object('state', x.to_state, 'at', x.at) order by x.order_version)
       from (select s.to_state, s.at, s.order_version from order_steps s
              where s.tenant_id = o.tenant_id and s.order_id = o.id and s.from_state is distinct from s.to_state
              order by s.order_version limit 100) x), '[]') as steps,
     coalesce((select jsonb_agg(jsonb_build_object('words', x.note, 'at', x.at) order by x.order_version)
       from (select s.note, s.at, s.order_version from order_steps s
              where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'promise'
              order by s.order_version desc limit 20) x), '[]') as promises,
     ${all(
       `'id', x.id, 'origin', x.origin, 'isPriced', x.origin = 'estimate' or x.priced_at is not null,
        'description', x.description, 'finding', x.finding, 'parts', x.parts, 'labourFen', x.labour_fen,
        'partsFen', x.parts_fen, 'payer', x.payer, 'answer', x.answer, 'answeredBy', coalesce(x.answered_by, ''),
        'answerHow', x.answer_how, 'answeredAt', x.answered_at, 'refusalReason', x.refusal_reason,
        'isDone', x.done_at is not null, 'jobPackage', ${packageOfLine('x')},
        'jobPackageId', x.job_package_id, 'listedFen', x.listed_fen`,
       'job_lines',
       'x.position, x.id',
       500,
     )} as lines,
     (select jsonb_build_object('kind', i.kind, 'title', i.title, 'taxNumber', i.tax_number, 'address', i.address,
         'phone', i.phone, 'bank', i.bank, 'account', i.account, 'email', i.email, 'state', i.state,
         'askedAt', i.asked_at, 'number', i.number, 'amountFen', i.amount_fen, 'issuedOn', i.issued_on)
        from invoices i where i.tenant_id = o.tenant_id and i.order_id = o.id and i.state <> 'voided') as invoice,
     coalesce((select jsonb_agg(jsonb_build_object('fileId', x.file_id, 'lineId', ${lineStill},
         'caption', p.caption, 'at', p.at) order by p.at, x.file_id)
       from released_photos x join order_papers p on p.tenant_id = x.tenant_id and p.order_id = x.order_id
         and p.file_id = x.file_id
      where x.tenant_id = o.tenant_id and x.order_id = o.id), '[]') as photos,
     ${all(
       `'id', x.id, 'lineId', ${lineStill}, 'about', x.about, 'question', x.question, 'askedAt', x.created_at,
        'answer', x.answer, 'answeredByName', ${employeeName('x.answered_by')}, 'answeredAt', x.answered_at`,
       'order_questions',
       'x.created_at, x.id',
       50,
     )} as questions
   from service_orders o
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
   join org_units u on u.tenant_id = o.tenant_id and u.id = o.org_unit_id
   join employees a on a.tenant_id = o.tenant_id and a.id = o.advisor_id
  where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** All that the customer's page tells, in one statement. */
export const visitRow = (work: Work, orderId: string) => work.first(visit, { orderId });

export interface DeskRow {
  photos: CustomerPage['photos'];
  signings: CustomerPage['signings'];
  openedAt: Date | null;
  lastUsedAt: Date | null;
}
const desk = statement<DeskRow, { orderId: string }>(
  'portal.desk',
  `select
     coalesce((select jsonb_agg(jsonb_build_object('fileId', p.file_id, 'caption', p.caption, 'at', p.at,
         'isReleased', r.id is not null, 'lineId', (select l.id from job_lines l
           where l.tenant_id = o.tenant_id and l.id = r.line_id and l.order_id = o.id)) order by p.at, p.file_id)
       from (select * from order_papers where tenant_id = o.tenant_id and order_id = o.id and kind = 'photo'
              limit 300) p
       left join released_photos r on r.tenant_id = p.tenant_id and r.order_id = p.order_id
         and r.file_id = p.file_id), '[]') as photos,
     coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'statement', g.statement, 'sumFen', g.sum_fen,
         'signedBy', g.signed_by, 'signatureFileId', g.signature_file_id, 'at', g.at) order by g.at desc, g.id desc)
       from (select * from order_signings where tenant_id = o.tenant_id and order_id = o.id
              order by at desc, id desc limit 50) g), '[]') as signings,
     (select min(l.opened_at) from links l where l.tenant_id = o.tenant_id and l.about_type = 'serviceOrder'
         and l.about_id = o.id) as opened_at,
     (select max(l.last_used_at) from links l where l.tenant_id = o.tenant_id and l.about_type = 'serviceOrder'
         and l.about_id = o.id) as last_used_at
   from service_orders o
  where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** What only the desk sees beside the page. */
export const deskRow = (work: Work, orderId: string) => work.first(desk, { orderId });

const releasable = statement<{ fileId: string }, { orderId: string; fileId: string }>(
  'portal.photoOf',
  `select file_id from order_papers
    where tenant_id = :tenant and order_id = :orderId and file_id = :fileId and kind = 'photo'`,
);
/** Whether a file is a photo of this order. The caller has seen the order. */
export const isPhotoOf = async (work: Work, orderId: string, fileId: string) =>
  (await work.first(releasable, { orderId, fileId })) !== undefined;

const released = statement<RowOf<'releasedPhotos'>, { orderId: string; fileId: string }>(
  'portal.releasedPhoto',
  `select * from released_photos where tenant_id = :tenant and order_id = :orderId and file_id = :fileId`,
);
export const releasedPhoto = (work: Work, orderId: string, fileId: string) =>
  work.first(released, { orderId, fileId });

const releasedFile = statement<RowOf<'files'>, { orderId: string; fileId: string }>(
  'portal.releasedFile',
  `select f.* from released_photos r join files f on f.tenant_id = r.tenant_id and f.id = r.file_id
    where r.tenant_id = :tenant and r.order_id = :orderId and r.file_id = :fileId and f.state = 'ready'`,
);
/** The bytes of a photo that was released, wherever in the house it was stored. The caller holds the order. */
export const releasedFileOf = (work: Work, orderId: string, fileId: string) =>
  work.first(releasedFile, { orderId, fileId });

export const releasePhoto = (work: Work, row: Fresh<'releasedPhotos'>) =>
  work.insert('releasedPhotos', row);
export const moveToLine = (work: Work, id: string, lineId: string | null) =>
  work.update('releasedPhotos', { id }, { lineId });

const takenBack = statement<never, { orderId: string; fileId: string }>(
  'portal.takeBack',
  'delete from released_photos where tenant_id = :tenant and order_id = :orderId and file_id = :fileId',
);
export const takePhotoBack = (work: Work, orderId: string, fileId: string) =>
  work.run(takenBack, { orderId, fileId });

const asked = statement<{ open: number; all: number }, { orderId: string }>(
  'portal.questionCounts',
  `select count(*) filter (where answered_at is null) as open, count(*) as "all"
     from order_questions where tenant_id = :tenant and order_id = :orderId`,
);
export const questionCounts = async (work: Work, orderId: string) =>
  (await work.first(asked, { orderId }))!;

export const insertQuestion = (work: Work, row: Fresh<'orderQuestions'>) =>
  work.insert('orderQuestions', row);

const questionForChange = statement<
  RowOf<'orderQuestions'>,
  { orderId: string; questionId: string }
>(
  'portal.questionForChange',
  `select * from order_questions where tenant_id = :tenant and order_id = :orderId and id = :questionId
      and org_path ^@ any(:scopes) for update`,
);
export const lockQuestion = (work: Work, orderId: string, questionId: string) =>
  work.first(questionForChange, { orderId, questionId });
export const answerQuestion = (work: Work, id: string, answer: string, by: string | null) =>
  work.update('orderQuestions', { id }, { answer, answeredBy: by, answeredAt: work.now });

export const insertSigning = (work: Work, row: Fresh<'orderSignings'>) =>
  work.insert('orderSignings', row);

const proof = statement<{ provedAt: Date | null; confirmedAt: Date | null }, { visitId: string }>(
  'portal.proof',
  'select proved_at, confirmed_at from link_visits where tenant_id = :tenant and id = :visitId',
);
/** When this browser showed the digits of the telephone, and when a code that was sent to it. */
export async function proofsOf(work: Work, visitId: string) {
  const { provedAt, confirmedAt } = (await work.first(proof, { visitId }))!;
  return { provedAt: provedAt ?? work.now, confirmedAt };
}

const nameOfCustomer = statement<{ name: string }, { orderId: string }>(
  'portal.customerName',
  `select c.name from service_orders o join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const customerNameOf = async (work: Work, orderId: string) =>
  (await work.first(nameOfCustomer, { orderId }))?.name ?? '';
