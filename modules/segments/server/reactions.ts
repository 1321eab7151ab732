import { customerEvents } from '#modules/customers/events.ts';
import { importEvents } from '#modules/imports/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { defineTask, react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { factsOf } from './formulas.ts';
import { sweepCustomers } from './queries-sweep.ts';
import { countNow, countSoon, sweepFrom, sweepNext } from './sweeping.ts';
import { countTask, sweepTask } from './tasks.ts';

const ofCustomer = async (work: Work, { customerId }: { customerId: string }) => {
  await sweepCustomers(work, factsOf(work), [customerId]);
  await countSoon(work);
};
react(customerEvents.added, 'segments.ofNewCustomer', ofCustomer);
react(customerEvents.visited, 'segments.ofVisit', ofCustomer);
react(serviceOrderEvents.delivered, 'segments.ofDelivery', ofCustomer);
react(serviceOrderEvents.leftUnrepaired, 'segments.ofQuestion', ofCustomer);
react(importEvents.done, 'segments.afterImport', (work) => sweepFrom(work));
react(importEvents.undone, 'segments.afterUndo', (work) => sweepFrom(work));

defineTask<{ afterId: string }>(sweepTask.name, sweepNext);
defineTask(countTask.name, countNow);
