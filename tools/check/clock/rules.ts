import { defineRule } from '#modules/commitments/server/index.ts';
import { defineTask } from '#platform/tasks.ts';

/** Promises in hours of business, of half an hour to more than a day of work. */
export const minuteRules = [30, 240, 1500].map((minutes) =>
  defineRule({
    key: `clock.minutes${minutes}`,
    source: '守诺检查',
    term: { kind: 'workingMinutes', minutes },
    warnBeforeMinutes: 60,
    ladder: [
      { afterMinutes: 0, permission: 'followUps.supervise' },
      { afterMinutes: 600, permission: 'organisation.manage' },
    ],
  }),
);

/** Does nothing; that it ran, and how often, is on record. */
export const tick = defineTask<{ number: number }>('clock.tick', async () => {});
