import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { type TrainingCase, trainingCaseRoutes } from '../contract.ts';
import { useSay } from './said.ts';

/** Who of the unit and below has read it, and first of all who has not. */
export function Readers(props: { caseId: string; readers: NonNullable<TrainingCase['readers']> }) {
  const { caseId, readers } = props;
  const say = useSay();
  const [has, setHas] = useState<'notRead' | 'haveRead'>('notRead');
  const list = useRows(
    trainingCaseRoutes.listReaders,
    { params: { trainingCaseId: caseId }, query: { hasRead: has === 'haveRead' } },
    { meta: { follows: ['training-cases'] } },
  );
  return (
    <Card
      title={say('readers')}
      actions={<span className="soft figures">{say('readersOf', readers)}</span>}
    >
      <Segmented<'notRead' | 'haveRead'>
        value={has}
        onChange={setHas}
        options={(['notRead', 'haveRead'] as const).map((value) => ({ value, label: say(value) }))}
      />
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {!list.isLoading && list.rows.length === 0 && (
        <p className="soft">{say(has === 'notRead' ? 'everybodyRead' : 'nobodyRead')}</p>
      )}
      <ul className="training-readers">
        {list.rows.map(({ id, name, unitName, readAt }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="soft">{readAt ? fullTime(readAt) : unitName}</span>
          </li>
        ))}
      </ul>
      {list.more && (
        <Button loading={list.more.isLoading} onClick={list.more.load}>
          {say('moreReaders')}
        </Button>
      )}
    </Card>
  );
}
