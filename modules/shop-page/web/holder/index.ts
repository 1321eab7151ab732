/** The door of the pages without a login: it loads nothing of the house's screens. */
export { showHeldAppointment } from './appointment.ts';
export { showHeldData } from './mine.ts';
export { openShopPage } from './open.ts';
