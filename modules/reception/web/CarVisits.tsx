import { Link } from '@tanstack/react-router';
import { Money } from '#web/Money.tsx';
import type { PlateCard } from '../contract.ts';
import { dayOf } from './days.ts';
import { linkTo } from './links.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/** The last visits, the latest first: when, how far it had run, in whose words, what was done. */
export function CarVisits({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  const { visits, visitCount, vehicle } = card;
  return (
    <section className="car-visits">
      <h3>
        {say('visits')}
        {visitCount > visits.length && (
          <span className="soft"> {say('visitsCount', { count: visitCount })}</span>
        )}
      </h3>
      {visits.length === 0 && <p className="soft">{say('visitsNone')}</p>}
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <Link to={linkTo.order(visit.id)} className="figures">
              {dayOf(visit.receivedAt)}
            </Link>
            <span className="soft figures">
              {say('mileage', { km: visit.mileageKm.toLocaleString('en-US') })}
            </span>
            <span>{sayOf('kind', visit.kind)}</span>
            {visit.settledFen !== null && <Money fen={visit.settledFen} />}
            <q>{visit.customerWords}</q>
            <span className="car-jobs">
              {visit.jobs.map(({ description }) => description).join(say('between')) ||
                say('noJobs')}
            </span>
          </li>
        ))}
      </ul>
      {vehicle.remark && <Kept title={say('remark')} words={vehicle.remark} />}
      {vehicle.historyNote && <Kept title={say('historyNote')} words={vehicle.historyNote} />}
    </section>
  );
}

function Kept({ title, words }: { title: string; words: string }) {
  return (
    <div className="car-kept">
      <h3>{title}</h3>
      <p>{words}</p>
    </div>
  );
}
