import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { CheckInContent } from '#modules/check-ins/contract.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Answer, DeliveryPack, PackItem, Precaution } from '../contract.ts';

/** Who compared an item and when stands beside the answer; instants within JSON are text. */
export type KeptAnswer = Answer & { by: string | null; at: string };
export type Answers = Record<string, KeptAnswer>;
export type PackRow = Omit<RowOf<'deliveryPacks'>, 'items' | 'answers' | 'precautions'> & {
  items: PackItem[];
  answers: Answers;
  precautions: Precaution[];
};

const forChange = statement<PackRow & { orderState: string }, { deliveryPackId: string }>(
  'deliveries.forChange',
  `select d.*, o.state as order_state from delivery_packs d
     join service_orders o on o.tenant_id = d.tenant_id and o.id = d.order_id
    where d.tenant_id = :tenant and d.id = :deliveryPackId and d.org_path ^@ any(:scopes) for update of o`,
);
/** Takes its order for change: a pack that is signed can be locked by nobody. */
export const lockPack = (work: Work, deliveryPackId: string) =>
  work.first(forChange, { deliveryPackId });

const ofOrder = statement<PackRow, { orderId: string }>(
  'deliveries.ofOrder',
  'select * from delivery_packs where tenant_id = :tenant and order_id = :orderId',
);
/** The pack of an order that the caller may see. */
export const packOf = (work: Work, orderId: string) => work.first(ofOrder, { orderId });

