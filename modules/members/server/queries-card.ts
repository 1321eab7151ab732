import { holdersAt } from '#modules/people/server/index.ts';
import { comesIn } from '#modules/sign-on/server/index.ts';
import { type JsonRow, jsonRow, jsonRows } from '#platform/json-rows.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { RefundRule } from '../contract-rules.ts';
import type { MemberRow } from './queries.ts';
import { givenOn, type PointsGiven } from './queries-nightly.ts';
import { type OfferRow, offersWithin, type TermsRow, termsWithin } from './queries-packages.ts';
import {
  type LotShown,
  lotsOf,
  type RefundSeen,
  type RestOfMember,
  refundsOf,
  restOf,
} from './queries-record.ts';
import { ownRuleAt, ownRulesAt } from './queries-rules.ts';
import { type OwnRules, refundRight } from './rules.ts';

/** All that the card of a customer is made of. */
export interface CardTold {
  own: OwnRules;
  terms: JsonRow<TermsRow> | null;
  offers: JsonRow<OfferRow>[];
  /** NULL where he is no member. */
  member: JsonRow<MemberRow> | null;
  rest: JsonRow<RestOfMember> | null;
  lots: JsonRow<LotShown>[];
  refunds: JsonRow<RefundSeen>[];
  given: JsonRow<PointsGiven>[];
  /** Of a refund that the caller asked for himself and nobody decided yet. */
  deciding: { rule: RefundRule | null; isAnotherAble: boolean } | null;
}

const pointsAccount = `(select a.id from ledger_accounts a where a.tenant_id = :tenant and a.kind = 'members.points'
     and a.owner_type = 'membership' and a.owner_id = mine.id)`;

/** The member that a customer within the scopes is, wherever in the house he joined, with the rules of that place. */
export const cardTold = `(select jsonb_build_object(
     'own', ${ownRulesAt('place.path')},
     'terms', ${jsonRow(termsWithin('place.path'))},
     'offers', ${jsonRows(offersWithin('place.path'))},
     'member', to_jsonb(mine),
     'rest', ${jsonRow(restOf('mine.id'))},
     'lots', ${jsonRows(lotsOf('mine.id'))},
     'refunds', ${jsonRows(refundsOf('mine.id'))},
     'given', ${jsonRows(givenOn(pointsAccount))},
     'deciding', (
        select jsonb_build_object('rule', ${ownRuleAt('refunds', 'own.org_path')}, 'isAnotherAble',
                 exists (select from ${holdersAt(`'${refundRight}'`, 'own.org_path')} and e.id <> :me::uuid
                            and ${comesIn}))
          from member_refunds own
         where own.tenant_id = :tenant and own.membership_id = mine.id and own.state = 'asked'
           and own.asked_by = :me::uuid
         order by own.asked_at desc, own.id desc limit 1))
   from (select coalesce(merged_into_id, id) as id from customers
          where tenant_id = :tenant and id = :customerId::uuid offset 0) led
   join customers his on his.tenant_id = :tenant and his.id = led.id
   left join memberships mine on mine.tenant_id = his.tenant_id and mine.customer_id = his.id
    and mine.merged_into_id is null
   cross join lateral (select coalesce(mine.org_path, his.org_path) as path) place
  where his.org_path ^@ any(:scopes))`;

const card = statement<{ told: CardTold | null }, { customerId: string; today: string }>(
  'members.card',
  `select ${cardTold} as told`,
  { isPlannedOnce: true },
);
export const cardToldOf = async (work: Work, customerId: string, today: string) =>
  (await work.first(card, { customerId, today }))!.told;
