import type { SheetRow } from '#shared/cells.ts';
import {
  asKnown,
  colleaguesOnFile,
  digits,
  type House,
  KnownColleagues,
  noteHouse,
  relateColleague,
} from './colleagues.ts';
import type { ImportField, Mapping } from './fields.ts';
import { type Header, kindOfRow } from './header.ts';
import { type ImportKind, kinds } from './kinds.ts';
import { findOwner, nameOwner, ownersToFind } from './owners.ts';
import { type KnownRecord, KnownRecords, relate } from './relations.ts';
import { tidyRow } from './tidy.ts';
import { holds, type Judgement, type TidyRow, type TidyValues } from './verdict.ts';

/** What a person typed over a held cell, by row number of the sheet and field. */
type Corrections = ReadonlyMap<number, Readonly<Partial<Record<ImportField, string>>>>;

export interface JudgingPlan {
  /** The old customer list unless given. */
  kind?: ImportKind;
  header: Header | undefined;
  mapping: Mapping;
  /** The day of the import in the shop's zone, `YYYY-MM-DD`. */
  today: string;
  corrections?: Corrections;
  /** Rows of a returned list, by the number of the row that each replaces. */
  returned?: ReadonlyMap<number, SheetRow>;
  /** For a list of employees: the house that rows are compared with. */
  lookUpHouse?: LookUpHouse;
}

/** A vehicle on file with its customer, or a customer without a vehicle. */
export interface ArchivedRecord extends Omit<KnownRecord, 'at'> {
  customerId: string;
  vehicleId: string | null;
}

export interface ArchiveKeys {
  phones: string[];
  plates: string[];
  vins: string[];
  /** Names of employees. */
  colleagues: string[];
}

/** Units, posts and people that rows may mean; asked once per batch. */
export type LookUpHouse = (keys: ArchiveKeys, shops: readonly string[]) => Promise<House>;

/** What is on file under any of these keys; asked once per batch. */
export type LookUpArchive = (
  keys: ArchiveKeys,
  /** Of owners without a telephone, for the kinds of lists that look for them. */
  names: readonly string[],
) => Promise<readonly ArchivedRecord[]>;

/** Rows judged before, under any of these keys, in their order: for a list that is judged in parts. */
export type LookUpEarlier = (keys: ArchiveKeys) => Promise<readonly KnownRecord[]>;

export interface JudgedRow {
  row: SheetRow;
  judgement: Judgement;
}

/**
 * Judges an imported list batch by batch (ARC-09): every data row with its values, its faults and
 * its relation to earlier rows and to the archive. Blank rows, totals and headings are left out.
 * Only the keys of earlier rows are kept, so that memory stays small however long the list is.
 */
export async function* judge(
  batches: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>,
  plan: JudgingPlan,
  lookUpArchive: LookUpArchive = async () => [],
  lookUpEarlier: LookUpEarlier = async () => [],
): AsyncGenerator<JudgedRow[]> {
  const earlierRows = new KnownRecords();
  const colleagues = new KnownColleagues();
  for await (const batch of batches) {
    const tidied = tidyRows(batch, plan);
    const keys = keysOf(tidied);
    const earlier = await lookUpEarlier(keys);
    const { findsOwners, isOfPeople } = kinds[plan.kind ?? 'customers'];
    if (isOfPeople) {
      const house = await plan.lookUpHouse!(keys, shopsOf(tidied));
      for (const { at, employeeName, phone } of earlier) {
        colleagues.add({ at, name: employeeName ?? '', phone: phone && digits(phone) });
      }
      yield judgeColleagues(tidied, colleagues, house);
      continue;
    }
    for (const record of earlier) earlierRows.add(record);
    const records = await lookUpArchive(keys, findsOwners ? ownersToFind(tidied) : []);
    const archive = onFile(records);
    yield tidied.map(({ row, ...tidy }) => {
      if (findsOwners) nameOwner(tidy, earlierRows, archive);
      const relation =
        relate(tidy.values, earlierRows, archive) ??
        (findsOwners ? findOwner(tidy, records) : null);
      earlierRows.add(known(row.number, tidy.values));
      const isHeld = tidy.faults.length > 0 || (relation !== null && holds(relation.code));
      return { row, judgement: { row: row.number, isHeld, relation, ...tidy } };
    });
  }
}

/** The data rows of a batch, read: not yet compared with anything. */
export const tidyRows = (batch: readonly SheetRow[], plan: JudgingPlan) =>
  batch
    .filter((row) => kindOfRow(row, plan.header) === 'data')
    .map((row) => corrected(row, plan))
    .map((row) => ({ row, ...tidyRow(row, plan.mapping, plan.today, plan.kind) }));

const shopsOf = (rows: readonly TidyRow[]) => [
  ...new Set(rows.map(({ values }) => values.shop).filter((shop) => shop !== null)),
];

function judgeColleagues(
  rows: readonly (TidyRow & { row: SheetRow })[],
  earlier: KnownColleagues,
  house: House,
): JudgedRow[] {
  const onFile = colleaguesOnFile(house);
  return rows.map(({ row, ...tidy }) => {
    noteHouse(tidy, house);
    const relation = relateColleague(tidy.values, earlier, onFile);
    earlier.add(asKnown(row.number, tidy.values));
    const isHeld = tidy.faults.length > 0 || relation !== null;
    return { row, judgement: { row: row.number, isHeld, relation, ...tidy } };
  });
}

function corrected(original: SheetRow, { mapping, corrections, returned }: JudgingPlan): SheetRow {
  const row = returned?.get(original.number) ?? original;
  const changes = Object.entries(corrections?.get(row.number) ?? {}) as [ImportField, string][];
  if (changes.length === 0) return row;
  const cells = [...row.cells];
  for (const [field, text] of changes) {
    const column = mapping[field];
    if (column === undefined) continue;
    while (cells.length <= column) cells.push(null);
    cells[column] = text === '' ? null : { text };
  }
  return { ...row, cells };
}

function onFile(found: readonly ArchivedRecord[]): KnownRecords {
  const records = new KnownRecords();
  for (const { customerId, vehicleId, ...keys } of found) {
    records.add({ ...keys, at: { kind: 'archive', customerId, vehicleId } });
  }
  return records;
}

/** By which keys rows may be the same as others. */
export function keysOf(rows: readonly { values: TidyValues }[]): ArchiveKeys {
  const distinct = (field: 'phone' | 'plate' | 'vin' | 'employeeName') => [
    ...new Set(rows.map(({ values }) => values[field]).filter((key) => key !== null)),
  ];
  return {
    phones: distinct('phone'),
    plates: distinct('plate'),
    vins: distinct('vin'),
    colleagues: distinct('employeeName'),
  };
}

function known(
  row: number,
  { customerName, phone, plate, vin, lastVisitOn }: TidyValues,
): KnownRecord {
  return { at: { kind: 'row', row }, customerName, phone, plate, vin, lastVisitOn };
}
