import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { duplicateRoutes, type Pair, type RecordKind, type Run, recordKinds } from '../contract.ts';
import { duplicatesWords } from '../locales/words.ts';
import './duplicates.css';
import { comparePath, Reasons, SideText } from './PairLine.tsx';

const lookAgainMs = 1000;
const knownKind = (kind: string | undefined): RecordKind | undefined =>
  recordKinds.find((each) => each === kind);

/** Pairs that may be one, the likeliest first; and the search over the whole house with how far it is. */
export default function DuplicatesPage() {
  const say = useWords(duplicatesWords);
  const navigate = useNavigate();
  const [{ kind: asked }, setAddress] = useAddress();
  const kind = knownKind(asked);
  const list = useRows(duplicateRoutes.list, { query: { ...(kind && { kind }) } });
  const latest = useQuery({
    ...reading(duplicateRoutes.list, { query: { limit: 1 } }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? lookAgainMs : false),
  });
  const columns: Column<Pair>[] = [
    {
      key: 'one',
      title: say('one'),
      show: ({ one }) => <SideText side={one} say={say} />,
      card: 'title',
    },
    { key: 'other', title: say('other'), show: ({ other }) => <SideText side={other} say={say} /> },
    {
      key: 'why',
      title: say('why'),
      width: 230,
      show: (pair) => <Reasons pair={pair} say={say} />,
    },
    {
      key: 'score',
      title: say('likelihood'),
      width: 90,
      align: 'end',
      card: 'side',
      show: ({ score }) => <span className="figures">{score}%</span>,
    },
  ];
  return (
    <Page
      title={say('duplicates')}
      filters={
        <Select
          aria-label={say('allKinds')}
          value={kind ?? ''}
          onChange={(value) => setAddress({ kind: value || undefined })}
          options={[
            { value: '', label: say('allKinds') },
            ...recordKinds.map((value) => ({ value, label: say(value) })),
          ]}
        />
      }
    >
      <SearchLine run={latest.data?.run ?? null} onEnd={list.readAgain} />
      <ResourceTable
        label={say('duplicates')}
        columns={columns}
        list={list}
        rowKey={({ one, other }) => one.id + other.id}
        onOpen={({ kind: of, one, other }) =>
          void navigate({ to: comparePath(of, one.id, other.id) })
        }
        empty={<EmptyState icon="check" title={say('none')} next={say('noneNext')} />}
      />
    </Page>
  );
}

function SearchLine({ run, onEnd }: { run: Run | null; onEnd: () => void }) {
  const say = useWords(duplicatesWords);
  const mayMerge = mayUse(useSession(), ['customers.merge']);
  const search = useWriting(duplicateRoutes.search);
  const cancel = useWriting(duplicateRoutes.cancel);
  const isRunning = run?.state === 'running';
  const stop = () =>
    run && cancel.mutate({ params: { runId: run.id } }, { onSuccess: () => onEnd() });
  return (
    <section className="card duplicates-search" role="status">
      <div>
        <p>{told(run, say)}</p>
        {isRunning && (
          <progress className="duplicates-bar" max={run.totalRows} value={run.doneRows} />
        )}
        <ProblemNote problem={search.error ?? cancel.error} onAgain={search.again} />
      </div>
      {mayMerge &&
        (isRunning ? (
          <Button onClick={stop} loading={cancel.isPending}>
            {say('stop')}
          </Button>
        ) : (
          <Button
            type="primary"
            icon={<Icon name="search" />}
            loading={search.isPending}
            onClick={() => search.mutate({})}
          >
            {say('search')}
          </Button>
        ))}
    </section>
  );
}

function told(
  run: Run | null,
  say: ReturnType<typeof useWords<keyof (typeof duplicatesWords)['en']>>,
) {
  if (!run) return say('neverRun');
  const figures = (count: number) => count.toLocaleString('en-US');
  const facts = {
    done: figures(run.doneRows),
    total: figures(run.totalRows),
    found: figures(run.found),
    at: fullTime(run.endedAt ?? run.createdAt),
  };
  if (run.state === 'running') return say('running', facts);
  return say(run.state === 'done' ? 'runDone' : 'runCancelled', facts);
}
