import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { memberRoutes, memberRuleRoutes, type memberStepRoutes } from '../contract.ts';
import type { Membership } from '../contract-record.ts';
import { cardOf } from './card.ts';
import { changeRules, stopPrepayment, writeTerms } from './keeping.ts';
import { join, lockMember } from './membership.ts';
import { addPaper } from './opening-paper.ts';
import { buyPackage, changeOffer, offerPackage, takeUse } from './packages.ts';
import { correctPoints } from './points.ts';
import { spend, topUp } from './prepaid.ts';
import { printedRefund } from './printing.ts';
import { memberById } from './queries.ts';
import {
  liabilityLines,
  liabilityNow,
  listMembers,
  oneRefund,
  recordOf,
  shownOffer,
  shownRules,
  shownTerms,
} from './reading.ts';
import { askRefund, declineRefund, payRefund, workOutRefund } from './refunds.ts';
import { reverseMovement, settleFromMember } from './settling.ts';
import { setTier } from './tiers.ts';

type Acts = 'topUp' | 'buyPackage' | 'settle' | 'correctPoints' | 'setTier' | 'askRefund';
type Body<Name extends keyof typeof memberStepRoutes> = BodyOf<(typeof memberStepRoutes)[Name]>;

/** An act, and then the record as it stands after it. */
const acting =
  <Name extends Acts>(
    act: (work: Work, membershipId: string, body: Body<Name>) => Promise<unknown>,
  ) =>
  async (work: Work, input: { params: { membershipId: string }; body: Body<Name> }) => {
    await act(work, input.params.membershipId, input.body);
    return afterwards(work, input.params.membershipId);
  };

async function afterwards(work: Work, membershipId: string): Promise<Membership> {
  return recordOf(work, (await memberById(work, membershipId))!);
}

export function membersModule(app: FastifyInstance, host: Host): void {
  serveRules(app, host);
  serve(app, host, memberRoutes, {
    list: (work, { query }) => listMembers(work, query, host),
    ofCustomer: (work, { params }) => cardOf(work, params.customerId),
    liability: (work) => liabilityNow(work),
    listLiability: (work, { query }) => liabilityLines(work, query, host),
    join: async (work, { body }) => recordOf(work, await join(work, body.customerId)),
    topUp: acting<'topUp'>(topUp),
    addPaper: async (work, { params, body }) => {
      await addPaper(work, params, body.fileId);
      return afterwards(work, params.membershipId);
    },
    buyPackage: acting<'buyPackage'>(buyPackage),
    settle: acting<'settle'>(settleFromMember),
    correctPoints: acting<'correctPoints'>(correctPoints),
    setTier: acting<'setTier'>(setTier),
    askRefund: acting<'askRefund'>(askRefund),
    spend: async (work, { params, body }) => {
      await spend(work, await lockMember(work, params.membershipId), body);
      return afterwards(work, params.membershipId);
    },
    usePackage: async (work, { params, body }) => {
      const member = await lockMember(work, params.membershipId);
      await takeUse(work, member, body.packageItemId, { words: body.words });
      return afterwards(work, params.membershipId);
    },
    reverse: async (work, { params, body }) => {
      await reverseMovement(work, params.membershipId, params.movementId, body.reason);
      return afterwards(work, params.membershipId);
    },
    refundSum: async (work, { params, query }) => {
      const member = await memberById(work, params.membershipId);
      if (!member) throw notFound();
      return workOutRefund(work, member, { ...query, ground: query.ground ?? 'consumerReason' });
    },
    refund: (work, { params }) => oneRefund(work, params.refundId),
    payRefund: async (work, { params, body }) => {
      await payRefund(work, params.refundId, body);
      return oneRefund(work, params.refundId);
    },
    declineRefund: async (work, { params, body }) => {
      await declineRefund(work, params.refundId, body.reason);
      return oneRefund(work, params.refundId);
    },
    refundSheet: async (work, { params }, call) => {
      const { pdf, number } = await printedRefund(work, params.refundId, call);
      return sendPaper(call.reply, { pdf }, `储值退款-${number}`);
    },
  });
}

function serveRules(app: FastifyInstance, host: Host): void {
  const here = (work: Work) => shownRules(work, work.actor.unitPath);
  serve(app, host, memberRuleRoutes, {
    rules: here,
    saveRules: async (work, { body }) => {
      await changeRules(work, body);
      return here(work);
    },
    writeTerms: async (work, { body }) => shownTerms(await writeTerms(work, body)),
    stopPrepayment: async (work, { body }) => {
      await stopPrepayment(work, body);
      return here(work);
    },
    offerPackage: async (work, { body }) => shownOffer(await offerPackage(work, body)),
    changeOffer: async (work, { params, body }) =>
      shownOffer(await changeOffer(work, params.servicePackageId, body.isOffered)),
  });
}
