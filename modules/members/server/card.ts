import type { FileCard } from '#modules/customers/server/index.ts';
import { rowOfJson } from '#platform/json-rows.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { MemberCard } from '../contract.ts';
import { today } from './membership.ts';
import { type CardTold, cardTold, cardToldOf } from './queries-card.ts';
import { type MemberParts, presentMember, presentRules } from './reading.ts';
import { isDecidedAlone } from './refunds.ts';
import { type Rules, rulesFrom } from './rules.ts';

const dated = { createdAt: true, updatedAt: true } as const;
const decided = { ...dated, askedAt: true, decidedAt: true } as const;

/** The card of a customer: what he has, and the rules by which he gets more. */
export const memberCard: FileCard<CardTold, MemberCard> = {
  access: 'members.see',
  sql: cardTold,
  given: (work) => ({ today: today(work) }),
  shown: presentCard,
};

function presentCard(told: CardTold, work: Work): MemberCard {
  const rules = rulesFrom(told.own);
  const terms = told.terms && rowOfJson(told.terms, { createdAt: true });
  const offers = told.offers.map((offer) => rowOfJson(offer, dated));
  return {
    membership: memberOf(work, told, rules),
    rules: presentRules(rules, terms, offers),
  };
}

function memberOf(work: Work, told: CardTold, rules: Rules) {
  if (!told.member || !told.rest) return null;
  const parts: MemberParts = {
    rest: rowOfJson(told.rest, {}),
    lots: told.lots.map((lot) => rowOfJson(lot, { ...dated, refundedAt: true, withdrawnAt: true })),
    refunds: told.refunds.map((refund) => rowOfJson(refund, decided)),
    given: told.given.map((each) => rowOfJson(each, {})),
    needsAnother: needsAnother(told, rules),
  };
  return presentMember(work, rowOfJson(told.member, dated), parts, rules);
}

/** Whether the caller may decide none of what he asked for himself. */
function needsAnother({ deciding }: CardTold, { refunds }: Rules): boolean {
  return deciding !== null && !isDecidedAlone(deciding.rule ?? refunds, deciding.isAnotherAble);
}

/** The same by itself, in one statement. */
export async function cardOf(work: Work, customerId: string): Promise<MemberCard> {
  const told = await cardToldOf(work, customerId, today(work));
  if (!told) throw notFound();
  return presentCard(told, work);
}
