import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { CheckIn, CheckInContent, ListedCheckIn } from '../contract.ts';
import type { CheckInState } from '../lifecycle.ts';

export type CheckInRow = Omit<RowOf<'checkIns'>, 'content'> & { content: Partial<CheckInContent> };

const forChange = statement<CheckInRow, { checkInId: string }>(
  'checkIns.forChange',
  `select * from check_ins where tenant_id = :tenant and id = :checkInId and org_path ^@ any(:scopes)
    for update`,
);
export const lockCheckIn = (work: Work, checkInId: string) => work.first(forChange, { checkInId });

const openHere = statement<{ id: string }, { vehicleId: string; unitId: string }>(
  'checkIns.openHere',
  `select id from check_ins where tenant_id = :tenant and vehicle_id = :vehicleId and org_unit_id = :unitId
      and state = 'open' and org_path ^@ any(:scopes)
    order by created_at desc limit 1`,
);
/** What was begun with this car at the caller's own place and is not over. */
export const openCheckInHere = (work: Work, vehicleId: string) =>
  work.first(openHere, { vehicleId, unitId: work.actor.unitId });

const orderOfCar = statement<{ id: string }, { orderId: string; vehicleId: string }>(
  'checkIns.orderOfCar',
  `select id from service_orders where tenant_id = :tenant and id = :orderId and vehicle_id = :vehicleId
      and org_path ^@ any(:scopes)`,
);
export const isOrderOf = async (work: Work, orderId: string, vehicleId: string) =>
  (await work.first(orderOfCar, { orderId, vehicleId })) !== undefined;

