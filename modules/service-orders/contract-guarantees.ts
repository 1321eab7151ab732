import { type Static, Type } from 'typebox';
import { date, line, mileageKm, nullable, oneOf } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { grades } from './contract-vocabulary.ts';

const term = {
  days: Type.Integer({ minimum: 1, maximum: 3650 }),
  km: Type.Integer({ ...mileageKm, minimum: 1 }),
};
const promised = shape({ grade: oneOf(grades), ...term });

export const repairGuarantees = shape(
  {
    source: line(200, 'the article that the least terms come from'),
    /** Since when the house promises what it does; none: the least terms hold. */
    promisedFrom: nullable(date),
    items: Type.Array(
      shape({
        grade: oneOf(grades),
        car: shape(term),
        motorcycle: shape(term),
        other: shape(term),
        promised: nullable(shape(term)),
      }),
      { maxItems: grades.length },
    ),
  },
  { $id: 'RepairGuarantees' },
);
export type RepairGuarantees = Static<typeof repairGuarantees>;

/** How long a repair is guaranteed, by its grade: by law at least, and what the house promises (WSH-14, art. 36, 38). */
export const guaranteeRoutes = {
  guarantees: route({
    id: 'serviceOrders.guarantees',
    method: 'GET',
    path: '/repair-guarantees',
    summary: 'The guarantee by grade of work: the least by law, and what one’s own unit promises',
    access: 'serviceOrders.see',
    reply: repairGuarantees,
  }),
  promiseGuarantees: route({
    id: 'serviceOrders.promiseGuarantees',
    method: 'POST',
    path: '/repair-guarantees',
    summary: 'Promise longer guarantees from today on, for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: shape({ terms: Type.Array(promised, { maxItems: grades.length }) }),
    reply: repairGuarantees,
    problems: ['guarantee_below_minimum', 'guarantee_grade_twice'],
  }),
};
