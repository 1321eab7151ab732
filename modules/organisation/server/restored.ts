import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { writingWork } from '#platform/work.ts';
import { organisationEvents } from '../events.ts';
import { everyTenant } from './queries.ts';

/** Puts on record, for each tenant, that the data now comes from a backup. */
export async function noteRestore(
  { database, clock, live }: Host,
  restored: { backup: string; at: string | null },
): Promise<void> {
  const { rows } = await database.global(everyTenant, []);
  for (const { id } of rows as { id: string }[]) {
    await writingWork(
      database,
      { actor: systemActor(id, 'restore'), now: clock.now(id) },
      (work) => work.emit(organisationEvents.restored, restored, { type: 'tenant', id }),
      live.tell,
    );
  }
}
