import { memberRoutes, memberRuleRoutes } from '#modules/members/contract.ts';
import type { Player } from './player.ts';
import type { Staff } from './shop.ts';

const terms = {
  content: '储值可用于本店全部工时、配件与精品，不限车辆；套餐按次使用，见套餐说明。',
  price: '按本店公示价格；储值赠送部分与本金同比例使用。',
  refund: '付款七日内可退本金；之后按法定办法计算，十五日内原路退回。',
  breach: '本店不能继续服务的，退还未使用部分并支付利息。',
};
const washCard = {
  name: '洗车十次卡',
  priceFen: 300_00,
  items: [{ name: '洗车', uses: 10, unitFen: 40_00 }],
  validDays: 365,
};

/** A few members: one with money and gift, one with a card of washes, one whose refund waits for a second person. */
export async function playMembers(
  player: Player,
  staff: Staff,
  customerIds: readonly string[],
): Promise<void> {
  const [owner, desk] = [player.as(staff.owner), player.as(staff.advisors[0]!)];
  const { id: termsId } = await owner(memberRuleRoutes.writeTerms, { body: terms });
  const offer = await owner(memberRuleRoutes.offerPackage, { body: washCard });
  const agreed = { method: 'wechat', termsId, signedBy: '客户本人' } as const;
  for (const [at, customerId] of customerIds.entries()) {
    const { id: membershipId } = await desk(memberRoutes.join, { body: { customerId } });
    const params = { membershipId };
    const paid = { paidFen: 1_000_00 * (at + 1), giftFen: 200_00 * at, ...agreed };
    const { topUps } = await desk(memberRoutes.topUp, { params, body: paid });
    if (at === 1) {
      const body = { servicePackageId: offer.id, ...agreed };
      const { packages } = await desk(memberRoutes.buyPackage, { params, body });
      const packageItemId = packages[0]!.items[0]!.id;
      await desk(memberRoutes.usePackage, { params, body: { packageItemId } });
    }
    const spent = { amountFen: 180_00, words: '全车脚垫' };
    await desk(memberRoutes.spend, { params, body: spent });
    if (at === 2) {
      const body = {
        topUpId: topUps[0]!.id,
        ground: 'consumerReason',
        reason: '客户搬去外地',
      } as const;
      await desk(memberRoutes.askRefund, { params, body });
    }
  }
}
