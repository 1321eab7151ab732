import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { appointmentRoutes as routes } from '../contract.ts';
import type { WorkKind } from '../lifecycle.ts';
import './appointments.css';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** What the work of an order of that kind is to the workshop, and how long it takes at least. */
const workOf: Readonly<Record<string, { kind: WorkKind; minutes: number }>> = {
  maintenance: { kind: 'maintenance', minutes: 60 },
  repair: { kind: 'repair', minutes: 60 },
  repeatRepair: { kind: 'repair', minutes: 60 },
  bodyPaint: { kind: 'body', minutes: 240 },
  inspection: { kind: 'inspection', minutes: 30 },
};

interface FitNoteProps {
  orderKind: string;
  /** What is about to be promised. */
  by: string;
  /** When its own appointment is done: then that is what was planned. */
  plannedUntil?: string;
  onUse: (instant: string) => void;
}

/** Beyond what the workshop can do is told before it is promised, with the first time that fits (WSH-02, WSH-11). */
export function FitNote({ orderKind, by, plannedUntil, onUse }: FitNoteProps) {
  const { say } = useAppointmentWords();
  const language = useLanguage();
  const now = useNow();
  const work = workOf[orderKind];
  const { data } = useQuery({
    ...reading(routes.fits, { query: { ...(work ?? { kind: 'repair', minutes: 60 }), by } }),
    enabled: work !== undefined && plannedUntil === undefined,
  });
  const isTooSoon = plannedUntil !== undefined && by < plannedUntil;
  const earliest = isTooSoon ? plannedUntil : data?.fits === false ? data.earliestAt : undefined;
  if (earliest === undefined) return null;
  const time = earliest === null ? '' : shortTime(earliest, now, language);
  return (
    <p className="appointment-fit" role="status">
      <Icon name="alert" size={16} />{' '}
      {earliest === null
        ? say('fitsNever')
        : say(isTooSoon ? 'beyondAppointment' : 'fitsNot', { time })}{' '}
      {earliest !== null && (
        <Button size="small" onClick={() => onUse(earliest)}>
          {say('fitsUse', { time })}
        </Button>
      )}
    </p>
  );
}