/** The order with what was noted when its car came in, and what its inspector wrote at the end. */
export interface OrderFacts {
  id: string;
  orgUnitId: string;
  orgPath: string;
  state: DeliveryPack['order']['state'];
  fuelEighths: number | null;
  valuables: string;
  jobs: string[];
  inspectorsWords: string | null;
  checkIn: Partial<CheckInContent> | null;
}
const orderFacts = statement<OrderFacts, { orderId: string }>(
  'deliveries.orderFacts',
  `select o.id, o.org_unit_id, o.org_path, o.state, o.fuel_eighths, o.valuables,
     array(select l.description from job_lines l
            where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved'
            order by l.position, l.id limit 100) as jobs,
     (select i.note from inspections i where i.tenant_id = o.tenant_id and i.order_id = o.id and i.gate = 'final' and i.passed
       order by i.at desc, i.id desc limit 1) as inspectors_words,
     (select s.content from check_ins c
        join signed_check_ins s on s.tenant_id = c.tenant_id and s.check_in_id = c.id
       where c.tenant_id = o.tenant_id and c.order_id = o.id) as check_in
   from service_orders o
  where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const factsOf = (work: Work, orderId: string) => work.first(orderFacts, { orderId });

const employeeName = (id: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = d.tenant_id and e.id = ${id}), '')`;

/** Instants and dates within JSON are PostgreSQL's text. */
export interface RecordRow extends PackRow {
  number: string;
  orderState: DeliveryPack['order']['state'];
  arrivedKm: number;
  orderOldParts: string | null;
  plate: string;
  plateColour: DeliveryPack['order']['plateColour'];
  model: string;
  vin: string;
  intervalMonths: number | null;
  intervalKm: number | null;
  customerName: string;
  senderName: string;
  jobs: string[];
  readings: { mileageKm: number; readOn: string }[];
  checkInId: string | null;
  earlierPhotos: DeliveryPack['earlierPhotos'];
  photos: DeliveryPack['photos'];
  certificate: NonNullable<DeliveryPack['certificate']> | null;
  names: Record<string, string>;
  checkedByName: string;
  toldByName: string;
  takenByName: string;
}
const record = statement<RecordRow, { deliveryPackId: string }>(
  'deliveries.record',
  `select d.*, o.number, o.state as order_state, o.mileage_km as arrived_km, o.old_parts as order_old_parts,
     v.plate, v.plate_colour, v.model, v.vin, v.interval_months, v.interval_km,
     c.name as customer_name, o.sender_name,
     array(select l.description from job_lines l
            where l.tenant_id = d.tenant_id and l.order_id = d.order_id and l.answer = 'approved'
            order by l.position, l.id limit 100) as jobs,
     coalesce((select jsonb_agg(jsonb_build_object('mileageKm', m.mileage_km, 'readOn', m.read_on))
        from (select mileage_km, read_on from mileage_readings r
               where r.tenant_id = d.tenant_id and r.vehicle_id = o.vehicle_id
               order by r.read_on desc, r.id desc limit 60) m), '[]') as readings,
     k.id as check_in_id,
     coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'markNumber', f.mark_number)
               order by f.taken_at, f.id)
        from check_in_photos f where f.tenant_id = d.tenant_id and f.check_in_id = k.id), '[]') as earlier_photos,
     coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fileId', f.file_id, 'itemKey', f.item_key,
               'takenAt', f.taken_at) order by f.taken_at, f.id)
        from delivery_photos f where f.tenant_id = d.tenant_id and f.delivery_pack_id = d.id), '[]') as photos,
     (select jsonb_build_object('number', r.number, 'guaranteeDays', r.guarantee_days, 'guaranteeKm', r.guarantee_km,
               'inspectorName', ${employeeName('r.inspector_id')}, 'issuedAt', r.issued_at)
        from release_certificates r where r.tenant_id = d.tenant_id and r.order_id = d.order_id
       order by r.issued_at desc, r.id desc limit 1) as certificate,
     coalesce((select jsonb_object_agg(e.id, e.name) from employees e
                where e.tenant_id = d.tenant_id
                  and e.id in (select (a.value ->> 'by')::uuid from jsonb_each(d.answers) a
                                where jsonb_typeof(a.value) = 'object')), '{}') as names,
     ${employeeName('d.checked_by')} as checked_by_name, ${employeeName('d.told_by')} as told_by_name,
     ${employeeName('d.taken_by')} as taken_by_name
   from delivery_packs d
   join service_orders o on o.tenant_id = d.tenant_id and o.id = d.order_id
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
   left join check_ins k on k.tenant_id = d.tenant_id and k.order_id = d.order_id
  where d.tenant_id = :tenant and d.id = :deliveryPackId and d.org_path ^@ any(:scopes)`,
);
/** The whole delivery in one statement. */
export const recordOf = (work: Work, deliveryPackId: string) =>
  work.first(record, { deliveryPackId });

const certificate = statement<{ id: string }, { orderId: string }>(
  'deliveries.certificateOf',
  `select id from release_certificates where tenant_id = :tenant and order_id = :orderId
    order by issued_at desc, id desc limit 1`,
);
export const certificateOf = (work: Work, orderId: string) => work.first(certificate, { orderId });

export const insertPack = (work: Work, row: Fresh<'deliveryPacks'>) =>
  work.insert('deliveryPacks', row);
export const updatePack = (work: Work, id: string, change: ChangeOf<'deliveryPacks'>) =>
  work.update('deliveryPacks', { id }, change);

interface NewPhoto {
  id: string;
  deliveryPackId: string;
  itemKey: string;
  fileId: string;
  takenAt: Date;
}
const photoAdded = statement<never, NewPhoto>(
  'deliveries.addPhoto',
  `insert into delivery_photos (tenant_id, id, delivery_pack_id, item_key, file_id, taken_at, created_by, created_at)
   values (:tenant, :id, :deliveryPackId, :itemKey, :fileId, :takenAt, :me, :now)
   on conflict (tenant_id, delivery_pack_id, item_key, file_id) do nothing`,
);
/** Says whether the photo is new to the item. */
export const addPhotoRow = async (work: Work, row: NewPhoto) =>
  (await work.run(photoAdded, row)) > 0;
const photosOfOne = statement<{ id: string; fileId: string; itemKey: string }, { packId: string }>(
  'deliveries.photosOf',
  `select id, file_id, item_key from delivery_photos
    where tenant_id = :tenant and delivery_pack_id = :packId order by taken_at, id limit 100`,
);
export const photosOf = (work: Work, packId: string) => work.rows(photosOfOne, { packId });
const photoGone = statement<never, { packId: string; photoId: string }>(
  'deliveries.removePhoto',
  `delete from delivery_photos
    where tenant_id = :tenant and delivery_pack_id = :packId and id = :photoId
      and not exists (select from delivery_packs p where p.tenant_id = :tenant and p.id = :packId
            and evidence_is_held('serviceOrder', p.order_id))`,
);
export const removePhotoRow = (work: Work, packId: string, photoId: string) =>
  work.run(photoGone, { packId, photoId });
