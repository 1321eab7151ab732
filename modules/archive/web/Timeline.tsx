import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { isProblem, pages } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import type { Archive } from '../contract.ts';
import { type EntryKind, entryKinds, timelineRoutes } from '../contract-timeline.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';
import { Entries } from './entries.tsx';
import { PlannedCalls } from './PlannedCalls.tsx';

const PaperForm = lazy(async () => ({ default: (await import('./PaperForm.tsx')).PaperForm }));
const pageSize = 20;

/** What happened, newest first; what is planned stands above it. The first page came with the file. */
export function Timeline({ archive }: { archive: Archive }) {
  const say = useWords(timelineWords);
  const session = useSession();
  const [kind, setKind] = useState<EntryKind | 'all'>('all');
  const [isFiling, setIsFiling] = useState(false);
  const entries = useEntries(archive, kind);
  const mayFile = mayUse(session, ['customers.edit']);
  const options = (['all', ...entryKinds] as const).map((value) => ({ value, label: say(value) }));
  return (
    <Card
      title={say('timeline')}
      actions={
        mayFile && (
          <Button size="small" icon={<Icon name="upload" />} onClick={() => setIsFiling(true)}>
            {say('file')}
          </Button>
        )
      }
    >
      <div className="archive-timeline-kinds">
        <Segmented size="small" options={options} value={kind} onChange={setKind} />
      </div>
      <ProblemNote problem={entries.problem} onAgain={entries.again} />
      {kind === 'all' && <PlannedCalls archive={archive} />}
      {entries.items?.length === 0 && (
        <EmptyState
          icon="clock"
          title={say(kind === 'all' ? 'none' : 'noneOfKind')}
          next={kind === 'all' && say('noneNext')}
        />
      )}
      {!entries.items && !entries.problem && <Waiting />}
      <Entries of={entries.items ?? []} mayWithdraw={mayFile} />
      {entries.hasMore && (
        <Button block loading={entries.isFetching} onClick={entries.more}>
          {say('more')}
        </Button>
      )}
      {isFiling && (
        <Suspense fallback={null}>
          <PaperForm
            customerId={archive.customer.id}
            vehicles={archive.vehicles}
            onClose={() => setIsFiling(false)}
          />
        </Suspense>
      )}
    </Card>
  );
}

/** The page that came with the file, until a kind or what is older is asked for. */
function useEntries({ customer, timeline }: Archive, kind: EntryKind | 'all') {
  const [isOlderAsked, setIsOlderAsked] = useState(false);
  const isAsked = kind !== 'all' || isOlderAsked;
  const query = { limit: pageSize, kind: kind === 'all' ? undefined : kind };
  const list = useInfiniteQuery({
    ...pages(timelineRoutes.ofCustomer, { params: { customerId: customer.id }, query }),
    enabled: isAsked,
  });
  const asked = list.data?.pages.flatMap(({ items }) => items);
  const given = kind === 'all' ? timeline.items : undefined;
  return {
    items: asked ?? given,
    problem: isProblem(list.error) ? list.error : null,
    again: () => void list.refetch(),
    hasMore: list.data ? list.hasNextPage : kind === 'all' && timeline.nextCursor !== null,
    isFetching: list.isFetching,
    more: () => {
      setIsOlderAsked(true);
      if (list.data) void list.fetchNextPage();
    },
  };
}
