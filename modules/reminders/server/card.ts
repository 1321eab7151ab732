import type { FileCard } from '#modules/customers/server/index.ts';
import { type JsonRow, jsonRows, rowOfJson } from '#platform/json-rows.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { ReplyOf } from '#shared/route.ts';
import type { proposalRoutes } from '../contract.ts';
import { placeOfProposal, presentProposal } from './present.ts';
import { firstOf, ofCar, type ProposalShown } from './queries.ts';
import { quietDaysAt } from './rules.ts';

type Page = ReplyOf<typeof proposalRoutes.list>;
const dated = { createdAt: true, updatedAt: true, dismissedAt: true } as const;

const cardOf = (whose: string): FileCard<JsonRow<ProposalShown>[], Page> => ({
  access: 'followUps.see',
  sql: jsonRows(firstOf(whose, quietDaysAt(':unitPath::text'), sizeOf({}) + 1)),
  given: ({ actor }) => ({ unitPath: actor.unitPath }),
  shown: (told, { actor }, cursors) => {
    const rows = told.map((row) => rowOfJson(row, dated));
    const present = (row: ProposalShown) => presentProposal(actor, row);
    return pageOf(cursors, 'serviceProposals', {}, rows, placeOfProposal, present);
  },
});

/** What the cars of a customer need next, on his page: the first page of the list. */
export const servicesCard = cardOf('p.customer_id = :customerId::uuid');
/** What a car needs next, on its page. */
export const vehicleServicesCard = cardOf(ofCar(':vehicleId::uuid'));
