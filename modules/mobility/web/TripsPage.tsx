import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import { tripRoutes as routes } from '../contract.ts';
import { openTripStates, type TripKind, tripKinds } from '../lifecycle.ts';
import { TripCards } from './TripCards.tsx';
import { TripTable } from './TripTable.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

const TripSheet = lazy(async () => ({ default: (await import('./TripSheet.tsx')).TripSheet }));

/** The desk sees who is out: what waits for a driver, who is under way, who is there; or all records. */
export default function TripsPage() {
  const { say } = useMobilityWords();
  const navigate = useNavigate();
  const mayAsk = mayUse(useSession(), ['serviceOrders.receive']);
  const [{ view, new: isNew, kind, appointmentId, orderId }, setAddress] = useAddress();
  const begin = () => setAddress({ new: '1' });
  useHotkey(mayAsk ? { keys: 'n', label: say('newTrip'), group: 'page', run: begin } : null);
  const of = orderId ? { orderId } : appointmentId ? { appointmentId } : undefined;
  return (
    <Page
      title={say('trips')}
      actions={
        mayAsk && (
          <Button type="primary" onClick={begin}>
            {say('newTrip')}
            <kbd className="for-keyboard">n</kbd>
          </Button>
        )
      }
      filters={
        <Segmented
          value={view ?? 'now'}
          onChange={(next) => setAddress({ view: next === 'all' ? 'all' : undefined })}
          options={[
            { value: 'now', label: say('now') },
            { value: 'all', label: say('all') },
          ]}
        />
      }
    >
      {view === 'all' ? <TripTable /> : <Board />}
      {isNew && mayAsk && (
        <Suspense fallback={null}>
          <TripSheet
            kind={tripKinds.find((one): one is TripKind => one === kind)}
            of={of}
            onClose={(made) => {
              if (made) void navigate({ to: `/trips/${made.id}` as never });
              else {
                const none = undefined;
                setAddress({ new: none, kind: none, appointmentId: none, orderId: none });
              }
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

/** By state, the most pressing first. */
function Board() {
  const { say, sayOf } = useMobilityWords();
  const { data, error, refetch } = useQuery(reading(routes.open, {}, { follows: ['trips'] }));
  if (!data) {
    return (
      <>
        <ProblemNote problem={error} />
        {error ? <Button onClick={() => void refetch()}>{say('readAgain')}</Button> : <Waiting />}
      </>
    );
  }
  if (data.items.length === 0) return <EmptyState icon="car" title={say('emptyOpen')} />;
  return (
    <div className="trip-board">
      {openTripStates.map((state) => {
        const trips = data.items.filter((one) => one.state === state);
        return (
          <section key={state} className="trip-column">
            <h2>
              {sayOf('state', state)} <span className="soft">{trips.length}</span>
            </h2>
            <TripCards trips={trips} label={sayOf('state', state)} />
          </section>
        );
      })}
    </div>
  );
}
