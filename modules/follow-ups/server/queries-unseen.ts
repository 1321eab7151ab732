import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FollowUpRow } from './queries.ts';
import { type ConditionFacts, fits } from './queries-conditions.ts';
import { whyNotCalled } from './queries-reach.ts';

/** The occasions that no event tells of: a day comes and the car does not. */
export const unseenOccasions = ['firstService', 'longUnseen'] as const;
export type Unseen = (typeof unseenOccasions)[number];

/** Where the days of such an occasion begin, as SQL of a car `v`; what it asks for besides. */
export const unseenFrom = {
  firstService: { on: 'v.first_registered_on', where: 'v.last_visit_on is null' },
  longUnseen: { on: 'v.last_visit_on', where: 'true' },
} as const satisfies Record<Unseen, { on: string; where: string }>;

export interface UnseenCar {
  customerId: string;
  vehicleId: string;
  orgUnitId: string;
  orgPath: string;
  anchorOn: string;
  /** Of all cars of his that were found, the one that he is called for. */
  isFirst: boolean;
}
export interface Sought extends ConditionFacts {
  orgPath: string;
  nearer: readonly string[];
  fromOn: string;
  untilOn: string;
  quietDays: number;
  /** Where an earlier stretch ended; cars from there on, so many at once. */
  afterOn: string;
  afterId: string;
  size: number;
}
const carsFor = (occasion: Unseen) => {
  const { on, where } = unseenFrom[occasion];
  return statement<UnseenCar, Sought>(
    `followUps.unseen.${occasion}`,
    `select x.*, row_number() over (partition by x.customer_id order by x.anchor_on, x.vehicle_id) = 1 as is_first from (
       select c.id as customer_id, v.id as vehicle_id, v.org_unit_id, v.org_path, ${on} as anchor_on
         from vehicles v join customers c on c.tenant_id = v.tenant_id and c.id = v.owner_id
        where v.tenant_id = :tenant and ${on} between :fromOn::date and :untilOn::date and ${where}
          and (${on}, v.id) > (:afterOn::date, :afterId::uuid)
          and v.merged_into_id is null and v.org_path ^@ :orgPath and not v.org_path ^@ any(:nearer::text[])
          and ${fits('null::uuid')}
          and not exists (select 1 from follow_ups f where f.tenant_id = :tenant and f.vehicle_id = v.id
            and f.rule = '${occasion}' and f.earliest_on > ${on})
          and (${whyNotCalled('c', { isCommercial: 'false', remindedOf: "'maintenance'" })}) is null
        order by ${on}, v.id limit :size) x order by x.anchor_on, x.vehicle_id`,
  );
};
const cars = {
  firstService: carsFor('firstService'),
  longUnseen: carsFor('longUnseen'),
} satisfies Record<Unseen, unknown>;

/** Cars that a rule of one place makes due, those due longest first; places with a rule of their own are left out. */
export const unseenCars = (work: Work, occasion: Unseen, sought: Sought) =>
  work.rows(cars[occasion], sought);

const asked = statement<FollowUpRow, { vehicleId: string }>(
  'followUps.askedBack',
  `select * from follow_ups where tenant_id = :tenant and vehicle_id = :vehicleId and state = 'planned'
      and rule in ('firstService', 'longUnseen') order by id limit 20 for update`,
);
/** What was planned because a car did not come. */
export const askedBack = (work: Work, vehicleId: string) => work.rows(asked, { vehicleId });
