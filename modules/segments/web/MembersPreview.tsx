import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type Conditions, segmentRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';

/** How many fit what is typed this moment, and those of them who spent most. */
export function MembersPreview({ conditions }: { conditions: Conditions }) {
  const say = useWords(segmentWords);
  const asked = useDeferredValue(conditions);
  const { data, error, isFetching } = useQuery({
    queryKey: ['customer-standings', 'preview', asked],
    queryFn: () => call(segmentRoutes.preview, { body: { conditions: asked } }),
    placeholderData: keepPreviousData,
  });
  const title = data
    ? say(data.isMore ? 'matchingMore' : 'matching', {
        count: data.total.toLocaleString('en-US'),
      })
    : say('counting');
  return (
    <Card title={<span aria-live="polite">{title}</span>}>
      <ProblemNote problem={error as ApiProblem | null} />
      {data?.total === 0 && <p className="soft">{say('nobodyFits')}</p>}
      {data && data.total > 0 && <p className="soft">{say('best')}</p>}
      <ul className="segment-members" aria-busy={isFetching}>
        {data?.sample.map((row) => (
          <li key={row.customerId}>
            <Link to={`/customers/${row.customerId}`}>{row.name}</Link>
            <PlateTag plate={row.plate || null} />
            <span className="soft">{row.model}</span>
            <span className={`standing standing-${row.standing}`}>{say(row.standing)}</span>
            <span className="soft figures">{row.lastVisitOn ?? '—'}</span>
            <Money fen={row.yearSpendFen} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
