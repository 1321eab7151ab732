import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Handover, HandoverStage } from '../contract.ts';

/** An instant within JSON is PostgreSQL's text. */
export type ShownHandover = Handover;

/** The handovers of a row as JSON, in their order; `of` ties them to it. */
export const handoversOf = (of: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('id', h.id, 'stage', h.stage, 'mileageKm', h.mileage_km,
      'fuelEighths', h.fuel_eighths, 'note', h.note, 'signedBy', h.signed_by,
      'signatureFileId', h.signature_file_id,
      'takenByName', coalesce((select e.name from employees e where e.tenant_id = h.tenant_id and e.id = h.taken_by), ''),
      'at', h.at,
      'photoFileIds', coalesce((select jsonb_agg(p.file_id order by p.id) from car_handover_photos p
         where p.tenant_id = h.tenant_id and p.car_handover_id = h.id), '[]')) order by h.at, h.id)
    from car_handovers h where h.tenant_id = :tenant and ${of}), '[]')`;

export const insertHandover = (work: Work, row: Fresh<'carHandovers'>) =>
  work.insert('carHandovers', row);
export const insertPhotos = (work: Work, rows: readonly Fresh<'carHandoverPhotos'>[]) =>
  work.insertAll('carHandoverPhotos', rows);

const before = statement<
  { stage: HandoverStage; mileageKm: number | null },
  { tripId: string | null; loanId: string | null }
>(
  'carHandovers.before',
  `select stage, mileage_km from car_handovers where tenant_id = :tenant and trip_id = :tripId
    union all
   select stage, mileage_km from car_handovers where tenant_id = :tenant and loan_id = :loanId`,
);
/** What was put down before at this trip or loan. */
export const handoversBefore = (work: Work, of: { tripId: string | null; loanId: string | null }) =>
  work.rows(before, of);
