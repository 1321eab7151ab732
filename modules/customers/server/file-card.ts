import type { Cursors } from '#platform/cursor.ts';
import type { Work } from '#platform/work.ts';

/**
 * What a module shows of a customer on his page, or of a car on its: a piece of SQL that tells it as JSON, so that the page asks for all
 * such cards in one statement, and the answer that the card's own route would give (ARC-01).
 */
export interface FileCard<Told, Shown> {
  /** The permission of the card's own route; who does not hold it is not told. */
  readonly access: string;
  /** An expression of `:customerId` (of a car: `:vehicleId`) and `:scopes`: one value of JSON; NULL where there is nothing to show. */
  readonly sql: string;
  /** What the expression names besides. */
  readonly given?: (work: Work) => object;
  readonly shown: (told: Told, work: Work, cursors: Cursors) => Shown;
}
