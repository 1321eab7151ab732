import {
  defineImportKind,
  type KeptList,
  type Placed,
  type RowRead,
  type RowToWrite,
} from '#modules/imports/server/index.ts';
import { type NamedUnit, unitsNamed } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { formatFen } from '#shared/money.ts';
import { today } from './places.ts';
import { insertItems } from './queries.ts';
import {
  changedSince,
  type Found,
  foundAt,
  holdPlaces,
  type ItemThere,
  importedRows,
  takeOutItems,
} from './queries-imported.ts';
import { columnsOf, type ItemColumns, modelOf, saysTheSame } from './terms.ts';

/** What a row will be on the list, and which edition it was compared with. */
interface Staged {
  item: ItemThere & { orgUnitId: string };
  columns: ItemColumns;
  beforeId: string | null;
  isUnchanged: boolean;
}
type Values = RowRead['values'];

defineImportKind({
  kind: 'prices',
  place: placeRows,
  repeats: () => true,
  hasChanged,
  write,
  takeBack,
});

/** Compares every row with what holds at its unit on its day: new, changed, unchanged, or refused. */
async function placeRows(
  work: Work,
  list: KeptList,
  rows: readonly RowRead[],
): Promise<readonly Placed[]> {
  const shops = await shopsOf(work, rows);
  const day = today(work);
  const items = rows.map((row) => itemOf(row, placeOf(row, list, shops), day));
  const known = items.flatMap((item) => item ?? []);
  const found = await foundAt(work, known);
  const foundOf = new Map(known.map((item, at) => [item, found[at]!]));
  return rows.map((row, at) => {
    const item = items[at];
    if (!item) return { subject: null };
    const staged = stagedOf(row, item, foundOf.get(item)!, day);
    return { subject: subjectOf(item), ...(staged && { staged }) };
  });
}

const subjectOf = ({ orgUnitId, kind, code, model }: Staged['item']) =>
  `${orgUnitId} ${kind} ${code} ${model}`;

async function shopsOf(work: Work, rows: readonly RowRead[]): Promise<readonly NamedUnit[]> {
  const names = [...new Set(rows.flatMap(({ values }) => values.shop ?? []))];
  return names.length > 0 ? unitsNamed(work, names) : [];
}

/** The unit whose price it is: of the list, or the one that the row names, at it or below. */
function placeOf(
  { values: { shop }, faults }: RowRead,
  list: KeptList,
  shops: readonly NamedUnit[],
): { orgUnitId: string; orgPath: string } | undefined {
  if (shop === null) return { orgUnitId: list.orgUnitId, orgPath: list.orgPath };
  const called = shops.filter(({ name, code }) => name === shop || code === shop);
  const within = called.filter(({ path }) => path.startsWith(list.orgPath));
  const open = within.filter(({ isClosed }) => !isClosed);
  const [unit] = open;
  if (unit && open.length === 1) return { orgUnitId: unit.id, orgPath: unit.path };
  const code =
    open.length > 1
      ? 'shop_ambiguous'
      : within.length > 0
        ? 'shop_closed'
        : called.length > 0
          ? 'shop_outside'
          : 'shop_unknown';
  faults.push({ code, field: 'shop', text: shop });
  return undefined;
}

/** Compared on its own day, and not before today: what held in between matters to nobody. */
function itemOf(
  { values }: RowRead,
  place: { orgUnitId: string; orgPath: string } | undefined,
  now: string,
): Staged['item'] | undefined {
  const { itemKind, itemCode, validFrom } = values;
  if (!place || itemKind === null || itemCode === null || itemCode === '') return undefined;
  const day = validFrom !== null && validFrom > now ? validFrom : now;
  const model = itemKind === 'job' ? modelOf(values.model ?? '') : '';
  return { ...place, kind: itemKind, code: itemCode, model, day };
}