const employeeName = (id: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = c.tenant_id and e.id = ${id}), '')`;

/** Instants within JSON are PostgreSQL's text. */
export interface RecordRow extends CheckInRow {
  plate: string;
  plateColour: CheckIn['vehicle']['plateColour'];
  model: string;
  vin: string;
  lastMileageKm: number | null;
  lastMileageOn: string | null;
  customerName: string;
  customerPhone: string;
  customerWishes: string;
  beganByName: string;
  orderNumber: string | null;
  signed: {
    content: Partial<CheckInContent>;
    signedBy: string;
    fileId: string;
    accessoryFileId: string | null;
    takenByName: string;
    at: string;
  } | null;
  photos: CheckIn['photos'];
  corrections: CheckIn['corrections'];
}
const record = statement<RecordRow, { checkInId: string }>(
  'checkIns.record',
  `select c.*, v.plate, v.plate_colour, v.model, v.vin, v.mileage_km as last_mileage_km,
     v.mileage_on as last_mileage_on, p.name as customer_name, p.phone as customer_phone,
     p.wishes as customer_wishes, ${employeeName('c.created_by')} as began_by_name,
     (select o.number from service_orders o where o.tenant_id = c.tenant_id and o.id = c.order_id) as order_number,
     (select jsonb_build_object('content', s.content, 'signedBy', s.signed_by, 'fileId', s.signature_file_id,
               'accessoryFileId', s.accessory_file_id, 'takenByName', ${employeeName('s.taken_by')}, 'at', s.at)
        from signed_check_ins s where s.tenant_id = c.tenant_id and s.check_in_id = c.id) as signed,
     coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fileId', f.file_id, 'markNumber', f.mark_number,
               'caption', f.caption, 'takenAt', f.taken_at) order by f.taken_at, f.id)
        from check_in_photos f where f.tenant_id = c.tenant_id and f.check_in_id = c.id), '[]') as photos,
     coalesce((select jsonb_agg(jsonb_build_object('words', w.words, 'reason', w.reason,
               'byName', ${employeeName('w.written_by')}, 'at', w.at) order by w.at, w.id)
        from check_in_corrections w where w.tenant_id = c.tenant_id and w.check_in_id = c.id), '[]') as corrections
   from check_ins c
   join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
   join customers p on p.tenant_id = c.tenant_id and p.id = c.customer_id
  where c.tenant_id = :tenant and c.id = :checkInId and c.org_path ^@ any(:scopes)`,
);
/** The whole check-in in one statement. */
export const recordOf = (work: Work, checkInId: string) => work.first(record, { checkInId });

export type ListedRow = Omit<ListedCheckIn, 'beganAt' | 'savedAt'> & {
  orgPath: string;
  beganAt: Date;
  savedAt: Date;
};
const listed = (where: string) =>
  `select c.org_path, c.id, c.state, v.plate, v.plate_colour, v.model, p.name as customer_name,
     ${employeeName('c.created_by')} as began_by_name, c.created_at as began_at, c.updated_at as saved_at,
     c.abandon_reason, c.order_id
   from check_ins c
   join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
   join customers p on p.tenant_id = c.tenant_id and p.id = c.customer_id
  where c.tenant_id = :tenant and ${where} and c.org_path ^@ any(:scopes)`;
const page = statement<
  ListedRow,
  { state: CheckInState; afterAt: Date | null; afterId: string | null; size: number }
>(
  'checkIns.page',
  `${listed('c.state = :state')}
    and (:afterAt::timestamptz is null or (c.created_at, c.id) < (:afterAt, :afterId::uuid))
  order by c.created_at desc, c.id desc limit :size`,
);
const ofOrder = statement<ListedRow, { orderId: string }>(
  'checkIns.ofOrder',
  `${listed('c.order_id = :orderId')} limit 1`,
);
/** The one that an order came of, if it was received so. */
export const checkInsOfOrder = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });
export const pageOfCheckIns = (
  work: Work,
  state: CheckInState,
  after: readonly unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    state,
    afterAt: after ? new Date(String(after[0])) : null,
    afterId: after ? String(after[1]) : null,
    size,
  });
const counted = statement<{ total: number }, { state: CheckInState }>(
  'checkIns.count',
  `select count(*) as total from check_ins c
    where c.tenant_id = :tenant and c.state = :state and c.org_path ^@ any(:scopes)`,
);
export const countOfCheckIns = async (work: Work, state: CheckInState): Promise<number> =>
  (await work.first(counted, { state }))!.total;

export const insertCheckIn = (work: Work, row: Fresh<'checkIns'>) => work.insert('checkIns', row);
export const updateCheckIn = (work: Work, id: string, change: ChangeOf<'checkIns'>) =>
  work.update('checkIns', { id }, change);
export const insertSigned = (work: Work, row: Fresh<'signedCheckIns'>) =>
  work.insert('signedCheckIns', row);
export const insertCorrection = (work: Work, row: Fresh<'checkInCorrections'>) =>
  work.insert('checkInCorrections', row);

interface NewPhoto {
  id: string;
  checkInId: string;
  fileId: string;
  markNumber: number | null;
  caption: string;
  takenAt: Date;
}
const photoAdded = statement<never, NewPhoto>(
  'checkIns.addPhoto',
  `insert into check_in_photos
     (tenant_id, id, check_in_id, file_id, mark_number, caption, taken_at, created_by, created_at)
   values (:tenant, :id, :checkInId, :fileId, :markNumber, :caption, :takenAt, :me, :now)
   on conflict (tenant_id, check_in_id, file_id) do nothing`,
);
/** Says whether the photo is new to the check-in. */
export const addPhotoRow = async (work: Work, row: NewPhoto) =>
  (await work.run(photoAdded, row)) > 0;

const photoGone = statement<never, { checkInId: string; photoId: string }>(
  'checkIns.removePhoto',
  `delete from check_in_photos
    where tenant_id = :tenant and check_in_id = :checkInId and id = :photoId
      and not exists (select from check_ins c where c.tenant_id = :tenant and c.id = :checkInId
            and (evidence_is_held('customer', c.customer_id) or evidence_is_held('vehicle', c.vehicle_id)))`,
);
export const removePhotoRow = async (work: Work, checkInId: string, photoId: string) =>
  (await work.run(photoGone, { checkInId, photoId })) > 0;

const photosOfOne = statement<
  { id: string; fileId: string; markNumber: number | null; caption: string },
  { checkInId: string }
>(
  'checkIns.photosOf',
  `select id, file_id, mark_number, caption from check_in_photos
    where tenant_id = :tenant and check_in_id = :checkInId order by taken_at, id limit 200`,
);
export const photosOf = (work: Work, checkInId: string) => work.rows(photosOfOne, { checkInId });

const correctionsCounted = statement<{ total: number }, { checkInId: string }>(
  'checkIns.corrections',
  `select count(*) as total from check_in_corrections where tenant_id = :tenant and check_in_id = :checkInId`,
);
export const countOfCorrections = async (work: Work, checkInId: string): Promise<number> =>
  (await work.first(correctionsCounted, { checkInId }))!.total;
