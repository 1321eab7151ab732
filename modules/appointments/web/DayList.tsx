import { Link } from '@tanstack/react-router';
import { PlateTag } from '#web/PlateTag.tsx';
import type { ListedAppointment } from '../contract.ts';
import { clockOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Who comes, by time. */
export function DayList({ items }: { items: readonly ListedAppointment[] }) {
  const { sayOf } = useAppointmentWords();
  return (
    <ol className="appointment-list">
      {items.map((one) => (
        <li key={one.id}>
          <Link
            to={`/appointments/${one.id}` as never}
            className={`appointment-line appointment-is-${one.state}`}
          >
            <span className="appointment-line-time figures">{clockOf(one.startsAt)}</span>
            <span className="appointment-line-who">
              {one.plate && <PlateTag plate={one.plate} />}
              <strong>{one.name}</strong>
              <span className="soft">
                {[sayOf('kind', one.kind), one.bayName, one.advisorName]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <q>{one.wish}</q>
            </span>
            <span className="appointment-line-state">{sayOf('state', one.state)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
