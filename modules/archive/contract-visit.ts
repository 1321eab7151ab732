import { Type } from 'typebox';
import { fen, id, instant, line, mileageKm, nullable, plateText, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** One time in the workshop, as the archive tells it. */
export const archiveVisit = shape({
  id,
  number: line(40),
  kind: line(40),
  state: line(40),
  vehicleId: id,
  plate: plateText,
  mileageKm,
  receivedAt: instant,
  deliveredAt: nullable(instant),
  customerWords: text(20_000),
  work: text(20_000),
  refused: Type.Array(text(2000), { maxItems: 50 }),
  amountFen: nullable(fen),
  advisorName: nullable(line(80)),
});
