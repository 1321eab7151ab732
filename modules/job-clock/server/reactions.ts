import { peopleEvents } from '#modules/people/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { defineTask, react } from '#platform/tasks.ts';
import { foresee } from './lateness.ts';
import { endClocksOf } from './queries.ts';
import { endAssignmentsOf } from './queries-dispatch.ts';
import { foreseenTask } from './tasks.ts';

defineTask<{ orderId: string }>(foreseenTask.name, (work, { orderId }) => foresee(work, orderId));

/** Another promise, another job, a job done: what is left is reckoned anew. */
react(serviceOrderEvents.changed, 'jobClock.reckonChanged', (work, { orderId }) =>
  foresee(work, orderId),
);
react(serviceOrderEvents.stateChanged, 'jobClock.reckonMoved', (work, { orderId }) =>
  foresee(work, orderId),
);

/** Who leaves has no jobs any more: they wait to be given to somebody (ORG-07); nor does a clock of his run on. */
react(
  peopleEvents.employmentChanged,
  'jobClock.endWithLeaver',
  async (work, { employeeId, to }) => {
    if (to !== 'left') return;
    await endAssignmentsOf(work, employeeId);
    await endClocksOf(work, employeeId);
  },
);
