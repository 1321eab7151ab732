/** The last state of it, for who has no network now. */
export { showKept } from './kept.ts';
/** The page of an order, for the customer who came by a link. */
export { showVisit } from './show.ts';
