import { Link } from '@tanstack/react-router';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { ListedTrip } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** Trips as cards, each a way into it. */
export function TripCards(props: {
  trips: readonly ListedTrip[];
  label: string;
  byDriver?: boolean;
}) {
  const { trips, label, byDriver = true } = props;
  const { say, sayOf } = useMobilityWords();
  const language = useLanguage();
  const now = useNow();
  return (
    <ul className="trip-cards" aria-label={label}>
      {trips.map((trip) => (
        <li key={trip.id} className={`trip-card trip-card-${trip.kind}`}>
          <div className="trip-card-head">
            <b>{sayOf('kind', trip.kind)}</b>
            <PlateTag plate={trip.plate} />
            <Deadline dueAt={trip.arriveBy} doneAt={trip.arrivedAt} />
          </div>
          <Link className="trip-card-way" to={`/trips/${trip.id}` as never}>
            {trip.address}
          </Link>
          <p className="soft">
            {[
              trip.customerName,
              shortTime(trip.arriveBy, now, language),
              byDriver ? trip.driverName || say('noDriver') : sayOf('state', trip.state),
            ].join(' · ')}
          </p>
          {trip.wish && <p className="trip-card-wish">{trip.wish}</p>}
        </li>
      ))}
    </ul>
  );
}