function stagedOf(
  row: RowRead,
  item: Staged['item'],
  found: Found,
  now: string,
): Staged | undefined {
  const { values, faults, warnings, tidied } = row;
  const { itemName, validFrom, itemKind } = values;
  if (faults.length > 0 || itemName === null || itemKind === null) return undefined;
  const columns = columnsOf(itemKind, item.code, termsOf(values, itemName));
  const before = found.id !== null && found.standing === 'offered' ? found : undefined;
  const isUnchanged = before !== undefined && saysTheSame(columns, before);
  const note = { field: 'priceFen', text: '' } as const;
  if (isUnchanged) tidied.push({ code: 'price_unchanged', ...note });
  else if (found.wasListed && validFrom !== null && validFrom < now)
    faults.push({ code: 'price_day_past', field: 'validFrom', text: validFrom });
  else if (!before) tidied.push({ code: 'price_new', ...note });
  else warnings.push({ code: 'price_changes', ...note, hint: changeOf(before, columns) });
  const day = found.wasListed ? item.day : (validFrom ?? now);
  return { item: { ...item, day }, columns, beforeId: found.id, isUnchanged };
}

const termsOf = (values: Values, name: string) => ({
  name,
  standardHours: values.standardHours ?? undefined,
  hoursSource: values.hoursSource ?? undefined,
  workGrade: values.workGrade ?? undefined,
  rateGrade: values.rateGrade ?? undefined,
  priceFen: values.priceFen ?? undefined,
  measure: values.measure ?? undefined,
  origin: values.origin ?? undefined,
  guaranteeDays: values.guaranteeDays ?? undefined,
  guaranteeKm: values.guaranteeKm ?? undefined,
});

/** What stood there and what will: the price, the hours, else that other things change. */
function changeOf(
  before: { priceFen: number | null; standardHours: number | null },
  after: ItemColumns,
): { 'zh-CN': string; en: string } {
  const price = (fen: number | null) => (fen === null ? '—' : formatFen(fen));
  const hours = (hundredths: number | null) => String((hundredths ?? 0) / 100);
  const zh: string[] = [];
  const en: string[] = [];
  if (before.priceFen !== after.priceFen) {
    zh.push(`价格 ${price(before.priceFen)} → ${price(after.priceFen)}`);
    en.push(`Price ${price(before.priceFen)} → ${price(after.priceFen)}`);
  }
  if (before.standardHours !== after.standardHours) {
    zh.push(`工时 ${hours(before.standardHours)} → ${hours(after.standardHours)}`);
    en.push(`Hours ${hours(before.standardHours)} → ${hours(after.standardHours)}`);
  }
  if (zh.length === 0)
    return { 'zh-CN': '价格不变，其他内容有改动。', en: 'Other than the price.' };
  return { 'zh-CN': `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}

const stagedIn = (rows: readonly RowToWrite[]): Staged[] =>
  rows.flatMap(({ staged }) => (staged as Staged | null) ?? []);

/** Somebody wrote a price since the rows were judged. */
async function hasChanged(
  work: Work,
  _list: KeptList,
  rows: readonly RowToWrite[],
): Promise<boolean> {
  const staged = stagedIn(rows);
  await holdPlaces(work, [...new Set(staged.map(({ item }) => item.orgUnitId))]);
  const now = today(work);
  const found = await foundAt(
    work,
    staged.map(({ item }) => ({ ...item, day: item.day > now ? item.day : now })),
  );
  return found.some(({ id }, at) => id !== staged[at]!.beforeId);
}

async function write(work: Work, list: KeptList, rows: readonly RowToWrite[]): Promise<number> {
  const fresh = stagedIn(rows).filter(({ isUnchanged }) => !isUnchanged);
  await insertItems(
    work,
    fresh.map(({ item: { day, ...item }, columns }) => ({
      ...item,
      ...columns,
      validFrom: day,
      standing: 'offered',
      importBatchId: list.id,
      createdBy: list.createdBy,
    })),
  );
  return fresh.length;
}

/** Editions go, as long as no newer one stands on them; a row that changed nothing has nothing to take back. */
async function takeBack(work: Work, list: KeptList) {
  const rows = await importedRows(work, list.id);
  const stayed = await changedSince(work, list.id);
  const kept = new Map(stayed.map(({ subject, isQuoted }) => [subject, isQuoted]));
  await takeOutItems(work, list.id);
  return {
    gone: rows.filter(({ subject }) => !kept.has(subject)).map(({ rowNo }) => rowNo),
    stayed: rows
      .filter(({ subject }) => kept.has(subject))
      .map(({ rowNo, subject }) => ({
        rowNo,
        code: kept.get(subject) ? ('price_quoted' as const) : ('newer_price' as const),
      })),
  };
}
