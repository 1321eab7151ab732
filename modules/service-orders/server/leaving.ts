import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { OrderRow } from './queries.ts';

type Leaving = Pick<OrderRow, 'id' | 'orgPath'>;
/** Says what stands in the way of a car that is settled: a code with words of its own; nothing if it may leave. */
type Rule = (work: Work, order: Leaving) => Promise<string | undefined>;

let rule: Rule | undefined;

/** One module below says what a car needs besides its certificate before it is delivered. */
export function defineDeparture(given: Rule): void {
  if (rule) throw new Error('leaving has its rule already');
  rule = given;
}

/** Asks the rule, where there is one. */
export const obstacleToLeaving = async (work: Work, order: Leaving): Promise<string | undefined> =>
  rule?.(work, order);

/** @throws Problem 409 as the rule says */
export async function refuseToLeave(work: Work, order: Leaving): Promise<void> {
  const obstacle = await obstacleToLeaving(work, order);
  if (obstacle) throw new Problem(409, obstacle);
}

/** Why nothing may be settled yet: a code with words of its own and what it names. */
export interface Unsettled {
  code: string;
  facts: Record<string, unknown>;
}
type SettlingRule = (work: Work, order: Leaving) => Promise<Unsettled | undefined>;
let settling: SettlingRule | undefined;

/** One module below says what an order needs before it is settled. */
export function defineSettling(given: SettlingRule): void {
  if (settling) throw new Error('settling has its rule already');
  settling = given;
}

/** @throws Problem 409 as the rule says */
export async function refuseToSettle(work: Work, order: Leaving): Promise<void> {
  const obstacle = await settling?.(work, order);
  if (obstacle) throw new Problem(409, obstacle.code, obstacle.facts);
}
