/** The door for the public page: it loads nothing of the house's screens. */
export { openPriceList } from './open.ts';
