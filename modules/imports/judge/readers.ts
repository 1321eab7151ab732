import { maskBirthday, readBirthday } from '#shared/birthdays.ts';
import type { Cell } from '#shared/cells.ts';
import { readDate } from '#shared/dates.ts';
import { plainText } from '#shared/hint.ts';
import { readPhone } from '#shared/phones.ts';
import { readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';
import { readAmount, readPoints, readUses } from './amounts.ts';
import type { ImportField } from './fields.ts';
import { priceReaders } from './price-readers.ts';
import type { FaultCode, Finding, TidiedCode, TidyValues, WarningCode } from './verdict.ts';

/** Where a reader says what it found in its cell. */
export interface Notes {
  today: string;
  fault(code: FaultCode, more?: Advice): void;
  warn(code: WarningCode, more?: Advice): void;
  tidied(code: TidiedCode): void;
}

type Advice = Pick<Finding<never>, 'hint' | 'suggestion'>;
type Reader<Value> = (cell: Cell, notes: Notes) => Value;

/** How the cell of each field is read. Only cells that hold something come here. */
export const readers: { [Field in ImportField]: Reader<TidyValues[Field]> } = {
  serialNo: ({ text }) => text.trim(),
  customerName: readText,
  phone: identifier(readPhoneCell),
  address: readText,
  birthday: identifier(readBirthdayCell),
  plate: identifier(readPlateCell),
  vin: identifier(readVinCell),
  model: readText,
  vehicleType: readText,
  lastVisitOn: identifier(readVisitDay),
  nextMaintenanceOn: identifier(readDay),
  mileageKm: identifier(readMileage),
  maintenanceItems: readText,
  intervalMonths: identifier(readInterval),
  intervalKm: identifier(readInterval),
  wishes: readText,
  history: readText,
  firstRegisteredOn: identifier(readVisitDay),
  insuranceUntil: identifier(readDay),
  remark: readText,
  employeeName: readEmployeeName,
  post: identifier(readWord),
  shop: identifier(readWord),
  memberNo: identifier(readWord),
  tier: identifier(readWord),
  points: identifier(readPoints),
  pointsUntil: identifier(readLastDay),
  principalFen: identifier(readAmount),
  giftFen: identifier(readAmount),
  packageName: identifier(readPackageName),
  packageUses: identifier(readUses),
  packageUntil: identifier(readLastDay),
  packageUnitFen: identifier(readAmount),
  listOn: identifier(readListDay),
  ...priceReaders,
};

/** A person skims over a longer text; it is kept whole all the same. */
const longTextFrom = 100;
/** Text that a spreadsheet would run if it were not kept as text (D-53). */
const formulaLike = /^\s*[=+\-@].|^[\t\r]/;
/** What people write into a cell to say that there is nothing. */
const emptyMark = /^(?:[-—–/\\]+|无|暂无|没有|未知|不详|未上牌|n\/a|#n\/a|null)$/i;
/** No car has gone ten million kilometres; such a number is a phone or a slip. */
const highestMileageKm = 9_999_999;

/** Small numbers shown as dates fall into 1900; no list of a repair shop reaches back so far. */
const earliestVisit = '1980-01-01';

function identifier<Value>(read: Reader<Value | null>): Reader<Value | null> {
  return (cell, notes) => (emptyMark.test(cell.text.trim()) ? null : read(cell, notes));
}

function readText({ text }: Cell, notes: Notes): string {
  if (formulaLike.test(text)) notes.tidied('formula_like_text');
  if (text.length >= longTextFrom) notes.tidied('long_text');
  return text.trim();
}

/** As long as the field of the file is. */
const longestName = 80;

/** 张 三 is 张三: names of two characters are often spaced out to line up with those of three. */
function readEmployeeName({ text }: Cell, notes: Notes): string | null {
  const name = plainText(text).replace(/\s+/g, ' ');
  const bare = /\p{Script=Han}/u.test(name) ? name.replaceAll(' ', '') : name;
  const isName = /\p{L}/u.test(bare) && bare.length <= longestName && !emptyMark.test(bare);
  if (!isName) notes.fault('employee_unnamed');
  return isName ? bare : null;
}

function readWord({ text }: Cell): string {
  return plainText(text).replace(/\s+/g, ' ');
}

function readPhoneCell({ text, number }: Cell, notes: Notes): string | null {
  const reading = readPhone(number ?? text);
  if (reading.kind === 'faulty') {
    notes.fault(reading.code, { hint: reading.hint });
    return null;
  }
  if (number !== undefined) notes.tidied('phone_numeric');
  else if (/[０-９]/.test(text)) notes.tidied('phone_fullwidth');
  else if (text.trim() !== reading.phone) notes.tidied('phone_separators');
  return reading.phone;
}

function readPlateCell({ text }: Cell, notes: Notes): string | null {
  const reading = readPlate(text);
  if (reading.kind === 'faulty') {
    notes.fault(reading.code, { hint: reading.hint, suggestion: reading.suggestion });
    return null;
  }
  if (text.trim() !== reading.plate) notes.tidied('plate_dot_case');
  return reading.plate;
}

function readVinCell({ text }: Cell, notes: Notes): string | null {
  const reading = readVin(text);
  if (reading.kind === 'faulty') {
    const suggestion = reading.code === 'vin_letter' ? reading.suggestion : undefined;
    notes.fault(reading.code, { hint: reading.hint, suggestion });
    return null;
  }
  if (reading.kind === 'warn') notes.warn(reading.code, { hint: reading.hint });
  if (text !== reading.vin) notes.tidied('vin_case_space');
  return reading.vin;
}

/** 3月7日 typed into a spreadsheet becomes a day of that year: nobody so young brings a car, the year is the program's. */
const youngest = 3;
function readBirthdayCell({ text, number, date }: Cell, notes: Notes): string | null {
  const day = number === undefined ? undefined : readDate(date ?? number);
  const told = day?.kind === 'date' ? day.date : text;
  const reading = readBirthday(told, notes.today);
  if (reading.kind === 'faulty') {
    notes.fault(reading.code, { hint: reading.hint });
    return null;
  }
  const { birthday } = reading;
  const isFilledIn = told !== text || date !== undefined;
  const isYoung = Number(birthday.slice(0, 4)) > Number(notes.today.slice(0, 4)) - youngest;
  if (!isFilledIn || !isYoung) return birthday;
  notes.tidied('birthday_year');
  return maskBirthday(birthday);
}

function readVisitDay(cell: Cell, notes: Notes): string | null {
  const day = readDay(cell, notes);
  if (day === null) return null;
  if (day >= earliestVisit && day <= notes.today) return day;
  notes.fault(day > notes.today ? 'date_future' : 'date_invalid');
  return null;
}

function readDay({ text, number, date }: Cell, notes: Notes): string | null {
  const reading = readDate(date ?? number ?? text);
  if (reading.kind === 'date') return reading.date;
  notes.fault(reading.code, { hint: reading.hint });
  return null;
}

/** The last day of something that is still good. */
function readLastDay(cell: Cell, notes: Notes): string | null {
  const day = readDay(cell, notes);
  if (day === null || day >= notes.today) return day;
  notes.fault('day_over');
  return null;
}

function readListDay(cell: Cell, notes: Notes): string | null {
  const day = readDay(cell, notes);
  if (day === null || day <= notes.today) return day;
  notes.fault('list_day_future');
  return null;
}

/** As long as the name of a package may be. */
const longestPackage = 60;

function readPackageName(cell: Cell, notes: Notes): string | null {
  const name = readWord(cell);
  if (name.length <= longestPackage) return name;
  notes.fault('package_name_long');
  return null;
}

function readMileage({ text, number }: Cell, notes: Notes): number | null {
  const mileageKm = number ?? measured(text, /公里|千米|km/i);
  if (mileageKm === undefined) {
    notes.fault('mileage_text', { suggestion: mileageMeantBy(text) });
    return null;
  }
  if (mileageKm < 0) notes.fault('mileage_negative');
  else if (mileageKm > highestMileageKm) notes.fault('mileage_too_large');
  else {
    const whole = Math.round(mileageKm);
    if (text.trim() !== String(whole)) notes.tidied('mileage_unit');
    return whole;
  }
  return null;
}

function readInterval({ text, number }: Cell, notes: Notes): number | null {
  const interval = number ?? measured(text, /个?月|公里|千米|km/i);
  if (interval !== undefined && interval > 0 && interval <= highestMileageKm) {
    return Math.round(interval);
  }
  notes.warn('interval_unreadable');
  return null;
}

/** A number with nothing but thousands commas and its unit beside it. */
function measured(text: string, unit: RegExp): number | undefined {
  const bare = plainText(text)
    .replace(/[,\s]/g, '')
    .replace(new RegExp(`(?:${unit.source})$`, unit.flags), '');
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}

/** 约49772公里 probably means 49772, 4.9万 means 49000; the person decides. */
function mileageMeantBy(text: string): string | undefined {
  const [, digits, tenThousand] =
    /(\d+(?:\.\d+)?)(万)?/.exec(plainText(text).replace(/,/g, '')) ?? [];
  if (!digits) return undefined;
  return String(Math.round(Number(digits) * (tenThousand ? 10_000 : 1)));
}
