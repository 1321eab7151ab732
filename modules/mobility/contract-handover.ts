import { type Static, Type } from 'typebox';
import {
  id,
  instant,
  line,
  mileageKm,
  nullable,
  oneOf,
  personalText,
  text,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const handoverStages = ['takenOver', 'handedOver', 'lent', 'returned'] as const;
export type HandoverStage = (typeof handoverStages)[number];

export const fuelEighths = Type.Integer({ minimum: 0, maximum: 8, description: 'of a full tank' });
export const mostPhotos = 20;

/** What is put down where a car goes from hand to hand. Pictures are sent first, each as a file. */
export const handoverFields = {
  mileageKm: Type.Optional(mileageKm),
  fuelEighths: Type.Optional(fuelEighths),
  note: Type.Optional(text(1000, 'damage, what lies in it, what was done')),
  signedBy: Type.Optional(line(80)),
  signatureFileId: Type.Optional(id),
  photoFileIds: Type.Optional(Type.Array(id, { maxItems: mostPhotos })),
};
export const handoverBody = shape(handoverFields);
export type HandoverBody = Static<typeof handoverBody>;

export const handover = shape({
  id,
  stage: oneOf(handoverStages),
  mileageKm: nullable(mileageKm),
  fuelEighths: nullable(fuelEighths),
  note: personalText('words', 1000),
  signedBy: personalText('name', 80),
  signatureFileId: nullable(id),
  takenByName: text(80),
  at: instant,
  photoFileIds: Type.Array(id, { maxItems: mostPhotos }),
});
export type Handover = Static<typeof handover>;

export const handoverProblems = [
  'handover_mileage_needed',
  'handover_mileage_lower',
  'handover_signature_needed',
  'handover_picture_needed',
] as const;
