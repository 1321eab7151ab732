import type { Work } from '#platform/work.ts';

/** What a settlement leaves standing on account. */
export interface OnAccount {
  orderId: string;
  customerId: string;
  orgUnitId: string;
  orgPath: string;
  amountFen: number;
}
type Rule = (work: Work, taken: OnAccount) => Promise<void>;

let rule: Rule | undefined;

/**
 * One module below says whether a customer may pay later, in the transaction of the settlement and after its payments
 * are written: what it throws refuses the whole.
 */
export function defineOnAccount(given: Rule): void {
  if (rule) throw new Error('what stands on account has its rule already');
  rule = given;
}

/** Asks the rule, where there is one. @throws Problem as the rule says */
export async function leaveOnAccount(work: Work, taken: OnAccount): Promise<void> {
  if (taken.amountFen > 0) await rule?.(work, taken);
}
