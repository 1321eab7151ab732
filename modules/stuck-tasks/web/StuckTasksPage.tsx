import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { isProblem, pages } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type StuckTask, stuckTaskRoutes } from '../contract.ts';
import { stuckWords } from '../locales/words.ts';
import { StuckTaskRow } from './StuckTaskRow.tsx';
import './stuck-tasks.css';

const choices = ['all', 'givenUp', 'failing'] as const;
type Choice = (typeof choices)[number];
const lookAgainMs = 10_000;

/** What the house could not do by itself: looked at when the bell says so, and rarely else. */
export default function StuckTasksPage() {
  const say = useWords(stuckWords);
  const [choice, setChoice] = useState<Choice>('all');
  const query = choice === 'all' ? { limit: 50 } : { limit: 50, state: choice };
  const list = useInfiniteQuery({
    ...pages(stuckTaskRoutes.list, { query }),
    refetchInterval: lookAgainMs,
  });
  const rows: StuckTask[] | undefined = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={say('title')} note={say('lead')}>
      <Segmented
        aria-label={say('title')}
        value={choice}
        onChange={setChoice}
        options={choices.map((value) => ({ value, label: say(value) }))}
      />
      <ProblemNote problem={isProblem(list.error) ? list.error : null} />
      {!rows && !list.error && <Waiting />}
      {rows?.length === 0 &&
        (choice === 'all' ? (
          <EmptyState icon="check" title={say('none')} next={say('noneNext')} />
        ) : (
          <EmptyState icon="check" title={say('noneOf')} />
        ))}
      <ul className="stuck-list">
        {rows?.map((task) => (
          <StuckTaskRow key={task.id} task={task} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </Page>
  );
}
