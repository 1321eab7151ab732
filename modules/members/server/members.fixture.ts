import { createCustomer } from '#modules/customers/server/index.ts';
import { proveLedgers } from '#platform/ledger-proof.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type Membership, memberRuleRoutes, memberRoutes as routes } from '../contract.ts';
import { proveMembers } from './nightly.ts';

export const usualTerms = {
  content: '储值可用于本店工时与配件',
  price: '按本店公示价格',
  refund: '七日内可退本金；之后按法定办法计算，原路退回',
  breach: '本店不能服务的，退还余额并付利息',
};
export const washes = {
  name: '洗车 10 次卡',
  priceFen: 300_00,
  items: [
    { name: '洗车', uses: 10, unitFen: 40_00 },
    { name: '小保养', uses: 1, unitFen: 200_00 },
  ],
  validDays: 365,
};

/** A member at the desk: who works there, the terms that hold, and each act with what is usually said. */
export class Member {
  readonly shop: TestShop;
  readonly owner: TestEmployee;
  readonly cashier: TestEmployee;
  readonly customerId: string;
  readonly termsId: string;
  record: Membership;

  private constructor(
    shop: TestShop,
    known: { owner: TestEmployee; cashier: TestEmployee; customerId: string; termsId: string },
    record: Membership,
  ) {
    this.shop = shop;
    this.owner = known.owner;
    this.cashier = known.cashier;
    this.customerId = known.customerId;
    this.termsId = known.termsId;
    this.record = record;
  }

  /** A customer (a new one, unless named) becomes a member. */
  static async join(shop: TestShop, of?: string): Promise<Member> {
    const [owner, cashier] = [await shop.employee('owner'), await shop.employee('cashier')];
    const rules = await owner.call(memberRuleRoutes.rules, {});
    const terms =
      rules.terms ?? (await owner.call(memberRuleRoutes.writeTerms, { body: usualTerms }));
    const customerId =
      of ?? (await shop.write((work) => createCustomer(work, { name: '欧阳思远' }))).id;
    const record = await cashier.call(routes.join, { body: { customerId } });
    return new Member(shop, { owner, cashier, customerId, termsId: terms.id }, record);
  }

  get params() {
    return { membershipId: this.record.id };
  }
  private get agreed() {
    return { method: 'wechat', termsId: this.termsId, signedBy: '欧阳思远' } as const;
  }

  async topUp(paidFen: number, giftFen = 0) {
    const body = { paidFen, giftFen, ...this.agreed };
    this.record = await this.cashier.call(routes.topUp, { params: this.params, body });
    return this.record.topUps[0]!;
  }
  async spend(amountFen: number, listFen?: number) {
    const body = { amountFen, words: '精品脚垫', ...(listFen !== undefined && { listFen }) };
    this.record = await this.cashier.call(routes.spend, { params: this.params, body });
    return this.record.movements[0]!;
  }
  async buy(offer: BodyOf<typeof memberRuleRoutes.offerPackage> = washes) {
    const { id: servicePackageId } = await this.owner.call(memberRuleRoutes.offerPackage, {
      body: offer,
    });
    const body = { servicePackageId, ...this.agreed };
    this.record = await this.cashier.call(routes.buyPackage, { params: this.params, body });
    return this.record.packages[0]!;
  }
  async use(packageItemId: string) {
    const body = { packageItemId };
    this.record = await this.cashier.call(routes.usePackage, { params: this.params, body });
  }
  async reverse(movementId: string) {
    this.record = await this.owner.call(routes.reverse, {
      params: { ...this.params, movementId },
      body: { reason: '收错了' },
    });
  }
  async correct(points: number) {
    const body = { points, reason: '活动补发' };
    this.record = await this.owner.call(routes.correctPoints, { params: this.params, body });
  }
  async ask(body: Omit<BodyOf<typeof routes.askRefund>, 'reason'>) {
    this.record = await this.cashier.call(routes.askRefund, {
      params: this.params,
      body: { reason: '客户搬家', ...body },
    });
    return this.record.refunds[0]!;
  }
  async pay(refundId: string) {
    const refund = await this.owner.call(routes.payRefund, {
      params: { refundId },
      body: { method: 'transfer' },
    });
    await this.look();
    return refund;
  }
  /** The card as it stands now. */
  async look(): Promise<Membership> {
    const by = await this.shop.employee('owner');
    const { membership } = await by.call(routes.ofCustomer, {
      params: { customerId: this.customerId },
    });
    this.record = membership!;
    return this.record;
  }
}

/** What must hold after whatever was done: every account is the sum of its entries, and nobody has what is not owed. */
export async function gapsOf(shop: TestShop): Promise<unknown[]> {
  return shop.write(async (work) => [...(await proveLedgers(work)), ...(await proveMembers(work))]);
}
