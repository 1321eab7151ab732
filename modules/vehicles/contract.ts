import { type Static, Type } from 'typebox';
import {
  date,
  id,
  instant,
  line,
  listOf,
  mileageAheadKm,
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  text,
  version,
  vinText,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

export const plateTypes = [
  'ordinary',
  'newEnergySmall',
  'newEnergyLarge',
  'trailer',
  'learner',
  'police',
  'hongKongMacao',
  'embassy',
  'consulate',
  'emergency',
  'other',
  'none',
] as const;
export const plateColours = ['blue', 'green', 'yellow', 'yellowGreen', 'white', 'black'] as const;
/** By which rule of the annual inspection it goes (domain rules §5.2); empty while nobody has said it. */
export const useKinds = [
  '',
  'privateSmall',
  'motorcycle',
  'van',
  'forHire',
  'truck',
  'tractor',
] as const;
export const mileageSources = ['visit', 'import', 'call', 'correction'] as const;

const months = Type.Integer({ minimum: 1, maximum: 120 });
const intervalKm = Type.Integer({ minimum: 500, maximum: 200_000, description: 'whole km' });
const plateTyped = text(20, 'as typed: 京A·12345, 京a12345; empty while there is none');
const vinTyped = text(40, 'as typed');

/** How the next service was found, so that the person sees why it is proposed (ARC-03). */
export const nextDueWhy = shape(
  {
    by: oneOf(['months', 'km', 'agreed']),
    fromOn: nullable(date),
    fromKm: nullable(mileageKm),
    intervalMonths: nullable(months),
    intervalKm: nullable(intervalKm),
    kmPerDay: nullable(Type.Number({ minimum: 0, maximum: 5000 })),
    monthsDueOn: nullable(date),
    kmDueOn: nullable(date),
  },
  { $id: 'NextDueWhy' },
);
export type NextDueWhy = Static<typeof nextDueWhy>;

const basics = {
  id,
  orgUnitId: id,
  plate: plateText,
  plateType: oneOf(plateTypes),
  plateColour: oneOf(plateColours),
  vin: vinText,
  model: text(80),
  ownerId: nullable(id),
  ownerName: nullable(personalName(80)),
  mileageKm: nullable(mileageKm),
  mileageOn: nullable(date),
  nextDueOn: nullable(date),
  nextDueKm: nullable(mileageAheadKm),
  lastVisitOn: nullable(date),
  formerPlate: nullable(
    personalText('plate', 20, 'the plate it bore before, where it was found by that one'),
  ),
  version,
};
export const vehicleItem = shape(basics, { $id: 'VehicleItem' });
export type VehicleItem = Static<typeof vehicleItem>;

export const vehicle = shape(
  {
    ...basics,
    vinWarning: text(200, 'why the VIN deserves a second look; empty if it does not'),
    vehicleType: text(40),
    firstRegisteredOn: nullable(date),
    useKind: oneOf(useKinds),
    isReliefLost: Type.Boolean({ description: 'inspected by the old cycle' }),
    insuranceUntil: nullable(date),
    maintenanceItems: text(500),
    intervalMonths: nullable(months),
    intervalKm: nullable(intervalKm),
    nextDueWhy: nullable(nextDueWhy),
    historyNote: text(4000),
    remark: text(1000),
    owners: Type.Array(
      shape({
        customerId: nullable(id),
        name: nullable(personalName(80, 'of the owner of today; former owners stay unnamed')),
        plate: plateText,
        fromOn: date,
        untilOn: nullable(date),
      }),
      { maxItems: 50 },
    ),
    readings: Type.Array(
      shape({
        id,
        mileageKm,
        readOn: date,
        source: oneOf(mileageSources),
        reason: text(200),
      }),
      { maxItems: 50 },
    ),
    formerPlates: Type.Array(shape({ plate: plateText, untilOn: date }), { maxItems: 20 }),
    mergedIntoId: nullable(id),
    createdAt: instant,
    updatedAt: instant,
  },
  { $id: 'Vehicle' },
);
export type Vehicle = Static<typeof vehicle>;

/** What can be said of a vehicle by hand; nothing is needed but something. */
export const vehicleFields = {
  vin: Type.Optional(vinTyped),
  model: Type.Optional(text(80)),
  vehicleType: Type.Optional(text(40, '车种: 小型轿车, 大型货车')),
  plateColour: Type.Optional(oneOf(plateColours, 'where the text does not tell it')),
  firstRegisteredOn: Type.Optional(nullable(date)),
  useKind: Type.Optional(oneOf(useKinds)),
  isReliefLost: Type.Optional(
    Type.Boolean({ description: 'accident with casualties, or an illegal modification' }),
  ),
  insuranceUntil: Type.Optional(nullable(date)),
  maintenanceItems: Type.Optional(text(500)),
  intervalMonths: Type.Optional(nullable(months)),
  intervalKm: Type.Optional(nullable(intervalKm)),
  remark: Type.Optional(text(1000)),
};
const plateAsTyped = Type.Optional(
  Type.Boolean({ description: 'keep a plate of another form as it was typed' }),
);

const one = shape({ vehicleId: id });

export const vehicleRoutes = {
  list: route({
    id: 'vehicles.list',
    method: 'GET',
    path: '/vehicles',
    summary:
      'List vehicles, latest first; q is a plate or VIN or the tail of one, or a piece of the model; with dueUntil alone the one due first',
    access: 'vehicles.see',
    query: shape({
      ...pageFields,
      q: Type.Optional(text(80)),
      ownerId: Type.Optional(id),
      dueUntil: Type.Optional(date),
    }),
    reply: listOf(vehicleItem),
  }),
  add: route({
    id: 'vehicles.add',
    method: 'POST',
    path: '/vehicles',
    summary: 'Put a vehicle on file',
    access: 'vehicles.edit',
    body: shape({
      plate: Type.Optional(plateTyped),
      plateAsTyped,
      ownerId: Type.Optional(id),
      mileageKm: Type.Optional(mileageKm),
      ...vehicleFields,
    }),
    reply: vehicle,
    status: 201,
    problems: ['plate_invalid', 'vin_length', 'vin_letter', 'plate_taken', 'customer_unknown'],
  }),
  read: route({
    id: 'vehicles.read',
    method: 'GET',
    path: '/vehicles/:vehicleId',
    summary: 'A vehicle with its owners and mileage readings',
    access: 'vehicles.see',
    about: 'vehicle',
    params: one,
    reply: vehicle,
  }),
  change: route({
    id: 'vehicles.change',
    method: 'PATCH',
    path: '/vehicles/:vehicleId',
    summary: 'Change a vehicle; plate and owner have steps of their own',
    access: 'vehicles.edit',
    about: 'vehicle',
    params: one,
    body: shape({
      ...vehicleFields,
      nextDueOn: Type.Optional(nullable(date)),
      nextDueKm: Type.Optional(nullable(mileageKm)),
    }),
    reply: vehicle,
    problems: ['vin_length', 'vin_letter'],
  }),
  changeOwner: route({
    id: 'vehicles.changeOwner',
    method: 'POST',
    path: '/vehicles/:vehicleId/change-owner',
    summary: 'The vehicle has another owner from a day on; the former one stays on file',
    access: 'vehicles.edit',
    about: 'vehicle',
    params: one,
    body: shape({ ownerId: id, fromOn: Type.Optional(date) }),
    reply: vehicle,
    problems: ['customer_unknown'],
  }),
  changePlate: route({
    id: 'vehicles.changePlate',
    method: 'POST',
    path: '/vehicles/:vehicleId/change-plate',
    summary: 'The vehicle bears another plate from a day on; the former one stays on file',
    access: 'vehicles.edit',
    about: 'vehicle',
    params: one,
    body: shape({ plate: plateTyped, plateAsTyped, fromOn: Type.Optional(date) }),
    reply: vehicle,
    problems: ['plate_invalid', 'plate_taken'],
  }),
  recordMileage: route({
    id: 'vehicles.recordMileage',
    method: 'POST',
    path: '/vehicles/:vehicleId/mileage-readings',
    summary: 'Record a mileage; one lower than the last needs a reason',
    access: 'vehicles.edit',
    about: 'vehicle',
    params: one,
    body: shape({
      mileageKm,
      readOn: Type.Optional(date),
      source: oneOf(['visit', 'call', 'correction']),
      reason: Type.Optional(text(200)),
    }),
    reply: vehicle,
    status: 201,
    problems: ['mileage_lower', 'date_ahead'],
  }),
  arrive: route({
    id: 'vehicles.arrive',
    method: 'POST',
    path: '/arrivals',
    summary:
      'A car at the gate that is not known: customer and vehicle in one short form. What is on file is proposed (409)',
    access: 'vehicles.edit',
    body: shape({
      plate: plateTyped,
      plateAsTyped,
      customerId: Type.Optional(id),
      customerName: Type.Optional(line(80)),
      phone: Type.Optional(text(40)),
      model: Type.Optional(text(80)),
      vin: Type.Optional(vinTyped),
      mileageKm: Type.Optional(mileageKm),
      samePhoneIsAnother: Type.Optional(
        Type.Boolean({ description: 'somebody else with the same phone: do not propose' }),
      ),
    }),
    reply: shape({
      customerId: id,
      vehicleId: id,
      plate: plateText,
      customerName: personalName(80),
    }),
    status: 201,
    problems: [
      'already_known',
      'plate_invalid',
      'vin_length',
      'vin_letter',
      'phone_invalid',
      'customer_needed',
      'customer_unknown',
    ],
  }),
};
