import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { StandInHint } from '#modules/people/web/index.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRowKeys } from '#web/useRowKeys.ts';
import { Waiting } from '#web/Waiting.tsx';
import type { DueFollowUp } from '../contract.ts';
import { byWhatIsLost } from '../locales/vocabulary.ts';
import { CallRow } from './CallRow.tsx';
import './calls.css';
import { groupsOf, kindsOf } from './groups.ts';
import { useDueList } from './useDueList.ts';
import { useSay } from './useFollowUpWords.ts';
import { useWhose } from './useWhose.ts';

const LoadsSheet = lazy(() => import('./LoadsSheet.tsx'));

const isLost = (key: string): key is (typeof byWhatIsLost)[number] =>
  byWhatIsLost.some((one) => one === key);
const benchOf = (row: DueFollowUp) => `/calls/${row.id}`;

/** Where a caller's day begins: whom to call, what is lost if it waits first. */
export default function CallsPage() {
  const say = useSay();
  const { isMine, choose } = useWhose();
  const supervises = mayUse(useSession(), ['followUps.supervise']);
  const [isSharing, setIsSharing] = useState(false);
  const now = useNow();
  const { list, doneToday } = useDueList(isMine);
  const [address, setAddress] = useAddress();
  const isByKind = address.by === 'kind';
  const groups = isByKind ? kindsOf(list.rows) : groupsOf(list.rows, now);
  const ordered = groups.flatMap(({ rows }) => rows);
  const { current, box } = useRowKeys<DueFollowUp>({
    label: say('calls'),
    columns: [],
    list: { ...list, rows: ordered },
    rowKey: ({ id }) => id,
    to: benchOf,
  });
  const first = ordered[0];
  return (
    <Page
      title={say('calls')}
      note={say('callsNote', { left: ordered.length, done: doneToday })}
      actions={
        <>
          {supervises && <Button onClick={() => setIsSharing(true)}>{say('loads')}</Button>}
          {first && (
            <Link to={benchOf(first)}>
              <Button type="primary">{say('startCalling')}</Button>
            </Link>
          )}
        </>
      }
      filters={
        <>
          <Segmented
            value={isMine ? 'mine' : 'all'}
            options={[
              { value: 'mine', label: say('mine') },
              { value: 'all', label: say('everyone') },
            ]}
            onChange={choose}
          />
          <Segmented
            value={isByKind ? 'kind' : 'time'}
            options={[
              { value: 'time', label: say('byTime') },
              { value: 'kind', label: say('byKind') },
            ]}
            onChange={(by) => setAddress({ by: by === 'kind' ? 'kind' : undefined })}
          />
        </>
      }
    >
      <StandInHint />
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {list.isLoading && <Waiting label={say('calls')} />}
      {!list.isLoading && !list.problem && ordered.length === 0 && (
        <EmptyState icon="phone" title={say('noneDue')} next={say('noneDueNext')} />
      )}
      <div ref={box} className="call-groups">
        {groups.map(({ key, rows }) => (
          <section key={key} className="call-group">
            <h2>
              {say(key)} <span className="soft">{rows.length}</span>
              {isLost(key) && <span className="call-group-why soft">{say(`lost_${key}`)}</span>}
            </h2>
            <ul>
              {rows.map((row) => (
                <CallRow key={row.id} row={row} isCurrent={row === ordered[current]} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {isSharing && (
        <Suspense fallback={null}>
          <LoadsSheet onClose={() => setIsSharing(false)} />
        </Suspense>
      )}
      {list.more && (
        <Button loading={list.more.isLoading} onClick={list.more.load}>
          {say('loadMore')}
        </Button>
      )}
    </Page>
  );
}
