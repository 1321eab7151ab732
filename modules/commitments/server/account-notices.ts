import { peopleEvents } from '#modules/people/events.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { deviceOf } from '#shared/device.ts';
import { notify } from './notices.ts';
import { managersOfHouse } from './queries-notices.ts';

/* What happens to a person's way in is told to him at once: if it was not he, he can still act. */

const tell = (
  work: Work,
  employeeId: string,
  kind: string,
  facts: Readonly<Record<string, unknown>>,
  key: string,
) =>
  notify(work, [employeeId], {
    kind,
    about: { type: 'account', id: employeeId },
    facts,
    key: `${kind}:${key}`,
    isPrivate: true,
  });

react(peopleEvents.newDevice, 'commitments.tellNewDevice', (work, told) => {
  const { employeeId, sessionId, userAgent, address } = told;
  const known = deviceOf(userAgent);
  const device = known ? `${known.browser} · ${known.system}` : userAgent.slice(0, 60);
  return tell(work, employeeId, 'people.newDevice', { device, address }, sessionId);
});

react(peopleEvents.factorAdded, 'commitments.tellFactorAdded', (work, { employeeId, name }) =>
  tell(work, employeeId, 'people.factorAdded', { name }, work.now.toISOString()),
);
react(peopleEvents.factorRemoved, 'commitments.tellFactorRemoved', (work, { employeeId, name }) =>
  tell(work, employeeId, 'people.factorRemoved', { name }, work.now.toISOString()),
);
react(peopleEvents.factorsReset, 'commitments.tellFactorsReset', (work, { employeeId }) =>
  tell(work, employeeId, 'people.factorsReset', {}, work.now.toISOString()),
);
react(peopleEvents.recoveryCodeUsed, 'commitments.tellRecoveryCode', (work, told) =>
  tell(work, told.employeeId, 'people.recoveryCodeUsed', { left: told.left }, `${told.left}`),
);
react(peopleEvents.passkeyDoubted, 'commitments.tellPasskeyDoubted', (work, told) => {
  const { employeeId, passkeyId, name } = told;
  const key = `${passkeyId}:${work.now.toISOString()}`;
  return tell(work, employeeId, 'people.passkeyDoubted', { name }, key);
});

/** Who receives a leaver's work hears how much it is. */
react(peopleEvents.handedOver, 'commitments.tellHandedOver', async (work, told) => {
  const { employeeId, name, to } = told;
  for (const receiver of to) {
    await notify(work, [receiver.employeeId], {
      kind: 'people.handedOver',
      about: { type: 'employee', id: employeeId },
      facts: { name, count: receiver.count },
      key: `people.handedOver:${employeeId}:${work.now.toISOString()}`,
    });
  }
});

/** Somebody went beyond his scope: whoever manages the house, anywhere in it, hears of it at once. */
react(peopleEvents.emergencyOpened, 'commitments.tellEmergency', async (work, told) => {
  const { employeeId, emergencyId, name, unitName, reason } = told;
  const managers = await managersOfHouse(work, employeeId);
  await notify(
    work,
    managers.map(({ id }) => id),
    {
      kind: 'people.emergencyOpened',
      about: { type: 'emergencyAccess', id: emergencyId },
      facts: { name, unitName, reason },
      key: `people.emergencyOpened:${emergencyId}`,
    },
  );
});

/** A way in that somebody made at the server: every owner hears of it, himself included. */
react(peopleEvents.rescued, 'commitments.tellRescued', async (work, told) => {
  const { employeeId, name, orgPath } = told;
  const owners = await employeesWith(work, 'organisation.manage', orgPath);
  await notify(
    work,
    owners.map(({ id }) => id),
    {
      kind: 'people.rescued',
      about: { type: 'account', id: employeeId },
      facts: { name },
      key: `people.rescued:${employeeId}:${work.now.toISOString()}`,
      isPrivate: true,
    },
  );
});
