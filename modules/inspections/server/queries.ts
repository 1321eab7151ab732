import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Answer, InspectionSheet, ListedSheet, SheetKind, SheetSection } from '../contract.ts';

export type Answers = Record<string, Answer>;
export type SheetRow = Omit<RowOf<'inspectionSheets'>, 'sections' | 'answers'> & {
  sections: SheetSection[];
  answers: Answers;
};

const forChange = statement<SheetRow, { inspectionSheetId: string }>(
  'inspections.forChange',
  `select s.* from inspection_sheets s
     join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
    where s.tenant_id = :tenant and s.id = :inspectionSheetId and s.org_path ^@ any(:scopes) for update of o`,
);
/** Takes its order for change: a sheet that is signed can be locked by nobody. */
export const lockSheet = (work: Work, inspectionSheetId: string) =>
  work.first(forChange, { inspectionSheetId });

const openOne = statement<SheetRow, { orderId: string; kind: SheetKind }>(
  'inspections.openOne',
  `select * from inspection_sheets
    where tenant_id = :tenant and order_id = :orderId and kind = :kind and state = 'open'`,
);
export const openSheetOf = (work: Work, orderId: string, kind: SheetKind) =>
  work.first(openOne, { orderId, kind });

const counted = statement<{ total: number }, { orderId: string }>(
  'inspections.countOf',
  'select count(*) as total from inspection_sheets where tenant_id = :tenant and order_id = :orderId',
);
export const countOfSheets = async (work: Work, orderId: string): Promise<number> =>
  (await work.first(counted, { orderId }))!.total;

/** The order that is inspected, with its car and what is known of the car's last large work. */
export interface OrderFacts {
  id: string;
  orgUnitId: string;
  orgPath: string;
  state: InspectionSheet['order']['state'];
  kind: 'maintenance' | 'repair' | 'bodyPaint' | 'inspection' | 'repeatRepair' | 'enquiry';
  mileageKm: number;
  advisorId: string;
  vehicleType: string;
  intakeGrade: InspectionSheet['grade'];
  lastKm: number | null;
  lastAt: Date | null;
}
const orderFacts = statement<OrderFacts, { orderId: string }>(
  'inspections.orderFacts',
  `select o.id, o.org_unit_id, o.org_path, o.state, o.kind, o.mileage_km, o.advisor_id, v.vehicle_type,
     (select i.grade from inspections i where i.tenant_id = o.tenant_id and i.order_id = o.id and i.gate = 'intake'
       order by i.at desc, i.id desc limit 1) as intake_grade,
     last.mileage_km as last_km, last.delivered_at as last_at
   from service_orders o
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   left join lateral (
     select e.mileage_km, e.delivered_at from service_orders e
      where e.tenant_id = o.tenant_id and e.vehicle_id = o.vehicle_id and e.state = 'delivered' and e.org_path ^@ any(:scopes)
        and exists (select from inspections i where i.tenant_id = e.tenant_id and i.order_id = e.id
                     and i.grade in ('secondary', 'assembly', 'overhaul'))
      order by e.received_at desc, e.id desc limit 1) last on true
  where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const factsOf = (work: Work, orderId: string) => work.first(orderFacts, { orderId });

const locked = statement<{ id: string }, { orderId: string }>(
  'inspections.lockOrder',
  `select id from service_orders
    where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes) for update`,
);
/** Two who begin at once begin one sheet. */
export const lockOrder = (work: Work, orderId: string) => work.first(locked, { orderId });

const approved = statement<{ id: string; description: string }, { orderId: string }>(
  'inspections.approvedLines',
  `select id, description from job_lines where tenant_id = :tenant and order_id = :orderId and answer = 'approved'
    order by position, id limit 500`,
);
/** What the customer agreed to: each is inspected by itself before the car leaves (WSH-08). */
export const approvedLines = (work: Work, orderId: string) => work.rows(approved, { orderId });

const employeeName = (id: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = s.tenant_id and e.id = ${id}), '')`;

/** Instants within JSON are PostgreSQL's text. */
export interface RecordRow extends SheetRow {
  number: string;
  orderState: InspectionSheet['order']['state'];
  plate: string;
  plateColour: InspectionSheet['order']['plateColour'];
  model: string;
  vin: string;
  mileageKm: number;
  customerWords: string;
  customerName: string;
  beganByName: string;
  inspectorName: string;
  photos: InspectionSheet['photos'];
  questions: InspectionSheet['questions'];
  offered: string[];
}
const record = statement<RecordRow, { inspectionSheetId: string }>(
  'inspections.record',
  `select s.*, o.number, o.state as order_state, v.plate, v.plate_colour, v.model, v.vin, o.mileage_km, o.customer_words,
     c.name as customer_name, ${employeeName('s.created_by')} as began_by_name,
     ${employeeName('s.inspector_id')} as inspector_name,
     coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fileId', f.file_id, 'itemKey', f.item_key,
               'takenAt', f.taken_at) order by f.taken_at, f.id)
        from inspection_photos f where f.tenant_id = s.tenant_id and f.inspection_sheet_id = s.id), '[]') as photos,
     coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'itemKey', q.item_key, 'question', q.question,
               'askedByName', ${employeeName('q.asked_by')}, 'askedAt', q.asked_at, 'answer', q.answer,
               'answeredByName', ${employeeName('q.answered_by')}, 'answeredAt', q.answered_at) order by q.asked_at, q.id)
        from inspection_questions q where q.tenant_id = s.tenant_id and q.inspection_sheet_id = s.id), '[]') as questions,
     array(select f.item_key from inspection_offers f
            where f.tenant_id = s.tenant_id and f.inspection_sheet_id = s.id order by f.at, f.id) as offered
   from inspection_sheets s
   join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
  where s.tenant_id = :tenant and s.id = :inspectionSheetId and s.org_path ^@ any(:scopes)`,
);
/** The whole sheet in one statement. */
export const recordOf = (work: Work, inspectionSheetId: string) =>
  work.first(record, { inspectionSheetId });

