import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { type HealthRecord, healthRecordRoutes as routes } from '../contract.ts';
import { RecordState } from './RecordState.tsx';
import './health.css';
import { useHealthWords } from './useHealthWords.ts';

/** Whether the authority's archive knows of this visit, and in plain words what keeps it from knowing. */
export default function OrderHealth({ orderId }: { orderId: string }) {
  const { say } = useHealthWords();
  const follows = ['health-records', 'service-orders', 'vehicles'];
  const { data, error } = useQuery(reading(routes.ofOrder, { params: { orderId } }, { follows }));
  const send = useWriting(routes.send, { touches: ['health-records'] });
  if (error) return <ProblemNote problem={error} />;
  const record = data?.healthRecord;
  if (!data || (!record && !data.mayPrepare)) return null;
  const maySend = record ? record.maySend : data.mayPrepare;
  return (
    <Card title={say('archive')} actions={record && <RecordState state={record.state} />}>
      <div className="health-facts">
        {record ? <Standing record={record} /> : <p>{say('notYet')}</p>}
        <ProblemNote problem={send.error} onAgain={send.again} />
        {maySend && (
          <Button
            type={record?.state === 'waiting' ? 'default' : 'primary'}
            loading={send.isPending}
            onClick={() => send.mutate({ params: { orderId } })}
          >
            {say(record?.state === 'waiting' ? 'sendAgain' : 'send')}
          </Button>
        )}
        {record && record.answers.length > 0 && <Answers record={record} />}
      </div>
    </Card>
  );
}

function Standing({ record }: { record: HealthRecord }) {
  const { say, sayOf } = useHealthWords();
  const { state, said, attempts, nextTryAt, acceptedAt } = record;
  if (state === 'accepted')
    return <p>{say('acceptedOn', { time: acceptedAt ? fullTime(acceptedAt) : '' })}</p>;
  if (state === 'refused') return <p role="alert">{say('refusedLead', { said })}</p>;
  if (state === 'waiting') {
    const isTried = attempts > 0 && nextTryAt !== null;
    return (
      <p>
        {isTried ? say('tried', { count: attempts, time: fullTime(nextTryAt) }) : say('waits')}{' '}
        {said && <span className="soft">{said}</span>}
      </p>
    );
  }
  const lacks = record.missing.map((lack) => sayOf('lack', lack)).join('、');
  return (
    <p role="alert">
      {say('lackLead', { lacks })}{' '}
      <Link to={`/vehicles/${record.vehicleId}` as never}>{say('mendCar')}</Link>{' '}
      <span className="soft">{say('thenSend')}</span>
    </p>
  );
}

function Answers({ record }: { record: HealthRecord }) {
  const { say, sayOf } = useHealthWords();
  return (
    <details className="health-answers">
      <summary>{say('answers')}</summary>
      {record.answers.toReversed().map((answer) => (
        <p key={`${answer.at}${answer.code}`} className="soft">
          {[fullTime(answer.at), sayOf('outcome', answer.outcome), answer.code, answer.said]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ))}
    </details>
  );
}
