import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { Appointment, ListedAppointment } from '../contract.ts';
import { stepsFor } from './policy.ts';
import { type ListedRow, seenAppointment } from './queries.ts';

export function presentListed(row: ListedRow): ListedAppointment {
  const { id, state, kind, team, way, fetching, name, phone, plate, model, wish, version } = row;
  const { customerId, vehicleId, plannedMinutes, bayId, bayName, advisorId, advisorName } = row;
  const { parts, takenByName, orderId, timesMoved } = row;
  const { startsAt, endsAt, arrivedAt, calledAt } = wire(row);
  return placed(
    {
      ...{ id, state, kind, team, way, fetching, name, phone, plate, model, wish, version },
      ...{ customerId, vehicleId, plannedMinutes, bayId, bayName, advisorId, advisorName },
      ...{ parts, takenByName, orderId, timesMoved },
      ...{ startsAt, endsAt, arrivedAt, calledAt },
    },
    row.orgPath,
  );
}

const utc = (text: string) => new Date(text).toISOString();

/** The whole appointment in one statement, with what this person may do next. */
export async function shownAppointment(work: Work, appointmentId: string): Promise<Appointment> {
  const row = await seenAppointment(work, appointmentId);
  if (!row) throw notFound();
  const { place, partsNote, cancelReason, orgPath, state } = row;
  return placed(
    {
      ...presentListed(row),
      ...{ place, partsNote, cancelReason },
      entries: row.entries.map((entry) => ({
        ...entry,
        formerAt: entry.formerAt === null ? null : utc(entry.formerAt),
        startsAt: utc(entry.startsAt),
        at: utc(entry.at),
      })),
      steps: stepsFor(work.actor, { orgPath, state }),
    },
    orgPath,
  );
}
