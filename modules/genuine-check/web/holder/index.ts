/** The door for the public page: it loads nothing of the house's screens. */
export { openGenuineCheck } from './open.ts';
