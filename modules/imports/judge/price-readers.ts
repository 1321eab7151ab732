import type { Cell } from '#shared/cells.ts';
import { readDate } from '#shared/dates.ts';
import { plainText } from '#shared/hint.ts';
import { readFen } from '#shared/money.ts';
import type { PriceValues } from './price-fields.ts';
import type { Notes } from './readers.ts';
import type { FaultCode } from './verdict.ts';

type Reader<Value> = (cell: Cell, notes: Notes) => Value;

/** How the cells of a price list are read. */
export const priceReaders: { [Field in keyof PriceValues]: Reader<PriceValues[Field]> } = {
  itemKind: oneWord('item_kind_unknown', [
    ['job', /工时|维修|项目|作业|服务|保养|^job$|^labou?r$/i],
    ['part', /配件|零件|材料|商品|^parts?$/i],
  ]),
  itemCode: unlessEmpty(({ text }, notes) => fitting(plainText(text).toUpperCase(), 40, notes)),
  itemName: unlessEmpty(({ text }, notes) => fitting(text, 120, notes)),
  standardHours: unlessEmpty(readHours),
  hoursSource: oneWord('hours_source_unknown', [
    ['maker', /厂家|生产厂|主机厂|厂方|制造|^maker$/i],
    ['industry', /行业|协会|地方标准|^industry$/i],
    ['shop', /企业|备案|本店|自定|自行|shop$/i],
  ]),
  workGrade: oneWord('work_grade_unknown', [
    ['overhaul', /整车|大修|^overhaul$/i],
    ['assembly', /总成|^assembly/i],
    ['secondary', /二级|^second/i],
    ['primary', /一级|^first/i],
    ['minor', /小修|^minor/i],
    ['special', /专项|^special/i],
  ]),
  rateGrade: unlessEmpty(({ text }, notes) => fitting(plainText(text), 20, notes)),
  priceFen: unlessEmpty(readPrice),
  measure: unlessEmpty(({ text }, notes) => fitting(plainText(text), 20, notes)),
  origin: oneWord('origin_unknown', [
    ['equivalent', /同质|^equivalent$/i],
    ['repaired', /修复|再制造|翻新|^repaired$/i],
    ['original', /原厂|正厂|^original$|^oem?$/i],
  ]),
  guaranteeDays: unlessEmpty((cell, notes) => readWhole(cell, notes, 10_000)),
  guaranteeKm: unlessEmpty((cell, notes) => readWhole(cell, notes, 9_999_999)),
  validFrom: unlessEmpty(readFrom),
};

/** What people write into a cell to say that there is nothing. */
const emptyMark = /^(?:[-—–/\\]+|无|暂无|没有|未定价|n\/a|#n\/a|null)$/i;

function unlessEmpty<Value>(read: Reader<Value | null>): Reader<Value | null> {
  return (cell, notes) => (emptyMark.test(cell.text.trim()) ? null : read(cell, notes));
}

function oneWord<const Word extends string>(
  fault: FaultCode,
  words: readonly (readonly [Word, RegExp])[],
): Reader<Word | null> {
  return unlessEmpty(({ text }, notes) => {
    const said = plainText(text).trim();
    const [word] = words.find(([, pattern]) => pattern.test(said)) ?? [];
    if (word === undefined) notes.fault(fault);
    return word ?? null;
  });
}

/** A text as long as its field takes: a longer one is not cut, since a cut code is another code. */
function fitting(text: string, longest: number, notes: Notes): string | null {
  const tidy = text.replace(/\s+/g, ' ').trim();
  if (tidy.length <= longest) return tidy;
  notes.fault('price_text_long');
  return null;
}

function readPrice({ text, number }: Cell, notes: Notes): number | null {
  const read = readFen(number ?? text);
  if (read.kind === 'faulty') notes.fault('price_invalid', { hint: read.hint });
  else if (read.fen < 0) notes.fault('price_negative');
  else if (read.fen > mostFen) notes.fault('price_invalid');
  else return read.fen;
  return null;
}
const mostFen = 100_000_000_00;

/** `1.5`, `1.5小时`, `1.5h`; finer than a hundredth of an hour nobody measures. */
function readHours({ text, number }: Cell, notes: Notes): number | null {
  const bare = plainText(text)
    .replace(/[,\s]/g, '')
    .replace(/(?:个?小时|工时|hours?|hrs?|h)$/i, '');
  const hours = number ?? (/^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN);
  const hundredths = Math.round(hours * 100);
  const isFine = Math.abs(hours * 100 - hundredths) < 1e-6;
  if (isFine && hundredths >= 0 && hundredths <= 100_000) return hundredths;
  notes.fault('hours_invalid');
  return null;
}

function readWhole({ text, number }: Cell, notes: Notes, most: number): number | null {
  const bare = plainText(text)
    .replace(/[,\s]/g, '')
    .replace(/(?:天|日|公里|千米|km|days?)$/i, '');
  const whole = number ?? (/^\d+$/.test(bare) ? Number(bare) : Number.NaN);
  if (Number.isInteger(whole) && whole >= 0 && whole <= most) return whole;
  notes.fault('guarantee_invalid');
  return null;
}

function readFrom({ text, number, date }: Cell, notes: Notes): string | null {
  const read = readDate(date ?? number ?? text);
  if (read.kind === 'date') return read.date;
  notes.fault(read.code, { hint: read.hint });
  return null;
}
