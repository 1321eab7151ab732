import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { tripRoutes as routes } from '../contract.ts';
import { TripCards } from './TripCards.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

/** What its driver is to go, the most pressing first; by thumb. */
export default function MyTripsPage() {
  const { say } = useMobilityWords();
  const { data, error, refetch } = useQuery(reading(routes.mine, {}, { follows: ['trips'] }));
  return (
    <Page title={say('mine')}>
      <ProblemNote problem={error} />
      {!data && error && <Button onClick={() => void refetch()}>{say('readAgain')}</Button>}
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <EmptyState icon="car" title={say('emptyMine')} />}
      {data && <TripCards trips={data.items} label={say('mine')} byDriver={false} />}
    </Page>
  );
}
