import { Link } from '@tanstack/react-router';
import { Icon } from '#web/Icon.tsx';
import type { ArrivalAppointment } from '../contract.ts';
import './appointments.css';
import './queue.css';
import { clockOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** A car that was expected today: when, for what, where and by whom. */
export function AppointmentHint({ of }: { of: ArrivalAppointment }) {
  const { say, sayOf } = useAppointmentWords();
  const facts = [
    say('appointmentLine', { time: clockOf(of.startsAt), kind: sayOf('kind', of.kind) }),
    sayOf('state', of.state),
    of.bayName && say('withBay', { bay: of.bayName }),
    of.advisorName && say('withAdvisor', { name: of.advisorName }),
    of.parts !== 'notNeeded' && say('withParts', { state: sayOf('parts', of.parts) }),
  ];
  return (
    <div className="appointment-hint">
      <strong>
        <Icon name="calendar" size={16} /> {say('todaysAppointment')}
      </strong>{' '}
      <Link to={`/appointments/${of.id}` as never}>{facts.filter(Boolean).join(' · ')}</Link>
      <q>{of.wish}</q>
    </div>
  );
}
