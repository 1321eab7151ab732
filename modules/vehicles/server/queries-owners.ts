/**
 * Whether a row is of somebody who owned its car once and sold it (ARC-05): who looks at the car afterwards sees what
 * was done to it, not his name, his words and his money. `row` has `vehicle_id` and `customer_id`.
 */
export const ofFormerOwner = (row: string, ownerId: string) =>
  `(${row}.customer_id is distinct from ${ownerId} and exists (
     select from vehicle_owners former where former.tenant_id = :tenant and former.vehicle_id = ${row}.vehicle_id
        and former.customer_id = ${row}.customer_id and former.until_on is not null))`;
