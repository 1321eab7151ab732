import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type RatingEntry, ratingRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';

/** One round: the ranking as it stands, and once frozen as it was. */
export default function RatingPage() {
  const { roundId } = useParams({ strict: false }) as { roundId: string };
  const say = useWords(segmentWords);
  const mayFreeze = mayUse(useSession(), ['followUps.supervise']);
  const params = { roundId };
  const { data: round, error } = useQuery(reading(ratingRoutes.read, { params }));
  const list = useRows(ratingRoutes.entries, { params });
  const freeze = useWriting(ratingRoutes.freeze);
  const columns = useColumns();
  if (error) return <ProblemNote problem={error} />;
  return (
    <Page
      title={round?.name ?? say('ratings')}
      note={
        round && `${round.fromOn} – ${round.untilOn} · ${say(round.frozenAt ? 'frozen' : 'live')}`
      }
      actions={
        <>
          <Button onClick={() => window.print()}>{say('print')}</Button>
          {mayFreeze && round && !round.frozenAt && (
            <Button
              type="primary"
              loading={freeze.isPending}
              onClick={() => freeze.mutate({ params })}
            >
              {say('freeze')}
            </Button>
          )}
        </>
      }
    >
      <ProblemNote problem={freeze.error} onAgain={freeze.again} />
      <ResourceTable
        label={say('ratings')}
        columns={columns}
        list={list}
        rowKey={({ customerId }) => customerId}
        to={({ customerId }) => `/customers/${customerId}`}
        empty={<EmptyState icon="chart" title={say('nobodyRanked')} />}
      />
    </Page>
  );
}

function useColumns(): Column<RatingEntry>[] {
  const say = useWords(segmentWords);
  return [
    { key: 'rank', title: say('rank'), width: 80, card: 'side', show: ({ rank }) => rank },
    { key: 'name', title: say('customer'), isLong: true, card: 'title', show: ({ name }) => name },
    {
      key: 'spend',
      title: say('spend'),
      width: 150,
      align: 'end',
      show: ({ spendFen }) => <Money fen={spendFen} />,
    },
    {
      key: 'visits',
      title: say('visitsCriterion'),
      width: 120,
      show: ({ visits }) => say('times', { count: visits }),
    },
  ];
}
