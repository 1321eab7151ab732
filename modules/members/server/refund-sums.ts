import { ruleBroken } from '#platform/problem.ts';
import { daysBetween } from '#shared/dates.ts';
import type { RefundStep, RefundSum } from '../contract-record.ts';
import type { RateRule } from '../contract-rules.ts';
import type { RefundGround } from '../lifecycle.ts';
import type { OpeningRule } from './opening-rules.ts';
import { groundRules, rateOn } from './rules.ts';

/** What was paid before, and what of it was used; a package's worth is the sum of its single prices. */
export interface PaidBefore {
  kind: 'money' | 'package';
  paidFen: number;
  /** What one could use for it: paid and gift, or all uses at their single price. */
  worthFen: number;
  /** Used of that worth. */
  usedFen: number;
  /** The same uses at the price before any discount. */
  usedListFen: number;
  paidOn: string;
  /** Taken over from another program: the rule by which that is refunded. */
  opening?: OpeningRule;
}

export interface RefundAsked {
  ground: RefundGround;
  hadSameService: boolean;
  onDate: string;
}

/** Half up, in whole numbers: amounts and days multiply to more than a float holds. */
const share = (amount: number, part: number, whole: number): number =>
  whole === 0
    ? 0
    : Number((BigInt(amount) * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n));

const yearInDays = 365;

/**
 * A refund worked out step by step (法释〔2025〕4号). The merchant's fault: what was used counts at its discount price,
 * that is paid ÷ worth; the customer's own reason: at the price before the discount; within seven days: the principal,
 * unless he had the same service here before. Interest runs on what goes back, at the rate of the day of payment.
 * @throws Problem 422 `seven_days_over`, `same_service_had`
 */
export function refundSumOf(
  lot: PaidBefore,
  asked: RefundAsked,
  rates: readonly RateRule[],
): RefundSum {
  const { ground, onDate } = asked;
  const { source, days: term } = groundRules[ground];
  if (lot.opening && ground === 'withinSevenDays') {
    throw ruleBroken('?ground', 'opening_paid_elsewhere');
  }
  if (term !== undefined) refuseAfter(lot, asked, term);
  const countsList = ground === 'consumerReason';
  const counted = countsList ? lot.usedListFen : share(lot.paidFen, lot.usedFen, lot.worthFen);
  const refundFen = Math.max(0, lot.paidFen - counted);
  const usedStep: RefundStep = countsList
    ? { step: 'usedAtList', fen: -counted, facts: { usedFen: lot.usedFen } }
    : {
        step: 'usedAtDiscount',
        fen: -counted,
        facts: { usedFen: lot.usedFen, paidFen: lot.paidFen, worthFen: lot.worthFen },
      };
  const interest = interestOf(lot, refundFen, asked, rates);
  const paidStep: RefundStep[] = lot.opening
    ? [{ step: 'opening', fen: lot.paidFen, facts: { onDate: lot.paidOn } }]
    : [
        { step: 'paid', fen: lot.paidFen, facts: { onDate: lot.paidOn } },
        { step: `worth_${lot.kind}`, fen: lot.worthFen, facts: {} },
      ];
  const steps: RefundStep[] = [
    ...paidStep,
    usedStep,
    { step: 'refund', fen: refundFen, facts: {} },
    ...interest.steps,
    { step: 'total', fen: refundFen + interest.fen, facts: { onDate } },
  ];
  const sources = [source, lot.opening?.source].filter((each) => each !== undefined);
  return { ground, steps, refundFen, interestFen: interest.fen, source: sources.join('；') };
}

function refuseAfter(lot: PaidBefore, { onDate, hadSameService }: RefundAsked, term: number): void {
  if (daysBetween(lot.paidOn, onDate) > term) {
    throw ruleBroken('?ground', 'seven_days_over', { paidOn: lot.paidOn, days: term });
  }
  if (hadSameService) throw ruleBroken('?hadSameService', 'same_service_had');
}

function interestOf(
  lot: PaidBefore,
  refundFen: number,
  { ground, onDate }: RefundAsked,
  rates: readonly RateRule[],
): { fen: number; steps: RefundStep[] } {
  if (ground === 'withinSevenDays') return { fen: 0, steps: [] };
  const kind = ground === 'merchantFault' ? 'lpr1y' : 'deposit';
  const rate = rateOn(rates, kind, lot.paidOn);
  const days = Math.max(0, daysBetween(lot.paidOn, onDate));
  const basisPoints = rate?.basisPoints ?? 0;
  const fen = share(refundFen, basisPoints * days, 10_000 * yearInDays);
  const facts = { percent: (basisPoints / 100).toFixed(2), days, source: rate?.source ?? '' };
  return { fen, steps: [{ step: `interest_${kind}`, fen, facts }] };
}
