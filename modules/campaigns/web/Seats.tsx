import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { type Campaign, type CampaignReply, replyRoutes } from '../contract.ts';
import { useSay } from './useSay.ts';

const AnswerSheet = lazy(() => import('./AnswerSheet.tsx'));

/** An event's seats and answers: who comes with how many, who waits, who declined, who came. */
export function Seats({ campaign }: { campaign: Campaign }) {
  const say = useSay();
  const params = { campaignId: campaign.id };
  const [isAnswering, setAnswering] = useState(false);
  const mayAnswer = mayUse(useSession(), ['messages.send']);
  const { data, error } = useQuery(reading(replyRoutes.seats, { params }));
  const list = useRows(replyRoutes.list, { params });
  return (
    <Card
      title={say('replies')}
      actions={
        mayAnswer &&
        data?.isOpen && (
          <div className="campaign-seats">
            <Link to={`/campaigns/${campaign.id}/door` as string}>
              <Button>{say('door')}</Button>
            </Link>
            <Button onClick={() => setAnswering(true)}>{say('takeAnswer')}</Button>
          </div>
        )
      }
    >
      <ProblemNote problem={error} />
      {data && (
        <p className="campaign-seats" role="status">
          <strong>{say('takenOf', { taken: data.taken, capacity: data.capacity })}</strong>
          <span>{say('waitingSeats', { count: data.waiting })}</span>
          <span>{say('declinedCount', { count: data.declined })}</span>
          <span>{say('cameSeats', { count: data.came })}</span>
        </p>
      )}
      <ResourceTable
        label={say('replies')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="people" title={say('noReplies')} next={say('noRepliesNext')} />}
      />
      {isAnswering && (
        <Suspense fallback={null}>
          <AnswerSheet campaignId={campaign.id} onClose={() => setAnswering(false)} />
        </Suspense>
      )}
    </Card>
  );
}

function useAnswered() {
  const say = useSay();
  return ({ state, place, movedUp }: CampaignReply) => {
    if (place !== null) return say('waitingAt', { place });
    if (!movedUp) return say(state);
    return (
      <>
        {say('movedUp')}
        {movedUp.told && (
          <span className={isUntold(movedUp.told) ? 'campaign-untold' : 'soft'}>
            {say(`told_${movedUp.told}`)}
          </span>
        )}
      </>
    );
  };
}
/** Somebody has to call him. */
const isUntold = (told: string) => ['held', 'failed', 'nobody'].includes(told);

function useColumns(): Column<CampaignReply>[] {
  const say = useSay();
  const answered = useAnswered();
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: (row) => <Link to={`/customers/${row.customerId}` as string}>{row.customerName}</Link>,
    },
    {
      key: 'state',
      title: say('answer'),
      width: 140,
      card: 'side',
      show: answered,
    },
    { key: 'seats', title: say('seatsAsked'), width: 90, show: (row) => row.seats || '' },
    { key: 'came', title: say('came'), width: 90, show: (row) => row.cameSeats ?? '' },
    { key: 'note', title: say('note'), isLong: true, show: (row) => row.note },
    {
      key: 'by',
      title: say('takenBy'),
      width: 110,
      show: (row) => (row.byLink ? say('byHimself') : (row.takenByName ?? '')),
    },
  ];
}
