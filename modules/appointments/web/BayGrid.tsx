import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import type { Bay, BookedDay, ListedAppointment } from '../contract.ts';
import {
  type Frame,
  frameOf,
  hoursOf,
  inLines,
  instantUnder,
  placeIn,
  stepMs,
} from './gridPlaces.ts';
import './grid.css';
import { clockOf } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

interface GridProps {
  day: BookedDay;
  mayBook: boolean;
  onBegin: (begun: { startsAt: string; bayId?: string }) => void;
  onMove: (one: ListedAppointment, startsAt: string, bayId: string | null) => void;
}
const isDrawn = ({ state, way }: ListedAppointment) => !(way === 'walkIn' && state === 'arrived');
const mayMove = ({ state }: ListedAppointment) => ['asked', 'booked', 'confirmed'].includes(state);

/** Bays beside the clock. What is booked is dragged, or moved by Shift and the arrows; a free place books there. */
export function BayGrid({ day, mayBook, onBegin, onMove }: GridProps) {
  const { say, sayOf } = useAppointmentWords();
  const [dragged, setDragged] = useState<ListedAppointment | null>(null);
  const frame = frameOf(day);
  const items = day.items.filter(isDrawn);
  const lanes = [
    ...day.bays.map((bay) => ({
      bay: bay as Bay | null,
      items: items.filter(({ bayId, state }) => bayId === bay.id && state !== 'noShow'),
    })),
    ...inLines(items.filter(({ bayId, state }) => bayId === null || state === 'noShow')).map(
      (line) => ({ bay: null, items: line }),
    ),
  ];
  const bayIds = [...day.bays.map(({ id }) => id), null];
  /** Shift with an arrow: a quarter of an hour, or the next bay. */
  const onKey = (one: ListedAppointment, key: string) => {
    const later = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (!mayBook || !mayMove(one) || (later === 0 && down === 0)) return false;
    const startsAt = new Date(Date.parse(one.startsAt) + later * stepMs).toISOString();
    const bayId = bayIds[bayIds.indexOf(one.bayId) + down];
    if (bayId !== undefined) onMove(one, startsAt, bayId);
    return true;
  };
  return (
    <section className="appointment-grid" aria-label={say('book')}>
      <div className="appointment-hours" aria-hidden="true">
        {hoursOf(frame).map((at) => (
          <span key={at} className="figures">
            {clockOf(new Date(at).toISOString())}
          </span>
        ))}
      </div>
      {lanes.map(({ bay, items: own }, at) => (
        <div key={bay?.id ?? `line${at}`} className="appointment-lane">
          <span className="appointment-lane-name" title={bay?.name}>
            <span>{bay ? bay.name : say('noBay')}</span>
            {bay && <span className="soft">{sayOf('kind', bay.kind)}</span>}
          </span>
          <Track
            frame={frame}
            bay={bay}
            isOpen={mayBook}
            onPlace={(startsAt) => onBegin({ startsAt, ...(bay && { bayId: bay.id }) })}
            onDrop={(startsAt) => {
              if (dragged) onMove(dragged, startsAt, bay?.id ?? null);
              setDragged(null);
            }}
          >
            {own.map((one) => (
              <Tile
                key={one.id}
                one={one}
                frame={frame}
                canMove={mayBook && mayMove(one)}
                onDrag={setDragged}
                onKey={onKey}
              />
            ))}
          </Track>
        </div>
      ))}
    </section>
  );
}

function Track(props: {
  frame: Frame;
  bay: Bay | null;
  isOpen: boolean;
  onPlace: (startsAt: string) => void;
  onDrop: (startsAt: string) => void;
  children: React.ReactNode;
}) {
  const { frame, bay, isOpen, onPlace, onDrop, children } = props;
  const { say } = useAppointmentWords();
  const now = useNow();
  const at = now.getTime();
  const under = (event: React.MouseEvent) =>
    instantUnder(frame, event.currentTarget.getBoundingClientRect(), event.clientX);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place for the pointer; by keys one books with n and moves with Shift
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="appointment-track"
      onClick={(event) => isOpen && event.target === event.currentTarget && onPlace(under(event))}
      onDragOver={(event) => isOpen && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(under(event));
      }}
    >
      {hoursOf(frame).map((hour) => (
        <i
          key={hour}
          className="appointment-hour-line"
          style={{ left: `${(100 * (hour - frame.from)) / (frame.to - frame.from)}%` }}
        />
      ))}
      {bay?.outages.map(({ id, fromAt, untilAt, reason }) =>
        Date.parse(fromAt) < frame.to && (untilAt === null || Date.parse(untilAt) > frame.from) ? (
          <span
            key={id}
            className="appointment-outage"
            style={placeIn(frame, fromAt, untilAt)}
            title={say('outOfOrder', { reason })}
          >
            {say('outOfOrder', { reason })}
          </span>
        ) : null,
      )}
      {at > frame.from && at < frame.to && (
        <i
          className="appointment-now"
          style={{ left: `${(100 * (at - frame.from)) / (frame.to - frame.from)}%` }}
        />
      )}
      {children}
    </div>
  );
}

function Tile(props: {
  one: ListedAppointment;
  frame: Frame;
  canMove: boolean;
  onDrag: (one: ListedAppointment) => void;
  onKey: (one: ListedAppointment, key: string) => boolean;
}) {
  const { one, frame, canMove, onDrag, onKey } = props;
  const { sayOf } = useAppointmentWords();
  const navigate = useNavigate();
  const who = [one.plate, one.name].filter(Boolean).join(' ');
  const what = [sayOf('kind', one.kind), sayOf('state', one.state)].join(' · ');
  return (
    <button
      type="button"
      className={`appointment-tile appointment-is-${one.state}`}
      style={placeIn(frame, one.startsAt, one.endsAt)}
      title={`${clockOf(one.startsAt)}–${clockOf(one.endsAt)} ${who} ${what}\n${one.wish}`}
      draggable={canMove}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', one.id);
        onDrag(one);
      }}
      onKeyDown={(event) => {
        if (event.shiftKey && onKey(one, event.key)) event.preventDefault();
      }}
      onClick={() => void navigate({ to: `/appointments/${one.id}` as never })}
    >
      <strong>{who}</strong>
      <span>
        {clockOf(one.startsAt)} {what}
      </span>
    </button>
  );
}