export interface ListedRow
  extends Pick<SheetRow, 'id' | 'kind' | 'state' | 'passed' | 'sections' | 'answers' | 'signedAt'> {
  orgPath: string;
  createdAt: Date;
  byName: string;
  questions: (Omit<ListedSheet['questions'][number], 'item'> & { itemKey: string })[];
}
const ofOrder = statement<ListedRow, { orderId: string }>(
  'inspections.ofOrder',
  `select s.id, s.kind, s.state, s.passed, s.sections, s.answers, s.signed_at, s.created_at, s.org_path,
     ${employeeName('coalesce(s.inspector_id, s.created_by)')} as by_name,
     coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'itemKey', q.item_key, 'question', q.question,
               'askedByName', ${employeeName('q.asked_by')}) order by q.asked_at, q.id)
        from inspection_questions q where q.tenant_id = s.tenant_id and q.inspection_sheet_id = s.id
         and q.answered_at is null and s.state = 'open'), '[]') as questions
   from inspection_sheets s
  where s.tenant_id = :tenant and s.order_id = :orderId and s.org_path ^@ any(:scopes)
  order by s.created_at desc, s.id desc limit 50`,
);
export const sheetsOf = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

export const insertSheet = (work: Work, row: Fresh<'inspectionSheets'>) =>
  work.insert('inspectionSheets', row);
export const updateSheet = (work: Work, id: string, change: ChangeOf<'inspectionSheets'>) =>
  work.update('inspectionSheets', { id }, change);

interface NewPhoto {
  id: string;
  inspectionSheetId: string;
  itemKey: string;
  fileId: string;
  takenAt: Date;
}
const photoAdded = statement<never, NewPhoto>(
  'inspections.addPhoto',
  `insert into inspection_photos (tenant_id, id, inspection_sheet_id, item_key, file_id, taken_at, created_by, created_at)
   values (:tenant, :id, :inspectionSheetId, :itemKey, :fileId, :takenAt, :me, :now)
   on conflict (tenant_id, inspection_sheet_id, item_key, file_id) do nothing`,
);
/** Says whether the photo is new to the item. */
export const addPhotoRow = async (work: Work, row: NewPhoto) =>
  (await work.run(photoAdded, row)) > 0;
const photoIds = statement<{ id: string; fileId: string; itemKey: string }, { sheetId: string }>(
  'inspections.photosOf',
  `select id, file_id, item_key from inspection_photos
    where tenant_id = :tenant and inspection_sheet_id = :sheetId order by taken_at, id limit 200`,
);
export const photosOf = (work: Work, sheetId: string) => work.rows(photoIds, { sheetId });
const photoGone = statement<never, { sheetId: string; photoId: string }>(
  'inspections.removePhoto',
  `delete from inspection_photos
    where tenant_id = :tenant and inspection_sheet_id = :sheetId and id = :photoId
      and not exists (select from inspection_sheets s where s.tenant_id = :tenant and s.id = :sheetId
            and evidence_is_held('serviceOrder', s.order_id))`,
);
export const removePhotoRow = (work: Work, sheetId: string, photoId: string) =>
  work.run(photoGone, { sheetId, photoId });

export type QuestionRow = RowOf<'inspectionQuestions'>;
const questionsAsked = statement<QuestionRow, { sheetId: string }>(
  'inspections.questionsOf',
  `select * from inspection_questions
    where tenant_id = :tenant and inspection_sheet_id = :sheetId order by asked_at, id limit 100`,
);
export const questionsOf = (work: Work, sheetId: string) => work.rows(questionsAsked, { sheetId });
export const insertQuestion = (work: Work, row: Fresh<'inspectionQuestions'>) =>
  work.insert('inspectionQuestions', row);
export const updateQuestion = (work: Work, id: string, change: ChangeOf<'inspectionQuestions'>) =>
  work.update('inspectionQuestions', { id }, change);

const offeredBefore = statement<{ id: string }, { sheetId: string; itemKey: string }>(
  'inspections.offeredBefore',
  `select id from inspection_offers
    where tenant_id = :tenant and inspection_sheet_id = :sheetId and item_key = :itemKey`,
);
export const isOffered = async (work: Work, sheetId: string, itemKey: string) =>
  (await work.first(offeredBefore, { sheetId, itemKey })) !== undefined;
export const insertOffer = (work: Work, row: Fresh<'inspectionOffers'>) =>
  work.insert('inspectionOffers', row);

const papersOver = statement<{ isOver: boolean }, { employeeId: string; today: string }>(
  'inspections.papersOver',
  `select count(*) > 0 and bool_and(c.expires_on is not null and c.expires_on < :today::date) as is_over
     from certificates c
    where c.tenant_id = :tenant and c.employee_id = :employeeId and not c.is_withdrawn and c.name like '%检验%'`,
);
/** Whether every inspector's certificate that is on file for this person has run out (ORG-04). */
export const certificatesAreOver = async (work: Work, employeeId: string, today: string) =>
  (await work.first(papersOver, { employeeId, today }))?.isOver ?? false;
