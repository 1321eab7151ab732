import { Input } from 'antd';
import { useState } from 'react';
import { dateIn } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import type { Complaint, ComplaintTask } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { Chips } from './Chips.tsx';
import { OwnerField } from './OwnerField.tsx';
import { Labelled, WorkSheet } from './WorkSheet.tsx';
import { endOfDay, touchedByWork, useWorkWords } from './workWords.ts';

/** A task for a colleague, or the question for his statement. */
export function GiveTaskSheet({
  complaint,
  onClose,
}: {
  complaint: Complaint;
  onClose: () => void;
}) {
  const { say, sayOf } = useWorkWords();
  const [purpose, setPurpose] = useState<'work' | 'statement'>('work');
  const [what, setWhat] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const [day, setDay] = useState('');
  const give = useWriting(routes.giveTask, { touches: touchedByWork });
  const submit = () =>
    give.mutate(
      {
        params: { complaintId: complaint.id },
        body: { purpose, what, ownerId, dueAt: endOfDay(day) },
        version: complaint.version,
      },
      { onSuccess: onClose },
    );
  const ask = say(purpose === 'work' ? 'taskWhat' : 'statementWhat');
  return (
    <WorkSheet
      title={say('giveTask')}
      isComplete={what.trim() !== '' && ownerId !== '' && day !== ''}
      isPending={give.isPending}
      problem={give.error}
      onAgain={give.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <Chips
        label={say('purposeLabel')}
        options={(['work', 'statement'] as const).map((each) => [each, sayOf('task', each)])}
        value={purpose}
        onChange={(value) => setPurpose(value as 'work')}
      />
      <Labelled label={ask}>
        <Input.TextArea
          autoFocus
          maxLength={500}
          rows={2}
          value={what}
          onChange={({ target }) => setWhat(target.value)}
        />
      </Labelled>
      <div className="form-pair">
        <Labelled label={say('taskOwner')}>
          <OwnerField label={say('taskOwner')} value={ownerId} onChange={setOwnerId} />
        </Labelled>
        <Labelled label={say('taskDue')}>
          <DayField
            min={dateIn('Asia/Shanghai', now())}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </Labelled>
      </div>
    </WorkSheet>
  );
}

/** What came of a task. */
export function EndTaskSheet(props: {
  complaint: Complaint;
  task: ComplaintTask;
  onClose: () => void;
}) {
  const { complaint, task, onClose } = props;
  const { say, sayOf } = useWorkWords();
  const isStatement = task.purpose === 'statement';
  const [outcome, setOutcome] = useState<'done' | 'refused' | 'dropped'>('done');
  const [result, setResult] = useState('');
  const end = useWriting(routes.endTask, { touches: touchedByWork });
  const submit = () =>
    end.mutate(
      {
        params: { complaintId: complaint.id, complaintTaskId: task.id },
        body: { outcome, result },
        version: complaint.version,
      },
      { onSuccess: onClose },
    );
  const outcomes = isStatement
    ? (['done', 'refused', 'dropped'] as const)
    : (['done', 'dropped'] as const);
  const wordOf = (each: string) =>
    sayOf('outcome', isStatement && each === 'done' ? 'given' : each);
  return (
    <WorkSheet
      title={task.what}
      isComplete={result.trim() !== ''}
      isPending={end.isPending}
      problem={end.error}
      onAgain={end.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <Chips
        label={say('outcome')}
        options={outcomes.map((each) => [each, wordOf(each)])}
        value={outcome}
        onChange={(value) => setOutcome(value as 'done')}
      />
      <Labelled label={say(isStatement ? 'statementResult' : 'taskResult')}>
        <Input.TextArea
          autoFocus
          maxLength={2000}
          rows={3}
          value={result}
          onChange={({ target }) => setResult(target.value)}
        />
      </Labelled>
    </WorkSheet>
  );
}
