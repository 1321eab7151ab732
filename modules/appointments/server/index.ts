import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { appointmentProblems } from '../locales/problems.ts';
import { appointmentsHeldBy, giveAppointments } from './queries-open-work.ts';
import './exported.ts';

addProblemWords(appointmentProblems);
defineOpenWork({
  kind: 'appointments',
  covers: ['appointments.advisorId'],
  aboutType: 'appointment',
  needs: 'serviceOrders.receive',
  find: appointmentsHeldBy,
  give: giveAppointments,
});

export {
  type AskedByWeb,
  appointmentToChange,
  bookByWeb,
  moveByCustomer,
} from './by-customer.ts';
export { timesFreeAt } from './capacity.ts';
export { graceAt } from './deadlines.ts';
export type { Found } from './hours.ts';
export { type AppointmentRow, seenAppointment } from './queries.ts';
export { appointmentsModule } from './routes.ts';
export { appointmentBecame, cancel as cancelAppointment } from './steps.ts';
