import { newId } from '#platform/ids.ts';
import { plainText } from '#shared/hint.ts';
import type { ArchivedRecord } from '../judge/judge.ts';
import type { Relation, TidyValues } from '../judge/verdict.ts';
import type { JudgedStoredRow } from './judging.ts';
import type { EarlierRow } from './queries.ts';

export interface StagedIds {
  customerId: string;
  vehicleId: string | null;
}

/** What is already known when a part is staged: rows before it, and what is on file. */
export interface Known {
  earlier: readonly EarlierRow[];
  archive: readonly ArchivedRecord[];
}

interface Place extends StagedIds {
  customerName: string | null;
}

/**
 * Says for every row which customer and vehicle it will be: a new one, one of an earlier row, or one on file. A row
 * that stays out gets its place all the same, so that others which belong to it still come together.
 */
export class Staging {
  private readonly byRow = new Map<number, Place>();
  private readonly byPerson = new Map<string, string>();
  private readonly onFile = new Map<string, string | null>();
  private readonly now: Date;

  constructor(now: Date, { earlier, archive }: Known) {
    this.now = now;
    for (const record of archive) {
      this.remember(record, record.customerId);
      this.onFile.set(record.customerId, record.customerName);
    }
    for (const { rowNo, customerName, phone, customerId, vehicleId } of earlier) {
      if (customerId === null) continue;
      this.byRow.set(rowNo, { customerId, vehicleId, customerName });
      this.remember({ phone, customerName }, customerId);
    }
  }

  place({ stored, judgement, decision }: JudgedStoredRow): StagedIds {
    const { values, relation } = judgement!;
    const other = this.otherOf(relation);
    const ids = {
      customerId: this.customerOf(values, relation, decision, other),
      vehicleId: this.vehicleOf(values, relation, other),
    };
    this.byRow.set(stored.rowNo, { ...ids, customerName: values.customerName });
    this.remember(values, ids.customerId);
    return ids;
  }

  private otherOf(relation: Relation | null): Place | undefined {
    if (!relation) return undefined;
    if (relation.to.kind === 'row') return this.byRow.get(relation.to.row);
    if (relation.to.kind === 'person') return undefined;
    const { customerId, vehicleId } = relation.to;
    return { customerId, vehicleId, customerName: this.onFile.get(customerId) ?? null };
  }

  private customerOf(
    values: TidyValues,
    relation: Relation | null,
    decision: JudgedStoredRow['decision'],
    other: Place | undefined,
  ): string {
    const isSame =
      decision === 'asOne' ||
      relation?.code === 'second_vehicle_of' ||
      relation?.code === 'duplicate_row' ||
      (relation?.code === 'same_vin_other_plate' &&
        bareName(values.customerName) === bareName(other?.customerName ?? null));
    if (isSame && other) return other.customerId;
    return this.byPerson.get(personKey(values) ?? '') ?? newId(this.now);
  }

  private vehicleOf(
    { plate, vin }: TidyValues,
    relation: Relation | null,
    other: Place | undefined,
  ): string | null {
    if (plate === null && vin === null) return null;
    return (relation && sameVehicle.has(relation.code) && other?.vehicleId) || newId(this.now);
  }

  private remember(values: Pick<TidyValues, 'phone' | 'customerName'>, customerId: string): void {
    const key = personKey(values);
    if (key !== null && !this.byPerson.has(key)) this.byPerson.set(key, customerId);
  }
}

const sameVehicle = new Set<Relation['code']>([
  'duplicate_row',
  'same_vehicle_other_customer',
  'same_vin_other_plate',
]);

const bareName = (name: string | null) => plainText(name ?? '').replace(/\s/g, '');
const personKey = ({ phone, customerName }: Pick<TidyValues, 'phone' | 'customerName'>) =>
  phone === null ? null : `${phone} ${bareName(customerName)}`;
