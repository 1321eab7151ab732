import {
  type FormFrame,
  type FormTemplate,
  printedAmount,
  printedMileage,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { type PlateColour, plateParts } from '#shared/plates.ts';
import { type CustomerArchiveWords, customerArchiveWords } from './words.ts';

/**
 * The customer archive as it stands on paper: every field of ARC-01. What is missing is left to the
 * pen. Dates are `YYYY-MM-DD`.
 */
export interface CustomerArchiveSheet {
  readonly archiveNumber?: string;
  readonly name: string;
  readonly kind?: keyof CustomerArchiveWords['kinds'];
  readonly phone?: string;
  /** Name and phone of another person to talk to. */
  readonly otherContact?: string;
  readonly address?: string;
  /** 送修/来访日期. */
  readonly visitedOn?: string;
  readonly filedBy?: string;
  readonly filedOn?: string;
  readonly vehicles: readonly ArchivedVehicle[];
  /** 希望得到的服务, in the customer's words. */
  readonly wishes?: string;
  /** Latest first. */
  readonly history: readonly {
    readonly date: string;
    readonly orderNumber?: string;
    readonly plate?: string;
    readonly mileageKm?: number;
    readonly work: string;
    readonly amountFen?: number;
    readonly advisor?: string;
  }[];
}

interface ArchivedVehicle {
  readonly plate?: { readonly plate: string; readonly colour: PlateColour };
  /** 车种: 小型轿车, 大型货车. */
  readonly kind?: string;
  readonly model?: string;
  readonly vin?: string;
  readonly mileageKm?: number;
  readonly registeredOn?: string;
  readonly maintenanceItems?: string;
  /** 保养周期: by months, by kilometres or both, whichever comes first. */
  readonly maintenanceInterval?: { readonly months?: number; readonly mileageKm?: number };
  readonly nextMaintenance?: { readonly date?: string; readonly mileageKm?: number };
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(
  new URL('./customer-archive.typ', import.meta.url),
);

/** The customer archive (客户档案基本资料表, FUP-13) as A4 PDF. */
export function printCustomerArchive(
  frame: FormFrame,
  sheet: CustomerArchiveSheet,
): Promise<Printed> {
  const words = customerArchiveWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: sheet.archiveNumber, formNumber: 'CA-01' };
  return printForm(template, frame, heading, bodyOf(words, sheet));
}

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(words: CustomerArchiveWords, sheet: CustomerArchiveSheet) {
  const vehicles = sheet.vehicles.length > 0 ? sheet.vehicles : [{}];
  return {
    words,
    name: sheet.name,
    kind: Object.entries(words.kinds).map(([key, text]) => [text, key === sheet.kind]),
    phone: sheet.phone ?? '',
    otherContact: sheet.otherContact ?? '',
    address: sheet.address ?? '',
    visitedOn: sheet.visitedOn ?? '',
    filedBy: [sheet.filedBy, sheet.filedOn].filter(Boolean).join(' '),
    vehicles: vehicles.map((vehicle) => printedVehicle(words, vehicle)),
    wishes: sheet.wishes ?? '',
    history: sheet.history.map((visit) => [
      visit.date,
      visit.orderNumber ?? '',
      visit.plate ?? '',
      visit.mileageKm?.toLocaleString('en-US') ?? '',
      visit.work,
      printedAmount(visit.amountFen),
      visit.advisor ?? '',
    ]),
  };
}

function printedVehicle(words: CustomerArchiveWords, vehicle: ArchivedVehicle) {
  const { plate } = vehicle;
  return {
    plate: plate ? { ...plateParts(plate.plate), colour: plate.colour } : null,
    kind: vehicle.kind ?? '',
    model: vehicle.model ?? '',
    vin: vehicle.vin ?? '',
    mileage: printedMileage(vehicle.mileageKm),
    registeredOn: vehicle.registeredOn ?? '',
    maintenanceItems: vehicle.maintenanceItems ?? '',
    maintenanceInterval: printedInterval(words, vehicle.maintenanceInterval),
    nextMaintenance: printedDue(words, vehicle.nextMaintenance),
  };
}

function printedInterval(
  words: CustomerArchiveWords,
  { months, mileageKm }: NonNullable<ArchivedVehicle['maintenanceInterval']> = {},
): string {
  if (months === undefined && mileageKm === undefined) return '';
  const { every } = words;
  const pattern =
    mileageKm === undefined ? every.months : months === undefined ? every.mileage : every.both;
  return pattern
    .replace('{months}', String(months))
    .replace('{km}', mileageKm?.toLocaleString('en-US') ?? '');
}

function printedDue(
  words: CustomerArchiveWords,
  { date, mileageKm }: NonNullable<ArchivedVehicle['nextMaintenance']> = {},
): string {
  if (mileageKm === undefined) return date ?? '';
  const pattern = date === undefined ? words.due.mileage : words.due.both;
  return pattern.replace('{date}', date ?? '').replace('{km}', mileageKm.toLocaleString('en-US'));
}
