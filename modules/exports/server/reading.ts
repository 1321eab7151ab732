import { notify } from '#modules/commitments/server/index.ts';
import { employeesWith, namesOf } from '#modules/people/server/index.ts';
import { readingEvents } from '#platform/audit/readings.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';

/** The top of the tree: whoever runs the house, wherever the reader sits. */
const wholeHouse = '1.';

/** Who pages through list after list is told of to the owner, at once (G-43). */
react(readingEvents.unusual, 'exports.tellReading', async (work: Work, { employeeId, rows }) => {
  const names = await namesOf(work, [employeeId]);
  const owners = await employeesWith(work, 'organisation.manage', wholeHouse);
  await notify(
    work,
    owners.map(({ id }) => id),
    {
      kind: 'exports.reading',
      about: { type: 'employee', id: employeeId },
      facts: { name: names.get(employeeId) ?? '', rows },
      key: `exports.reading:${employeeId}:${work.now.toISOString()}`,
    },
  );
});
