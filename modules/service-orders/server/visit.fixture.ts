import { createCustomer } from '#modules/customers/server/index.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { serviceOrderRoutes as routes, type ServiceOrder } from '../contract.ts';

const peopleOf = async (shop: TestShop) => [
  await shop.employee('advisor'),
  await shop.employee('technician'),
  await shop.employee('inspector'),
];

/** A visit in a test: the people at their posts, and each step with what they usually say. */
export class Visit {
  readonly advisor: TestEmployee;
  readonly technician: TestEmployee;
  readonly inspector: TestEmployee;
  readonly vehicleId: string;
  readonly customerId: string;
  order!: ServiceOrder;

  private constructor(
    people: readonly TestEmployee[],
    known: { vehicleId: string; customerId: string },
  ) {
    [this.advisor, this.technician, this.inspector] = people as [
      TestEmployee,
      TestEmployee,
      TestEmployee,
    ];
    this.vehicleId = known.vehicleId;
    this.customerId = known.customerId;
  }

  /** Someone with a vehicle of that plate stands at the desk. */
  static async begin(shop: TestShop, plate = '粤C6M218'): Promise<Visit> {
    const people = await peopleOf(shop);
    const known = await shop.write(async (work) => {
      const customer = await createCustomer(work, { name: '欧阳思远', phone: '13800138000' });
      const vehicle = await createVehicle(work, {
        plate,
        model: '帕萨特',
        ownerId: customer.id,
        mileageKm: 50_000,
      });
      return { vehicleId: vehicle.id, customerId: customer.id };
    });
    await shop.forward(1 / 60);
    return new Visit(people, known);
  }

  /** The same vehicle on another day: everybody has signed in anew. */
  async returns(shop: TestShop): Promise<Visit> {
    const { vehicleId, customerId } = this;
    return new Visit(await peopleOf(shop), { vehicleId, customerId });
  }

  get params() {
    return { orderId: this.order.id };
  }

  async receive(more: Partial<Parameters<typeof this.receiveBody>[0]> = {}) {
    const body = this.receiveBody(more);
    this.order = await this.advisor.call(routes.receive, { body });
    return this.order;
  }
  private receiveBody(more: {
    mileageKm?: number;
    promisedAt?: string;
    kind?: 'repair' | 'repeatRepair' | 'enquiry';
    earlierOrderId?: string;
  }) {
    const words = '早上冷车启动时前面有“咯噔”一声';
    return { vehicleId: this.vehicleId, customerWords: words, mileageKm: 52_310, ...more };
  }

  async inspect(grade: 'secondary' | 'minor' = 'secondary') {
    this.order = await this.advisor.call(routes.inspect, {
      params: this.params,
      body: {
        methods: ['questions', 'look'],
        findings: [{ item: '前摩擦片', light: 'yellow', note: '余 3.5 mm' }],
        grade,
      },
    });
  }

  /** Three lines: 956.00 and 1,214.00 for the customer, 90.00 for the maker. */
  async estimate() {
    this.order = await this.advisor.call(routes.estimate, {
      params: this.params,
      body: {
        lines: [
          { description: '二级维护', standardMinutes: 90, labourFen: 27_000, partsFen: 68_600 },
          { description: '更换右前下摆臂', labourFen: 32_400, partsFen: 89_000 },
          { description: '天窗排水管疏通', labourFen: 9_000, payer: 'warranty' },
        ],
      },
    });
  }

  /** The customer agrees to all but the lines named. */
  async approve(refused: readonly string[] = []) {
    const open = this.order.lines.filter(({ answer }) => answer === 'open');
    const answers = open.map(({ id, description }) =>
      refused.includes(description)
        ? { lineId: id, answer: 'refused' as const, refusalReason: '下次再说' }
        : { lineId: id, answer: 'approved' as const },
    );
    this.order = await this.advisor.call(routes.approve, {
      params: this.params,
      body: { answers, answeredBy: '欧阳思远', how: 'inPerson' },
    });
  }

  async start() {
    this.order = await this.technician.call(routes.start, { params: this.params, body: {} });
  }
  async doJobs() {
    for (const { id } of this.order.lines.filter(({ answer }) => answer === 'approved')) {
      const params = { ...this.params, lineId: id };
      this.order = await this.technician.call(routes.markDone, { params, body: { done: true } });
    }
  }
  async check() {
    const body = { passed: true };
    await this.technician.call(routes.selfCheck, { params: this.params, body });
    this.order = await this.technician.call(routes.teamCheck, { params: this.params, body });
  }
  async finalInspect() {
    this.order = await this.inspector.call(routes.finalInspect, {
      params: this.params,
      body: { passed: true, methods: ['roadTest'], findings: [] },
    });
  }
  async settle() {
    const totalFen = this.order.approvedFen;
    const payments = totalFen === 0 ? [] : [{ method: 'wechat' as const, amountFen: totalFen }];
    this.order = await this.advisor.call(routes.settle, {
      params: this.params,
      body: { totalFen, payments, oldParts: 'waive' },
    });
  }
  async deliver() {
    this.order = await this.advisor.call(routes.deliver, {
      params: this.params,
      body: { acceptedBy: '欧阳思远' },
    });
  }

  /** From the desk to the work. */
  async toWork() {
    await this.receive();
    await this.inspect();
    await this.estimate();
    await this.approve();
    await this.start();
  }
  async toReady() {
    await this.toWork();
    await this.doJobs();
    await this.check();
    await this.finalInspect();
  }
  async toDelivered() {
    await this.toReady();
    await this.settle();
    await this.deliver();
  }
}
