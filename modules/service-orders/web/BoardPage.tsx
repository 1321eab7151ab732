import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime, spokenMinutes } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type BoardCard, boardColumns, serviceOrderRoutes as routes } from '../contract.ts';
import './board.css';
import './orders.css';
import { boardPatch } from './boardCards.ts';
import { useBoardFilter } from './useBoardFilter.tsx';
import { useOrderWords } from './useOrderWords.ts';

/** Where each vehicle is; columns at the desk and on the wall, one list in the hand. It follows by itself. */
export default function BoardPage() {
  const { say, sayOf } = useOrderWords();
  const { data, error, isPending, refetch } = useQuery(
    reading(routes.board, {}, { patch: boardPatch }),
  );
  const all = data?.items ?? [];
  const { cards, filters } = useBoardFilter(all);
  return (
    <Page
      title={say('board')}
      note={data && say('carsHere', { count: cards.length })}
      filters={all.length > 0 && filters}
    >
      {error && !data && (
        <div>
          <ProblemNote problem={error} />
          <Button onClick={() => void refetch()}>{say('readAgain')}</Button>
        </div>
      )}
      {!isPending && !error && all.length === 0 && (
        <EmptyState icon="board" title={say('noCars')} next={say('noCarsNext')} />
      )}
      {cards.length > 0 && (
        <div className="order-board">
          {boardColumns.map((column) => {
            const own = cards.filter((card) => card.column === column);
            return (
              <section
                key={column}
                aria-label={sayOf('column', column)}
                className={`order-board-column ${own.length === 0 ? 'order-board-none' : ''}`}
              >
                <h2>
                  {sayOf('column', column)} <span className="soft figures">{own.length}</span>
                </h2>
                {own.map((card) => (
                  <BoardTile key={card.id} card={card} />
                ))}
              </section>
            );
          })}
        </div>
      )}
    </Page>
  );
}

function BoardTile({ card }: { card: BoardCard }) {
  const { say, sayOf } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const minutesSince = (at: string) =>
    Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000));
  const minutes = minutesSince(card.stateSince);
  return (
    <Link
      to={`/service-orders/${card.id}` as never}
      className={`order-tile ${card.isLate ? 'order-tile-late' : ''}`}
    >
      <span className="order-tile-head">
        <PlateTag plate={card.plate} colour={card.plateColour} />
        {card.promisedAt && (
          <span className={card.isLate ? 'order-tile-time-late' : 'soft'}>
            {shortTime(card.promisedAt, now, language)}
          </span>
        )}
      </span>
      <span className="order-tile-line">
        {card.customerName} <span className="soft">{card.model}</span>
      </span>
      <span className="order-tile-foot soft">
        <span>
          {sayOf('', card.state)}
          {card.waitingFor && ` · ${sayOf('wait', card.waitingFor)}`}
        </span>
        <span>{say('inColumn', { time: spokenMinutes(minutes, language) })}</span>
      </span>
      <span className="order-tile-foot soft">
        <span>
          {[card.technicianName || card.advisorName, card.bay].filter(Boolean).join(' · ')}
        </span>
        {card.jobs > 0 && <span>{say('jobsCount', { done: card.jobsDone, all: card.jobs })}</span>}
      </span>
      {card.linesOutside > 0 && (
        <span className="order-state order-state-warn">
          {say('outsideCount', { count: card.linesOutside })}
        </span>
      )}
      {card.openItems > 0 && (
        <span className="order-state order-state-warn">
          {say('itemsOpen', { count: card.openItems })}
          {card.openItemSince && ` · ${spokenMinutes(minutesSince(card.openItemSince), language)}`}
        </span>
      )}
    </Link>
  );
}
