import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type { ListedSublet, Sublet, SubletCost, SubletFigure } from '../contract.ts';
import { endedStates, subletLife } from '../lifecycle.ts';
import { type ListedRow, subletById, type WholeRow } from './queries.ts';
import type { CostRow, SumRow } from './queries-costs.ts';

/** What a job costs the house is known to the desk that agrees it and the till that books it. */
const seesCost = ({ actor }: Work, orgPath: string): boolean =>
  can(actor, 'serviceOrders.receive', orgPath) || can(actor, 'serviceOrders.settle', orgPath);

/** One of the list, as it goes out to this person. */
export function presentListed(work: Work, row: ListedRow): ListedSublet {
  const { orgPath, agreedFen, bookedFen, ...shown } = row;
  const { givenAt, dueAt, backAt, checkedAt } = wire(row);
  const isSeen = seesCost(work, orgPath);
  const costs = {
    agreedFen: isSeen ? agreedFen : null,
    bookedFen: isSeen && row.isBooked ? bookedFen : null,
  };
  return placed({ ...shown, givenAt, dueAt, backAt, checkedAt, ...costs }, orgPath);
}

/** A sublet with its entries and what this person may do next. */
export function presentSublet(work: Work, row: WholeRow): Sublet {
  const { costs, ...listed } = row;
  return placed(
    {
      ...presentListed(work, listed),
      costs: seesCost(work, row.orgPath) ? costs : [],
      steps: stepsFor(work, row),
    },
    row.orgPath,
  );
}

export async function shownSublet(work: Work, subletId: string): Promise<Sublet> {
  const row = await subletById(work, subletId);
  if (!row) throw notFound();
  return presentSublet(work, row);
}

function stepsFor({ actor }: Work, { state, orgPath, isBooked }: WholeRow): StepState[] {
  const may = (permission: string) => can(actor, permission, orgPath);
  const atDesk = may('serviceOrders.receive');
  const inWorkshop = may('serviceOrders.work');
  const mayCheck = inWorkshop || may('serviceOrders.inspect');
  const who = {
    postpone: atDesk,
    callOff: atDesk,
    takeBack: atDesk || inWorkshop,
    pass: mayCheck,
    fail: mayCheck,
  };
  const steps = subletLife.allowed(state).filter((step) => who[step]);
  const books = endedStates.includes(state) && may('serviceOrders.settle');
  const ofBooks = books ? [isBooked ? 'reverseCost' : 'bookCost'] : [];
  return [...steps, ...ofBooks].map((step) => ({ step, allowed: true }));
}

type Sums = Omit<SumRow, 'key' | 'name'>;
/** Price, cost, and what is left: margin ÷ price in thousandths, none where nothing is asked. */
export function presentSums({ jobs, priceFen, costFen }: Sums) {
  const marginFen = priceFen - costFen;
  const rate = priceFen > 0 ? Math.round((marginFen * 1000) / priceFen) : null;
  return { jobs, priceFen, costFen, marginFen, marginRate: rate };
}
export const presentFigure = ({ key, name, ...sums }: SumRow): SubletFigure => ({
  key,
  name,
  ...presentSums(sums),
});

export function presentCost({ orgPath, at: _, ...shown }: CostRow): SubletCost {
  return placed(shown, orgPath);
}
