import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { gapsOf, Member } from '#modules/members/server/members.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { type Random, seeded } from '#tools/check/random.ts';
import { arrived, mergeCustomers, nextPlate, pointersTo, undo } from './duplicates.fixture.ts';

interface Merge {
  id: string;
  keptId: string;
  goneId: string;
  cars: string[];
}

/** What must hold, kept beside the program: whose each car is, who went into whom, which words each file has. */
class Model {
  readonly ownerOf = new Map<string, string>();
  readonly wentInto = new Map<string, string>();
  readonly addressOf = new Map<string, string>();
  readonly merges: Merge[] = [];
  /** What all members together paid before and did not use. */
  prepaidFen = 0;

  get living() {
    return [...this.addressOf.keys()].filter((id) => !this.wentInto.has(id));
  }
  carsOf(id: string) {
    return [...this.ownerOf].flatMap(([car, owner]) => (owner === id ? [car] : []));
  }
}

async function begin(shop: TestShop, owner: TestEmployee) {
  const model = new Model();
  for (const name of ['甲', '乙', '丙', '丁']) {
    const { customerId, vehicleId } = await arrived(owner, { customerName: name });
    model.ownerOf.set(vehicleId, customerId);
    model.addressOf.set(customerId, '');
    await owner.call(customerRoutes.recordConsent, {
      params: { customerId },
      body: { purpose: 'marketing', channel: 'sms', given: false },
    });
  }
  await shop.settle();
  return model;
}

const steps: Record<
  'merge' | 'undo' | 'edit' | 'addCar' | 'prepay' | 'spend',
  (owner: TestEmployee, model: Model, random: Random, shop: TestShop) => Promise<void>
> = {
  merge: async (owner, model, random) => {
    const [keptId, goneId] = random.shuffled(model.living);
    if (!keptId || !goneId) return;
    const cars = model.carsOf(goneId);
    const { id } = await mergeCustomers(owner, keptId, goneId, [
      { field: 'address', take: 'kept' },
    ]);
    for (const car of cars) model.ownerOf.set(car, keptId);
    model.wentInto.set(goneId, keptId);
    model.merges.push({ id, keptId, goneId, cars });
  },
  undo: async (owner, model, random) => {
    if (model.merges.length === 0) return;
    const merge = random.of(model.merges);
    if (model.wentInto.has(merge.keptId)) {
      await expect(undo(owner, merge.id)).rejects.toMatchObject({ code: 'merge_later_first' });
      return;
    }
    const refused = await undo(owner, merge.id).then(
      () => false,
      (problem: { code: string }) => problem.code === 'merge_later_first',
    );
    // A membership that came along and took in another since goes back after that other.
    if (refused) {
      const later = model.merges.some(({ id, keptId }) => keptId === merge.keptId && id > merge.id);
      expect(later).toBe(true);
      return;
    }
    for (const car of merge.cars) {
      if (model.ownerOf.get(car) === merge.keptId) model.ownerOf.set(car, merge.goneId);
    }
    model.wentInto.delete(merge.goneId);
    model.merges.splice(model.merges.indexOf(merge), 1);
  },
  edit: async (owner, model, random) => {
    const customerId = random.of(model.living);
    const { version } = await owner.call(customerRoutes.read, { params: { customerId } });
    const address = `路 ${random.whole(1000)} 号`;
    await owner.call(
      customerRoutes.change,
      { params: { customerId }, body: { address } },
      { version },
    );
    model.addressOf.set(customerId, address);
  },
  addCar: async (owner, model, random) => {
    const ownerId = random.of(model.living);
    const car = await owner.call(vehicleRoutes.add, { body: { plate: nextPlate(), ownerId } });
    model.ownerOf.set(car.id, ownerId);
  },
  prepay: async (_owner, model, random, shop) => {
    const member = await Member.join(shop, random.of(model.living));
    const paidFen = 1_00 + random.whole(500_00);
    await member.topUp(paidFen);
    model.prepaidFen += paidFen;
    await member.correct(1 + random.whole(90));
  },
  spend: async (owner, model, random, shop) => {
    const customerId = random.of(model.living);
    const { membership } = await owner.call(memberRoutes.ofCustomer, { params: { customerId } });
    if (!membership || membership.principalFen === 0) return;
    const member = await Member.join(shop, customerId);
    const amountFen = 1 + random.whole(membership.principalFen);
    await member.spend(amountFen);
    model.prepaidFen -= amountFen;
    if (membership.points > 1) await member.correct(-1 - random.whole(membership.points - 1));
  },
};

async function compare(shop: TestShop, owner: TestEmployee, model: Model) {
  const all = [...model.addressOf.keys()];
  const held = await pointersTo(shop, 'customer', all);
  const sum = (place: string) => all.reduce((total, id) => total + (held.get(id)![place] ?? 0), 0);
  for (const id of all) {
    const into = model.wentInto.get(id);
    if (into) expect(held.get(id), 'nothing hangs on a shell').toEqual({});
    else expect(held.get(id)!['vehicles.owner_id'] ?? 0).toBe(model.carsOf(id).length);
    const customer = await owner.call(customerRoutes.read, { params: { customerId: id } });
    let end = into;
    while (end && model.wentInto.has(end)) end = model.wentInto.get(end);
    expect(customer.mergedIntoId, 'one hop leads to the end').toBe(end ?? null);
    if (!into) expect(customer.address).toBe(model.addressOf.get(id));
  }
  let prepaidFen = 0;
  for (const customerId of model.living) {
    const { membership } = await owner.call(memberRoutes.ofCustomer, { params: { customerId } });
    prepaidFen += membership?.principalFen ?? 0;
  }
  expect(prepaidFen, 'what living members have is what was paid and not used').toBe(
    model.prepaidFen,
  );
  expect(await gapsOf(shop), 'every ledger adds up').toEqual([]);
  expect(sum('vehicles.owner_id')).toBe(model.ownerOf.size);
  expect(sum('consents.customer_id'), 'no consent is lost or doubled').toBe(all.length);
}

for (const seed of [1, 7, 2026]) {
  test(`ARC-05 any sequence of merges, edits and undoing leaves every reference right (seed ${seed})`, async ({
    shop,
  }) => {
    const random = seeded(seed);
    const owner = await shop.employee('owner');
    const model = await begin(shop, owner);
    const kinds = [
      'merge',
      'merge',
      'undo',
      'edit',
      'addCar',
      'prepay',
      'prepay',
      'spend',
    ] as const;
    for (let step = 0; step < 20; step++) {
      await steps[random.of(kinds)](owner, model, random, shop);
      await shop.forward(1 / 60);
      await compare(shop, owner, model);
    }
    for (let turn = 0; model.merges.length > 0 && turn < 100; turn++) {
      await steps.undo(owner, model, random, shop);
    }
    await compare(shop, owner, model);
    expect(model.living).toHaveLength(4);
  });
}
