/** The customer's side: his page of a complaint, and the box to complain at his page of an order. */
export { complainBox } from './complain.ts';
export { showHeldComplaint } from './page.ts';
