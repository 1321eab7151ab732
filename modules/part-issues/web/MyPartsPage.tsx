import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { useRows } from '#web/useRows.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type ListedIssue, partIssueRoutes as routes } from '../contract.ts';
import { ChargeList } from './ChargeList.tsx';
import { IssueFacts } from './IssueList.tsx';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** In the hand: what was issued to me; I have it, or something is wrong. */
export default function MyPartsPage() {
  const { say } = usePartWords();
  const meta = { follows: ['service-orders'] };
  const list = useRows(routes.list, { query: { mine: true, limit: 50 } }, { meta });
  if (list.isLoading) return <Waiting />;
  return (
    <Page title={say('mine')}>
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {list.rows.length === 0 && (
        <EmptyState icon="parts" title={say('noMine')} next={say('noMineHint')} />
      )}
      {list.rows.map((issue) => (
        <Card
          key={issue.id}
          title={
            <span className="part-head">
              <PlateTag plate={issue.plate} /> <span className="soft">{issue.job}</span>
            </span>
          }
        >
          <div className="part-mine">
            <IssueFacts issue={issue} />
            <Said issue={issue} />
          </div>
        </Card>
      ))}
      {list.more && (
        <Button loading={list.more.isLoading} onClick={list.more.load}>
          {say('all')}
        </Button>
      )}
      <ChargeList isOwn />
    </Page>
  );
}

/** Two buttons, each as wide as a thumb; asking takes words. */
export function Said({ issue }: { issue: ListedIssue }) {
  const { say } = usePartWords();
  const [open, setOpen] = useState<'ask' | 'answer' | null>(null);
  const touches = { touches: ['service-orders'] };
  const confirm = useWriting(routes.confirm, touches);
  const ask = useWriting(routes.ask, touches);
  const answer = useWriting(routes.answer, touches);
  const params = { partIssueId: issue.id };
  const writing = open === 'answer' ? answer : ask;
  const may = (step: ListedIssue['steps'][number]) => issue.steps.includes(step);
  return (
    <>
      <ProblemNote problem={confirm.error} onAgain={confirm.again} />
      {issue.steps.length > 0 && (
        <div className="part-buttons">
          {may('confirm') && (
            <Button
              size="large"
              type="primary"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ params })}
            >
              {say('confirm')}
            </Button>
          )}
          {may('ask') && (
            <Button size="large" onClick={() => setOpen('ask')}>
              {say('ask')}
            </Button>
          )}
          {may('answer') && (
            <Button type="primary" onClick={() => setOpen('answer')}>
              {say('answer')}
            </Button>
          )}
        </div>
      )}
      {open && (
        <ReasonSheet
          title={`${say(open)} · ${issue.name}`}
          label={say(`${open}What`)}
          word={say(open === 'ask' ? 'askDo' : 'answer')}
          size="large"
          writing={writing}
          onReason={(words) =>
            writing.mutate({ params, body: { words } }, { onSuccess: () => setOpen(null) })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
