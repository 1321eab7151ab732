import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type ListedReview, reviewRoutes } from '../contract.ts';
import './reviews.css';
import { useSay } from './said.ts';

const MakeSheet = lazy(() => import('./MakeSheet.tsx'));

function useColumns(): Column<ListedReview>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'period',
      title: say('period'),
      width: 230,
      card: 'title',
      show: ({ fromOn, untilOn }) => `${fromOn} – ${untilOn}`,
    },
    { key: 'unit', title: say('unit'), isLong: true, show: (row) => row.unitName },
    {
      key: 'state',
      title: say('state'),
      width: 100,
      card: 'side',
      show: ({ state }) => say(`review_${state}`),
    },
    {
      key: 'measures',
      title: say('measuresOf'),
      width: 200,
      show: ({ measures, measuresOpen }) =>
        measures === 0 ? (
          <span className="soft">{say('none')}</span>
        ) : (
          say('openOfAll', { open: measuresOpen, all: measures })
        ),
    },
    { key: 'by', title: say('madeBy'), width: 120, show: (row) => row.createdByName },
    {
      key: 'at',
      title: say('madeAt'),
      width: 140,
      show: ({ createdAt }) => shortTime(createdAt, now(), language),
    },
  ];
}

/** The summary meetings, the latest period first (CMP-13). */
export default function ReviewsPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [address, set] = useAddress();
  const list = useRows(reviewRoutes.list, {});
  const mayMake = mayUse(useSession(), ['complaints.supervise']);
  const close = () =>
    set({ make: undefined, grain: undefined, on: undefined, orgUnitId: undefined });
  return (
    <Page
      title={say('reviews')}
      actions={
        mayMake && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => set({ make: '1' })}>
            {say('makePack')}
          </Button>
        )
      }
    >
      <ResourceTable
        label={say('reviews')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/complaint-reviews/${id}`}
        empty={<EmptyState icon="people" title={say('noReviews')} next={say('noReviewsNext')} />}
      />
      {mayMake && address.make && (
        <Suspense>
          <MakeSheet
            asked={address}
            onClose={close}
            onMade={(id) => void navigate({ to: `/complaint-reviews/${id}` })}
          />
        </Suspense>
      )}
    </Page>
  );
}
