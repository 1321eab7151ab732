import type { TeamDay } from '../contract.ts';
import { inHours } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Hours booked of hours there, a bar for each team. */
export function LoadBars({ teams }: { teams: readonly TeamDay[] }) {
  const { say, sayOf } = useAppointmentWords();
  return (
    <ul className="appointment-loads" aria-label={say('load')}>
      {teams.map(({ team, booked, there }) => {
        const share = there === 0 ? 100 : Math.min(100, (100 * booked) / there);
        const tone = booked > there ? 'over' : share >= 85 ? 'full' : 'room';
        return (
          <li key={team} className={`appointment-load appointment-load-${tone}`}>
            <span className="figures">
              {say('hoursOf', {
                team: sayOf('team', team),
                booked: inHours(booked),
                there: inHours(there),
              })}
              {booked > there && ` · ${say('hoursOver')}`}
            </span>
            <span className="appointment-load-track" aria-hidden="true">
              <i style={{ width: `${share}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
