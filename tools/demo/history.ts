import type { Tables } from '#database/types.generated.ts';
import { pinyinReader } from '#platform/pinyin.ts';
import { addDays, addMonths, daysBetween, instantAt, weekdayOf } from '#shared/dates.ts';
import { grams } from '#shared/search-text.ts';
import { plateOf, vinOf } from './identifiers.ts';
import { givenNames, models, type SampleModel, streets, surnames, wishes } from './lists.ts';
import { Random } from './random.ts';
import type { RowWriter } from './rows.ts';
import { DayNumbers, type Place, type Staff, zone } from './shop.ts';
import { type Visit, Visits } from './visits.ts';

/** Tables of the history, in the order in which rows may refer to each other. */
export const historyTables: readonly (keyof Tables)[] = [
  'customers',
  'consents',
  'vehicles',
  'vehicleOwners',
  'mileageReadings',
  'serviceOrders',
  'jobLines',
  'inspections',
  'releaseCertificates',
  'payments',
  'followUps',
  'followUpCalls',
  'counters',
];

/**
 * Eighteen months of a shop's life, customer by customer, ending three weeks ago: what came after is played through
 * the front door. Deterministic by seed and number of the customer, so that a million look like a thousand.
 */
export class History {
  private readonly pinyin = pinyinReader();
  private readonly numbers = new DayNumbers();
  private readonly place: Place;
  private readonly staff: Staff;
  private readonly lastDay: string;
  private readonly visits: Visits;

  constructor(place: Place, staff: Staff, lastDay: string, isLean: boolean) {
    this.place = place;
    this.staff = staff;
    this.lastDay = lastDay;
    this.visits = new Visits(place, staff, this.numbers, isLean);
  }

  /** Everything about the n-th customer. */
  add(writer: RowWriter, n: number): void {
    const random = new Random(20_261_121 + n * 7919);
    const firstDay = addDays(addMonths(this.lastDay, -18), random.whole(0, 420));
    const seenAt = instantAt(zone, firstDay, '09:30');
    const name = random.oneOf(surnames) + random.oneOf(givenNames);
    const customerId = random.id(seenAt);
    const cars = random.chance(0.8) ? 1 : 2;
    const visits: Visit[] = [];
    for (let car = 0; car < cars; car++) {
      visits.push(...this.addVehicle(writer, random, customerId, firstDay, n * 2 + car));
    }
    const lastVisitOn =
      visits
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? firstDay;
    writer.add('customers', {
      ...this.place,
      id: customerId,
      kind: 'person',
      name,
      salutation: random.oneOf(['mr', 'ms'] as const),
      namePinyin: this.pinyin(name).full,
      nameInitials: this.pinyin(name).initials,
      phone: `1${random.oneOf(['38', '39', '50', '58', '86', '87', '99', '76'])}${String(10_000_000 + ((n * 7_368_787) % 89_999_999))}`,
      address: `${random.oneOf(streets)}${random.whole(1, 300)}号`,
      wishes: random.oneOf(wishes),
      source: 'visit',
      firstSeenOn: firstDay,
      lastVisitOn,
      grams: grams(name),
      createdBy: this.staff.advisors[n % 2]!,
      createdAt: seenAt,
      updatedAt: instantAt(zone, lastVisitOn, '17:00'),
    });
    writer.add('consents', {
      tenantId: this.place.tenantId,
      id: random.id(seenAt),
      customerId,
      purpose: 'service',
      channel: 'any',
      given: true,
      evidence: '进厂登记时当面同意',
      recordedBy: this.staff.advisors[0]!,
      at: seenAt,
    });
    for (const visit of visits) this.visits.addVisit(writer, random, customerId, visit);
  }

  /** Where the running numbers of each day ended, so that the next order of that day gets the next. */
  addCounters(writer: RowWriter): void {
    const { tenantId, orgUnitId } = this.place;
    for (const end of this.numbers.ends()) writer.add('counters', { tenantId, orgUnitId, ...end });
  }

  private addVehicle(
    writer: RowWriter,
    random: Random,
    customerId: string,
    firstDay: string,
    n: number,
  ): Visit[] {
    const model = random.oneOf(models);
    const vehicleId = random.id(instantAt(zone, firstDay, '09:31'));
    const kmPerDay = random.whole(15, 70);
    const startKm = random.whole(3000, 110_000);
    const days = visitDays(random, firstDay, this.lastDay, model);
    const visits = days.map((day) => ({
      day,
      vehicleId,
      mileageKm: startKm + kmPerDay * daysBetween(firstDay, day),
    }));
    const last = visits.at(-1) ?? { day: firstDay, mileageKm: startKm };
    const plate = plateOf(random, model, n);
    const { tenantId } = this.place;
    writer.add('vehicles', {
      ...this.place,
      id: vehicleId,
      plate,
      plateType: model.isElectric ? 'newEnergySmall' : 'ordinary',
      plateColour: model.isElectric ? 'green' : 'blue',
      vin: vinOf(random, model, n),
      model: model.name,
      vehicleType: model.isElectric ? '新能源小型客车' : '小型客车',
      firstRegisteredOn: addDays(addMonths(firstDay, -((n * 7) % 110)), -((n * 13) % 28)),
      useKind: 'privateSmall',
      insuranceUntil: n % 3 === 0 ? null : addDays(this.lastDay, ((n * 11) % 365) - 10),
      ownerId: customerId,
      mileageKm: last.mileageKm,
      mileageOn: last.day,
      maintenanceItems: '机油机滤、常规检查',
      intervalMonths: model.intervalMonths,
      intervalKm: model.intervalKm,
      nextDueOn: addMonths(last.day, model.intervalMonths),
      nextDueKm: last.mileageKm + model.intervalKm,
      lastVisitOn: last.day,
      grams: grams(plate),
      createdBy: this.staff.advisors[n % 2]!,
      createdAt: instantAt(zone, firstDay, '09:31'),
      updatedAt: instantAt(zone, last.day, '17:00'),
    });
    const ownedSince = instantAt(zone, firstDay, '09:31');
    writer.add('vehicleOwners', {
      tenantId,
      id: random.id(ownedSince),
      vehicleId,
      customerId,
      plate,
      fromOn: firstDay,
      createdAt: ownedSince,
    });
    return visits;
  }
}

/** Most come back by their interval, a few days early or late; every seventh stays away after the first visits. */
function visitDays(
  random: Random,
  firstDay: string,
  lastDay: string,
  model: SampleModel,
): string[] {
  const days: string[] = [];
  const staysAway = random.chance(0.14);
  let day = workday(firstDay);
  while (day <= lastDay && days.length < (staysAway ? 2 : 12)) {
    days.push(day);
    const months = random.chance(0.3) ? random.whole(1, 3) : Math.min(model.intervalMonths, 6);
    day = workday(addDays(addMonths(day, months), random.whole(-10, 25)));
  }
  return days;
}

const workday = (day: string) => (weekdayOf(day) === 7 ? addDays(day, 1) : day);
