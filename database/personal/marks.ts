import type { RowOf, Tables } from '../types.generated.ts';

/** What a personal value is; how it is shown to who need not see it whole. */
export const classes = {
  name: 'whole to who may see the record',
  phone: 'middle hidden without customers.reveal',
  address: 'with customers.seeAddress; else down to the district',
  plate: 'with vehicles.seeIdentity; else its hidden signs starred',
  vin: 'with vehicles.seeIdentity; else its middle hidden',
  birthday: 'with customers.reveal; else without the year',
  words: 'whole to who may see the record',
  habits: 'whole to who may see the record',
  picture: 'whole to who may see the record',
  mixed: 'never shown as it lies',
  search: 'never shown',
  device: 'to the person and the owner',
  secret: 'never shown',
} as const;
export type PersonalClass = keyof typeof classes;

/** What it is held for. */
export type Purpose =
  | 'service'
  | 'repairRecord'
  | 'contact'
  | 'proof'
  | 'employment'
  | 'security'
  | 'operation';
/**
 * How long: until the customer has it erased; two years from his last visit, which the rules on motor vehicle repair
 * ask for; as long as the person works here; or until the row falls away by itself, within days or weeks.
 */
export type Keep = 'untilErased' | 'repairRecord' | 'employment' | 'fallsAway';

interface Detail {
  class: PersonalClass;
  keep?: Keep;
  /** Printed by the database out of another column: it goes with that one. */
  isDerived?: true;
  /** May be somebody else than the table's own person: a driver, a relation, who brought the car. */
  isThird?: true;
}
export type Mark = PersonalClass | Detail;

export const kept = (name: PersonalClass): Detail => ({ class: name, keep: 'repairRecord' });
export const derived = (name: PersonalClass): Detail => ({ class: name, isDerived: true });
export const third = (name: PersonalClass): Detail => ({ class: name, isThird: true });

/** Columns that every table has for the machinery. Ids are not marked: what they lead to is. */
export const machinery =
  'tenantId id orgUnitId orgPath version createdAt updatedAt createdBy importBatchId';

interface Personal<T extends keyof Tables> {
  of: 'customer' | 'employee';
  purpose: Purpose;
  keep: Keep;
  personal: { [C in keyof RowOf<T>]?: Mark };
  /** The names of all other columns, which say nothing of a person by themselves. */
  plain: string;
  /**
   * Which rows concern the customer `:customerId`, as SQL; `:ids` are all records of his, `:values` his phones, plates
   * and VINs; `:isErasing` tells erasure from a copy, `:isOver` that the term of the repair record has passed. Every
   * table of customers has it.
   */
  reach?: string;
  /** Holds only copies of what is held elsewhere: left out of the copy that the person gets. */
  isCopy?: true;
  /** What erasure does: values made empty (the default), the row taken away, or what `erase_ledger_words` does. */
  onErasure?: 'row' | 'ledger';
  /** Its rows can be taken away singly: one of a customer whose evidence is held stays (CMP-18), by the statement as by the wall. */
  staysUnderHold?: true;
  /** Besides the marked columns, by erasure: SQL by column. */
  alsoSet?: { [C in keyof RowOf<T>]?: string };
}
interface Impersonal {
  of: 'nobody';
  plain: string;
}
export type TableMarks<T extends keyof Tables> = Personal<T> | Impersonal;
export type MarksOf<Names extends keyof Tables> = { [T in Names]: TableMarks<T> };

/** Looked up one by one by the index of the column: beside a list of ids the planner likes to read the whole table. */
export const among = (column: string, ids: string) => `${column} = any(array(${ids}))`;
export const hisOrders = among(
  'order_id',
  'select o.id from service_orders o where o.tenant_id = :tenant and o.customer_id = :customerId',
);
export const his = 'customer_id = :customerId';
export const hisComplaints = among(
  'complaint_id',
  'select c.id from complaints c where c.tenant_id = :tenant and c.customer_id = :customerId',
);

const idsOfHisVehicles =
  'select v.id from vehicles v where v.tenant_id = :tenant and v.owner_id = :customerId';
export const hisVehicles = among('vehicle_id', idsOfHisVehicles);
/** Each way to a car has its own index; a record that went into one of his cars is his. */
export const hisCars = among(
  'id',
  `${idsOfHisVehicles} union all select m.id from vehicles m
    where m.tenant_id = :tenant and ${among('m.merged_into_id', idsOfHisVehicles)}`,
);
