import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { OwnTask } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import './complaints.css';
import './work.css';
import { touchedByWork, useWorkWords } from './workWords.ts';

/** What colleagues ask of one for a complaint: a task, a remedy to carry out, a statement (CMP-05, CMP-06). */
export default function OwnTasksPage() {
  const { say } = useWorkWords();
  const { data, error } = useQuery(
    reading(routes.ownTasks, { query: { limit: 100 } }, { follows: ['complaints'] }),
  );
  return (
    <Page title={say('ownTasks')} note={say('ownTasksNote')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && (
        <EmptyState icon="check" title={say('ownTasksNone')} next={say('ownTasksNext')} />
      )}
      <ul className="complaint-own-tasks">
        {data?.items.map((task) => (
          <li key={task.id}>
            <OwnTaskCard task={task} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function OwnTaskCard({ task }: { task: OwnTask }) {
  const { say, sayOf } = useWorkWords();
  const [result, setResult] = useState('');
  const end = useWriting(routes.endOwnTask, { touches: touchedByWork });
  const isStatement = task.purpose === 'statement';
  const send = (outcome: 'done' | 'refused') =>
    end.mutate({
      params: { complaintTaskId: task.id },
      body: { outcome, result },
      version: task.version,
    });
  const label = say(isStatement ? 'ownStatement' : 'ownResult');
  const isSaid = result.trim() !== '';
  return (
    <Card>
      <p className="complaint-task-head">
        <span className="soft">{sayOf('task', task.purpose)}</span>
        <strong className="complaint-task-what">{task.what}</strong>
        <Deadline dueAt={task.dueAt} />
      </p>
      <p className="soft">
        {[task.number, task.plate, task.model, say(task.kind)].filter(Boolean).join(' · ')}
      </p>
      <p className="complaint-own-words">
        {say('complainedOf')}：{task.content}
      </p>
      <ProblemNote problem={end.error} onAgain={end.again} />
      <Input.TextArea
        className="grows"
        rows={2}
        maxLength={2000}
        value={result}
        aria-label={label}
        placeholder={label}
        onChange={({ target }) => setResult(target.value)}
      />
      <div className="form-end">
        {isStatement && (
          <Button disabled={!isSaid} loading={end.isPending} onClick={() => send('refused')}>
            {say('ownRefuse')}
          </Button>
        )}
        <Button
          type="primary"
          disabled={!isSaid}
          loading={end.isPending}
          onClick={() => send('done')}
        >
          {say(isStatement ? 'ownGive' : 'ownDone')}
        </Button>
      </div>
    </Card>
  );
}
