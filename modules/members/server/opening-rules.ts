/**
 * How a prepayment goes back that was paid to the shop before it used this program: paid is what was left of the
 * principal when it came, gifts are kept apart and bear nothing, interest runs from the day of the list.
 */
export interface OpeningRule {
  fromOn: string;
  source: string;
}

/** Dated, as every number that the law gives. */
const openingRules: readonly OpeningRule[] = [
  {
    fromOn: '2025-05-01',
    source:
      '期初转入按原合同：法释〔2025〕4号（2025-05-01 起施行）余额 = 已付 − 已消费，未用本金全额退还；转入前的消费记录不在手，依第 25 条作有利于消费者的认定，赠送不折算，利息自期初日起（能证明更早付款的另补）',
  },
];

/** The rule in force on a day; before the first the first, which favours the customer. */
export const openingRuleOn = (day: string): OpeningRule =>
  openingRules.findLast(({ fromOn }) => fromOn <= day) ?? openingRules[0]!;
