import { formatFen } from '#shared/money.ts';
import type { RefundStep } from '../contract-record.ts';
import type { RefundGround } from '../lifecycle.ts';

type Language = 'zh-CN' | 'en';

const grounds: Record<Language, Record<RefundGround, string>> = {
  'zh-CN': {
    withinSevenDays: '付款七日内反悔',
    merchantFault: '本店的原因',
    consumerReason: '客户自身的原因',
  },
  en: {
    withinSevenDays: 'Within seven days of payment',
    merchantFault: 'The shop’s fault',
    consumerReason: 'The customer’s own reason',
  },
};

const steps: Record<Language, Record<string, string>> = {
  'zh-CN': {
    paid: '实付（{onDate}）',
    opening: '期初转入（{onDate}）：以转入的本金为准，赠送另计、不折算',
    worth_money: '可用金额：实付 + 赠送',
    worth_package: '按单次价合计',
    usedAtDiscount: '减：已用 {usedFen}，按优惠价折算 = 已用 × 实付 {paidFen} ÷ {worthFen}',
    usedAtList: '减：已用 {usedFen}，按优惠前的价格',
    refund: '应退本金',
    interest_lpr1y: '利息：年利率 {percent}%（{source}）× {days} 天 ÷ 365',
    interest_deposit: '利息：年利率 {percent}%（{source}）× {days} 天 ÷ 365',
    total: '合计退款（算到 {onDate}）',
  },
  en: {
    paid: 'Paid ({onDate})',
    opening: 'Taken over ({onDate}): the principal as it came, gifts apart',
    worth_money: 'What it was good for: paid and gift',
    worth_package: 'Its services one by one',
    usedAtDiscount: 'Less: used {usedFen}, at the discount = used × paid {paidFen} ÷ {worthFen}',
    usedAtList: 'Less: used {usedFen}, at the price before the discount',
    refund: 'Principal that goes back',
    interest_lpr1y: 'Interest: {percent}% a year ({source}) × {days} days ÷ 365',
    interest_deposit: 'Interest: {percent}% a year ({source}) × {days} days ÷ 365',
    total: 'Paid back in all (as of {onDate})',
  },
};

/** Why money goes back, in words. */
export const groundWord = (language: Language, ground: RefundGround): string =>
  grounds[language][ground];

/** One line of the computation; what ends in Fen is an amount. */
export function stepSentence(language: Language, { step, facts }: RefundStep): string {
  return (steps[language][step] ?? step).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name];
    return name.endsWith('Fen') ? formatFen(Number(value)) : String(value ?? '');
  });
}
