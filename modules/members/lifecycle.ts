import { defineLifecycle } from '#shared/lifecycle.ts';

/** A refund of what was paid before: asked by one, paid or declined by another. */
export const refundLifecycle = defineLifecycle({
  initial: 'asked',
  states: ['asked', 'paid', 'declined'],
  steps: {
    pay: { from: ['asked'], to: 'paid' },
    decline: { from: ['asked'], to: 'declined' },
  },
});
export type RefundState = (typeof refundLifecycle.states)[number];

/** Why money that was paid before goes back; each has its own computation (法释〔2025〕4号). */
export const refundGrounds = ['withinSevenDays', 'merchantFault', 'consumerReason'] as const;
export type RefundGround = (typeof refundGrounds)[number];

/** How money comes in at the desk, and goes back. */
export const moneyMethods = ['cash', 'card', 'wechat', 'alipay', 'transfer'] as const;

/** How a prepayment came about: paid at the desk, or taken over from another program. */
export const lotMethods = [...moneyMethods, 'opening'] as const;

export const movementKinds = [
  'topUp',
  'opening',
  'spend',
  'expireGift',
  'earn',
  'unearn',
  'payPoints',
  'expirePoints',
  'correctPoints',
  'buyPackage',
  'usePackage',
  'expirePackage',
  'refund',
  'reverse',
  'merge',
] as const;
/** What can be taken back by an entry of its own: a slip at the desk, or a payment that is undone. */
export const reversibleKinds = ['spend', 'payPoints', 'usePackage'] as const;
export const tierRules = ['joining', 'spend', 'hand'] as const;
export const rateKinds = ['lpr1y', 'deposit'] as const;
/** When a refund takes two people: wherever two may decide it, or in every house. */
export const fourEyes = ['whereTwo', 'always'] as const;
export const spendOrders = ['proRata', 'principalFirst', 'giftFirst'] as const;
/** How long ago what is still owed was paid. */
export const ages = ['upTo3Months', 'upTo12Months', 'upTo24Months', 'older'] as const;
