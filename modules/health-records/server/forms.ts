import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { Platform } from '../contract.ts';
import type { Facts } from './queries.ts';

/** `20261121`, as the interface writes days. */
const dayOf = (at: Date) => dateIn(zoneOfTenant, at).replaceAll('-', '');

/** How the platforms want their messages; three client programs of the interface agree on the fields (JT/T 1132.4-2017). */
const wrapped: Readonly<Record<Platform['form'], (fields: object, at: Date) => object>> = {
  flat: (fields) => fields,
  /** Chengdu: 交易信封. */
  enveloped: (fields, at) => ({
    transaction: {
      header: { date: dayOf(at), time: timeIn(zoneOfTenant, at).replaceAll(':', '').slice(0, 6) },
      body: { reqInfo: fields },
    },
  }),
};
export const wrap = (form: Platform['form'], fields: object, at: Date) => wrapped[form](fields, at);

/** The name of a part is cut where the other programs cut it. */
const longestPartName = 50;
const longestFault = 500;
/** A mobile number within somebody's words. */
const phones = /1[3-9]\d{9}/g;

/** What the platform is told of a visit: the car and the work, nothing of the customer. */
export function recordOf(facts: Facts, { companyName }: Pick<Platform, 'companyName'>) {
  const parts = facts.lines.flatMap((line) => line.parts);
  return {
    basicInfo: {
      vehicleplatenumber: facts.plate,
      companyname: companyName,
      vin: facts.vin,
      repairdate: dayOf(facts.receivedAt),
      repairmileage: String(facts.mileageKm),
      settledate: dayOf(facts.settledAt),
      faultdescription: facts.customerWords.replaceAll(phones, '').slice(0, longestFault),
      costlistcode: facts.number,
    },
    vehiclepartslist: parts.map(({ name, number, quantityThousandths }) => ({
      partsname: name.slice(0, longestPartName),
      partsquantity: String(quantityThousandths / 1000),
      partscode: number,
    })),
    repairprojectlist: facts.lines.map(({ description, standardMinutes }) => ({
      repairproject: description,
      workinghours: String(Math.round((standardMinutes / 60) * 100) / 100),
    })),
  };
}
