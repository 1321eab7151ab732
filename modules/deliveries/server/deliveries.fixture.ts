import type { CheckInChange } from '#modules/check-ins/contract.ts';
import { picture, Reception, usual } from '#modules/check-ins/server/check-ins.fixture.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type DeliveryPack,
  type DeliveryRules,
  deliveryRuleRoutes,
  type KeyedAnswer,
  deliveryRoutes as routes,
} from '../contract.ts';

type Save = BodyOf<typeof routes.save>;

/** As reception noted it: a scratch, half a tank, a recorder in the car, two accessories taken off. */
export const noted = {
  ...usual,
  valuables: '行车记录仪',
  accessories: [{ item: '备胎', count: 1, state: 'used' }],
} satisfies CheckInChange;

/** A finished car in a test, in the hand of its advisor. */
export class Delivery {
  readonly visit: Visit;
  record: DeliveryPack;
  private constructor(visit: Visit, record: DeliveryPack) {
    this.visit = visit;
    this.record = record;
  }

  static async begin(visit: Visit): Promise<Delivery> {
    const params = { orderId: visit.order.id };
    return new Delivery(visit, await visit.advisor.call(routes.begin, { params }));
  }
  /** Received with a signed check-in, repaired, inspected and settled. */
  static async atCheckedIn(shop: TestShop, plate?: string): Promise<Delivery> {
    const reception = await Reception.begin(shop, plate);
    await reception.save(noted);
    await reception.photograph({ markNumber: 1 });
    await reception.sign({ accessoryFileId: await picture(reception.advisor) });
    const { visit } = reception;
    const params = { orderId: reception.record.order!.id };
    visit.order = await visit.advisor.call(serviceOrderRoutes.read, { params });
    await toSettled(visit, 'inspect');
    return Delivery.begin(visit);
  }
  /** Without a check-in. */
  static async atReady(shop: TestShop, plate?: string): Promise<Delivery> {
    const visit = await Visit.begin(shop, plate);
    await visit.toReady();
    return Delivery.begin(visit);
  }

  get params() {
    return { deliveryPackId: this.record.id };
  }
  get by(): TestEmployee {
    return this.visit.advisor;
  }
  keysOf(isWalk: boolean): string[] {
    return this.record.items
      .filter(({ kind }) => (kind === 'walk') === isWalk)
      .map(({ key }) => key);
  }
  async save(body: Save, version = this.record.version) {
    this.record = await this.by.call(routes.save, { params: this.params, body }, { version });
    return this.record;
  }
  /** Everything as noted but what is named. */
  async compare(...but: readonly KeyedAnswer[]) {
    const answers = this.keysOf(false).map(
      (key): KeyedAnswer => but.find((one) => one.key === key) ?? { key, result: 'same', note: '' },
    );
    return this.save({ answers });
  }
  async photograph(itemKey: string) {
    const body = { fileId: await picture(this.by, '差异.png'), itemKey };
    this.record = await this.by.call(routes.addPhoto, { params: this.params, body });
    return body.fileId;
  }
  async check() {
    this.record = await this.by.call(routes.check, { params: this.params });
    return this.record;
  }
  async tell(how: 'phone' | 'message' = 'phone') {
    this.record = await this.by.call(routes.tell, { params: this.params, body: { how } });
    return this.record;
  }
  /** Walked through with the customer; the old parts are shown. */
  async walk(more: Save = {}) {
    const answers = this.keysOf(true).map(
      (key): KeyedAnswer => ({ key, result: 'same', note: '' }),
    );
    return this.save({ answers, oldParts: 'waive', ...more });
  }
  async sign() {
    const body = { signatureFileId: await picture(this.by), signedBy: '欧阳思远' };
    this.record = await this.by.call(routes.sign, { params: this.params, body });
    return this.record;
  }
  readOrder() {
    return this.by.call(serviceOrderRoutes.read, { params: { orderId: this.visit.order.id } });
  }
}

async function toSettled(visit: Visit, first: 'inspect'): Promise<void> {
  const steps = [first, 'estimate', 'approve', 'start', 'doJobs', 'check', 'finalInspect'] as const;
  for (const step of steps) await visit[step]();
  await visit.settle();
}

export async function setRules(owner: TestEmployee, more: Partial<DeliveryRules>) {
  const rules = await owner.call(deliveryRuleRoutes.read, {});
  return owner.call(deliveryRuleRoutes.save, { body: { ...rules, ...more } });
}

/** What other checks need: deliveries begun, checked and signed, with a difference and its photo. */
export async function furnishDeliveries(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  for (const until of ['begun', 'checked', 'signed'] as const) {
    const delivery =
      until === 'begun'
        ? await Delivery.atReady(shop, nextPlate())
        : await Delivery.atCheckedIn(shop, nextPlate());
    const [first] = delivery.keysOf(false);
    const differs = { key: first!, result: 'different', note: `新划痕${mark}` } as const;
    await delivery.save({ answers: [differs], note: `已说明${mark}` });
    await delivery.photograph(first!);
    if (until === 'begun') continue;
    await delivery.compare(differs);
    await delivery.check();
    await delivery.tell();
    if (until === 'checked') continue;
    await delivery.walk();
    await delivery.sign();
  }
}
