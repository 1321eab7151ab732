import {
  createCustomer,
  customerById,
  customersOfPhone,
  dialable,
} from '#modules/customers/server/index.ts';
import { nameFor, plateFor } from '#platform/privacy.ts';
import { Problem, ruleBroken, together } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import type { BodyOf } from '#shared/route.ts';
import type { vehicleRoutes } from '../contract.ts';
import { identifiedPlate, identifiedVin } from './identify.ts';
import { vehiclesOfOwners, vehiclesOfPlate } from './queries.ts';
import { createVehicle } from './service.ts';

type Arrival = BodyOf<typeof vehicleRoutes.arrive>;

/**
 * A car at the gate that nobody knows: customer and vehicle in one go (ARC-02: the rest is owed, not asked for now).
 * A plate or a phone on file is proposed first (409 `already_known`), so that nobody is put on file twice.
 */
export async function arrive(work: Work, input: Arrival) {
  const [{ plate }, phone = ''] = together(
    () => identifiedPlate(input.plate, input.plateAsTyped),
    () => dialable(input.phone, '/phone'),
    () => identifiedVin(input.vin ?? ''),
  );
  if (plate === '') throw ruleBroken('/plate', 'required');
  await proposePlate(work, plate);
  if (!input.customerId && !input.samePhoneIsAnother) await proposePhone(work, phone);
  const customer = await customerOf(work, input);
  const { plateAsTyped, model, vin, mileageKm } = input;
  const details = { plate: input.plate, plateAsTyped, model, vin, mileageKm };
  const vehicle = await createVehicle(work, { ...details, ownerId: customer.id });
  const { id: customerId, name: customerName } = customer;
  return { customerId, customerName, vehicleId: vehicle.id, plate: vehicle.plate };
}

async function customerOf(work: Work, { customerId, customerName, phone }: Arrival) {
  if (customerId !== undefined) {
    const known = await customerById(work, customerId);
    if (!known) throw ruleBroken('/customerId', 'customer_unknown');
    return known;
  }
  if (customerName === undefined) throw ruleBroken('/customerName', 'customer_needed');
  return createCustomer(work, { name: customerName, phone, source: 'visit' });
}

async function proposePlate(work: Work, plate: string): Promise<void> {
  const vehicles = await vehiclesOfPlate(work, plate, work.actor.unitId);
  if (vehicles.length === 0) return;
  const known = vehicles.map((row) => ({
    customerId: row.ownerId,
    customerName: row.ownerName && nameFor(work.actor, row.ownerName, row.orgPath),
    phone: row.ownerPhone ? maskPhone(row.ownerPhone) : '',
    vehicles: [
      { vehicleId: row.id, plate: plateFor(work.actor, row.plate, row.orgPath), model: row.model },
    ],
  }));
  throw alreadyKnown('plate', known);
}

async function proposePhone(work: Work, phone: string): Promise<void> {
  if (phone === '') return;
  const customers = await customersOfPhone(work, phone);
  if (customers.length === 0) return;
  const cars = await vehiclesOfOwners(
    work,
    customers.map(({ id }) => id),
  );
  const known = customers.map((row) => ({
    customerId: row.id,
    customerName: nameFor(work.actor, row.name, row.orgPath),
    phone: maskPhone(row.phone),
    vehicles: (cars.get(row.id) ?? []).map(({ id, plate, model }) => ({
      vehicleId: id,
      plate: plateFor(work.actor, plate, row.orgPath),
      model,
    })),
  }));
  throw alreadyKnown('phone', known);
}

const alreadyKnown = (by: 'plate' | 'phone', known: readonly object[]) =>
  new Problem(409, 'already_known', { by, known }, [{ pointer: `/${by}`, code: 'already_known' }]);
