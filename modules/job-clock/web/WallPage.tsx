import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boardColumns } from '#modules/service-orders/contract.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { sessionReading } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLive } from '#web/useLive.ts';
import { dispatchRoutes, type WallCard } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';
import './wall.css';

type Column = (typeof boardColumns)[number];

/** The same columns as the board at the desk (WSH-17). */
function columnOf({ state, waitingFor }: WallCard): Column {
  if (state === 'ready' || state === 'settled') return 'ready';
  if (waitingFor === 'customer' || state === 'estimated') return 'customer';
  if (waitingFor === 'parts' || waitingFor === 'sublet') return 'parts';
  if (state === 'selfChecked' || state === 'teamChecked') return 'inspection';
  return state === 'inWork' && waitingFor === '' ? 'inWork' : 'waiting';
}

/** What hangs on the wall: read from ten steps away, no menu, nothing of a person but the plate. */
export default function WallPage() {
  const { say, sayOf } = useClockWords();
  const { data: session, error: signedOut } = useQuery(sessionReading);
  useLive(session !== undefined);
  const { data, error } = useQuery({
    ...reading(dispatchRoutes.wall, {}, { follows: ['service-orders'] }),
    enabled: session !== undefined,
  });
  const columns = useMemo(() => Map.groupBy(data?.items ?? [], columnOf), [data]);
  if (signedOut) {
    return (
      <main className="wall wall-out">
        <a href={`/login?next=${encodeURIComponent('/workshop/wall')}`}>{say('signIn')}</a>
      </main>
    );
  }
  return (
    <main className="wall">
      <header>
        <h1>{say('wall')}</h1>
        {data && <span>{say('carsHere', { count: data.items.length })}</span>}
        <WallClock />
      </header>
      {!data && <ProblemNote problem={error} />}
      {data?.items.length === 0 && <p className="wall-none">{say('noCars')}</p>}
      <div className="wall-columns">
        {boardColumns.map((column) => (
          <section key={column} aria-label={sayOf('column', column)}>
            <h2>
              {sayOf('column', column)} <span>{columns.get(column)?.length ?? 0}</span>
            </h2>
            {columns.get(column)?.map((card) => (
              <WallTile key={card.id} card={card} isReady={column === 'ready'} />
            ))}
          </section>
        ))}
      </div>
    </main>
  );
}

function WallClock() {
  const { language } = useClockWords();
  const now = useNow();
  return <time>{shortTime(now.toISOString(), now, language)}</time>;
}

function WallTile({ card, isReady }: { card: WallCard; isReady: boolean }) {
  const { say, spoken, language } = useClockWords();
  const now = useNow();
  const minutes = (instant: string) => Math.floor((now.getTime() - Date.parse(instant)) / 60_000);
  const left = card.promisedAt === null ? undefined : -minutes(card.promisedAt);
  const tone =
    left === undefined || isReady
      ? ''
      : left < 0
        ? 'wall-late'
        : left < 60
          ? 'wall-soon'
          : 'wall-good';
  return (
    <article className={tone}>
      <PlateTag plate={card.plate} colour={card.plateColour} size="large" />
      <p className="wall-times">
        <span>{spoken(Math.max(0, minutes(card.stateSince)))}</span>
        {card.promisedAt && <strong>{shortTime(card.promisedAt, now, language)}</strong>}
      </p>
      <p className="wall-who">
        {[card.bay, card.working.join('、')].filter(Boolean).join(' · ')}
        {card.jobs > 0 && (
          <span>
            {card.jobsDone}/{card.jobs}
          </span>
        )}
      </p>
      {card.openItems > 0 && <p className="wall-open">{say('openItem')}</p>}
    </article>
  );
}
