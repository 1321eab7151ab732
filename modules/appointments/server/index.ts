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

export { appointmentsModule } from './routes.ts';
export { appointmentBecame } from './steps.ts';
