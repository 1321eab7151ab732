import { identifiedPlate, identifiedVin } from '#modules/vehicles/server/index.ts';
import type { Pinyin } from '#platform/pinyin.ts';
import { grams } from '#shared/search-text.ts';
import type { TidyValues } from '../judge/verdict.ts';

/** What a row will be in the archive: texts fit their fields, names have their pinyin. `null`: the list says nothing. */
export interface Staged {
  customer: {
    kind: 'person' | 'company';
    name: string;
    namePinyin: string;
    nameInitials: string;
    grams: string[];
    phone: string | null;
    address: string | null;
    birthday: string | null;
    wishes: string | null;
  };
  vehicle: {
    plate: string | null;
    plateType: ReturnType<typeof identifiedPlate>['plateType'];
    plateColour: ReturnType<typeof identifiedPlate>['plateColour'];
    vin: string | null;
    vinWarning: string;
    model: string | null;
    vehicleType: string | null;
    maintenanceItems: string | null;
    intervalMonths: number | null;
    intervalKm: number | null;
    nextMaintenanceOn: string | null;
    mileageKm: number | null;
    historyNote: string | null;
    firstRegisteredOn: string | null;
    insuranceUntil: string | null;
    remark: string | null;
  };
}

/** As long as the fields of the archive are (contracts of customers and vehicles). */
const longest = {
  customerName: 80,
  address: 200,
  wishes: 2000,
  model: 80,
  vehicleType: 40,
  maintenanceItems: 500,
  remark: 1000,
} as const;
const longestHistory = 4000;
const intervals = { months: [1, 120], km: [500, 200_000] } as const;

const company =
  /公司|集团|企业|厂$|中心$|银行|医院|学校|政府|管理局|委员会|合作社|事务所|租赁|物流|酒店|工程队/;

/** Prepares a row for the archive. A text that is longer than its field is cut there and stands whole in the history. */
export function stagedOf(values: TidyValues, pinyin: (name: string) => Pinyin): Staged {
  const { fitted, overflow } = shortened(values);
  const name = fitted.customerName ?? '';
  const { full, initials } = pinyin(name);
  const { plateType, plateColour } = identifiedPlate(values.plate ?? '', true);
  const history = [values.history, ...overflow].filter((text) => text !== null).join('\n');
  return {
    customer: {
      kind: company.test(name) ? 'company' : 'person',
      name,
      namePinyin: full,
      nameInitials: initials,
      grams: grams(name),
      phone: values.phone,
      address: fitted.address,
      birthday: company.test(name) ? null : values.birthday,
      wishes: fitted.wishes,
    },
    vehicle: {
      plate: values.plate,
      plateType,
      plateColour,
      vin: values.vin,
      vinWarning: identifiedVin(values.vin ?? '').vinWarning,
      model: fitted.model,
      vehicleType: fitted.vehicleType,
      maintenanceItems: fitted.maintenanceItems,
      intervalMonths: within(values.intervalMonths, intervals.months),
      intervalKm: within(values.intervalKm, intervals.km),
      nextMaintenanceOn: values.nextMaintenanceOn,
      mileageKm: values.mileageKm,
      historyNote: history === '' ? null : cut(history, longestHistory),
      remark: fitted.remark,
      firstRegisteredOn: values.firstRegisteredOn,
      insuranceUntil: values.insuranceUntil,
    },
  };
}

function shortened(values: TidyValues) {
  const fields = Object.keys(longest) as (keyof typeof longest)[];
  const tooLong = fields.filter((field) => (values[field] ?? '').length > longest[field]);
  const fitted = Object.fromEntries(
    fields.map((field) => [field, values[field] && cut(values[field], longest[field])]),
  ) as Record<(typeof fields)[number], string | null>;
  return { fitted, overflow: tooLong.map((field) => values[field]) };
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const within = (value: number | null, [least, most]: readonly [number, number]) =>
  value !== null && value >= least && value <= most ? value : null;
