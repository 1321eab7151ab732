import { newId } from '#platform/ids.ts';
import { defineOpenWork } from './open-work.ts';
import { giveKeys, giveStandIns, keysHeldBy, standInsHeldBy } from './queries-handing-over.ts';

/* What this module's own records can leave with a person. */

defineOpenWork({
  kind: 'standIns',
  covers: ['standIns.standInId'],
  aboutType: 'standIn',
  needs: null,
  find: standInsHeldBy,
  give: (work, _fromId, given) => {
    const byId = work.actor.kind === 'user' ? work.actor.id : null;
    return giveStandIns(
      work,
      given,
      given.map(() => newId(work.now)),
      byId,
    );
  },
});

defineOpenWork({
  kind: 'keys',
  covers: ['apiKeys.keeperId'],
  aboutType: 'apiKey',
  needs: 'apiKeys.manage',
  find: keysHeldBy,
  give: giveKeys,
});
