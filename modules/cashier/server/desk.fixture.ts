import { type PaidBy, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type CashierDesk, type Counted, cashierRoutes as routes } from '../contract.ts';
import { faces, type MoneyMethod } from '../contract-vocabulary.ts';

type Way = Exclude<PaidBy, 'prepaid' | 'points' | 'package'>;
/** How an order is paid, in the order of the pairs. */
export type Ways = readonly (readonly [method: Way, amountFen: number])[];

let plates = 60_000;

/** A cashier at her desk, and the manager who grants credit. */
export class Desk {
  readonly shop: TestShop;
  readonly cashier: TestEmployee;
  readonly owner: TestEmployee;
  private constructor(shop: TestShop, cashier: TestEmployee, owner: TestEmployee) {
    this.shop = shop;
    this.cashier = cashier;
    this.owner = owner;
  }

  static async open(shop: TestShop): Promise<Desk> {
    return new Desk(shop, await shop.employee('cashier'), await shop.employee('owner'));
  }

  look(): Promise<CashierDesk> {
    return this.cashier.call(routes.desk, {});
  }

  /** A car that is ready to be paid: 2,170.00 were approved. */
  async readyVisit(): Promise<Visit> {
    const visit = await Visit.begin(this.shop, `粤C${plates++}`);
    await visit.toReady();
    return visit;
  }

  /** The manager lets off as much as he likes. */
  letOff({ params }: Visit, amountFen: number) {
    const body = { amountFen, reason: '老客户' };
    return this.owner.call(serviceOrderRoutes.askDiscount, { params, body });
  }

  settle(visit: Visit, ways: Ways) {
    const payments = ways.map(([method, amountFen]) => ({ method, amountFen }));
    const totalFen = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return this.cashier.call(serviceOrderRoutes.settle, {
      params: visit.params,
      body: { totalFen, payments, oldParts: 'waive' },
    });
  }

  grant(customerId: string, limitFen: number, days = 30) {
    return this.owner.call(routes.grant, { params: { customerId }, body: { limitFen, days } });
  }

  receive(customerId: string, amountFen: number, more: object = {}) {
    const body = { amountFen, method: 'transfer' as MoneyMethod, ...more };
    return this.cashier.call(routes.receive, { params: { customerId }, body });
  }

  deposit(visit: Visit, amountFen: number, method: MoneyMethod = 'cash') {
    const body = { amountFen, method };
    return this.cashier.call(routes.takeDeposit, { params: visit.params, body });
  }

  refund(paymentId: string, amountFen: number) {
    const body = { amountFen, reason: '多收了' };
    return this.cashier.call(routes.refundPayment, { params: { paymentId }, body });
  }

  account(customerId: string) {
    return this.cashier.call(routes.account, { params: { customerId } });
  }

  /** Closes the day with the drawer as it should be, or off by as much. */
  async close({ floatFen = 500_00, offFen = 0, reason = '' } = {}) {
    const { till } = await this.look();
    const counted = piecesOf(floatFen + till.cashFen + offFen);
    const body = { floatFen, counted, totalFen: till.totalFen, reason };
    return this.cashier.call(routes.close, { body });
  }
}

/** An amount in as few notes and coins as there are; what is below ten fen is no cash. */
export function piecesOf(fen: number): Counted {
  let left = fen;
  return faces.flatMap((faceFen) => {
    const count = Math.floor(left / faceFen);
    left -= count * faceFen;
    return count > 0 ? [{ faceFen, count }] : [];
  });
}

/** Everything that can be on record at a desk: credit, a deposit, what is owed, a payment of it, a closed day. */
export async function aDayAtTheDesk(shop: TestShop, plate: string): Promise<void> {
  const desk = await Desk.open(shop);
  const visit = await Visit.begin(shop, plate);
  await visit.toReady();
  await desk.grant(visit.customerId, 10_000_00);
  await desk.deposit(visit, 100_00);
  await desk.settle(visit, [
    ['onAccount', 117_000],
    ['cash', 100_000],
  ]);
  await desk.receive(visit.customerId, 10_00, { note: '转账回款' });
  await desk.close({ offFen: 10, reason: '多一角' });
  const params = { orderId: visit.order.id };
  const { paid } = await desk.cashier.call(routes.moneyOfOrder, { params });
  const cash = paid.find(({ refundableFen }) => refundableFen > 300_00)!;
  await desk.refund(cash.id, 300_00);
  const firm = {
    kind: 'company',
    title: '试车贸易有限公司',
    taxNumber: '91350100M000100Y43',
  } as const;
  await desk.cashier.call(routes.askInvoice, { params, body: firm });
}
