import type { Route } from '#shared/route.ts';
import type { Emergency } from './actor.ts';
import { statement } from './sql.ts';
import type { Work } from './work.ts';

/**
 * What stays shut while somebody goes beyond his scope: an hour is for helping, not for changing who may do what, for
 * taking data out, or for what cannot be taken back. By the right that a route asks for; `*` stands for any module.
 */
export const closedKinds = [
  { kind: 'roles', access: 'people.manage', alsoReading: false },
  { kind: 'keys', access: 'apiKeys.manage', alsoReading: false },
  { kind: 'houseAndErasure', access: 'organisation.manage', alsoReading: false },
  { kind: 'export', access: '*.export', alsoReading: true },
  { kind: 'import', access: '*.import', alsoReading: false },
] as const;

/** Whether a route stays shut while its caller's emergency access runs. */
export const closedWhileEmergency = (route: Pick<Route, 'access' | 'method'>): boolean =>
  closedKinds.some(
    ({ access, alsoReading }) =>
      (alsoReading || route.method !== 'GET') && isNamed(route.access, access),
  );

const isNamed = (access: string, pattern: string) =>
  pattern.startsWith('*') ? access.endsWith(pattern.slice(1)) : access === pattern;

/** An entry of the audit with the emergency access during which it was made; sealed with the rest of it. */
export const markedByEmergency = <Row extends { data: Record<string, unknown> }>(
  row: Row,
  { id }: Emergency,
): Row => ({ ...row, data: { ...row.data, emergencyId: id } });

const counted = statement<never, { emergencyId: string; reads: number; changes: number }>(
  'emergency.count',
  `update emergency_accesses set reads = reads + :reads, changes = changes + :changes
    where tenant_id = :tenant and id = :emergencyId`,
);

interface Told {
  kind: { name: string };
  data: object;
}
/** Adds what was read and changed to the account of an emergency access. */
export function countInEmergency(
  work: Work,
  emergencyId: string,
  entries: readonly Told[],
): Promise<number> {
  const readings = entries.filter(({ kind }) => kind.name === 'data.read');
  const reads = readings.reduce((sum, { data }) => sum + recordsOf(data), 0);
  const changes = entries.filter(({ kind }) => !notCounted.test(kind.name)).length;
  return work.run(counted, { emergencyId, reads, changes });
}

/** That it ended is no change of anything. */
const notCounted = /^(data\.read|people\.emergency\w+)$/;

const recordsOf = (data: object): number => (data as { records?: number }).records ?? 1;
