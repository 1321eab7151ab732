import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { type CheckIn, checkInRoutes as routes } from '../contract.ts';
import { Field } from './Field.tsx';
import { FilePicture } from './FilePicture.tsx';
import { PhotoStrip } from './Photos.tsx';
import { Summary } from './Summary.tsx';
import type { CheckInAtHand } from './useCheckIn.ts';
import { useCheckInWords } from './useCheckInWords.ts';

/** How it was signed, or given up: to be read, printed, and corrected beside. */
export function ClosedCheckIn({ record, atHand }: { record: CheckIn; atHand: CheckInAtHand }) {
  const { say } = useCheckInWords();
  const { signature, order, abandonReason } = record;
  const sheet = pathOf(routes.sheet, { checkInId: record.id });
  return (
    <div className="checkin-stack">
      <Card>
        <p className="checkin-closed">
          <Icon name={signature ? 'check' : 'info'} size={18} />{' '}
          {signature
            ? say('signedNote', { by: signature.signedBy, at: fullTime(signature.at) })
            : say('abandonedNote', { reason: abandonReason })}
        </p>
        {signature && (
          <p className="checkin-closed-links">
            {order && (
              <Link className="checkin-tile" to={`/service-orders/${order.id}` as never}>
                {say('toOrder')} {order.number}
              </Link>
            )}
            <a className="checkin-tile" href={sheet} target="_blank" rel="noreferrer">
              <Icon name="print" size={18} /> {say('print')}
            </a>
          </p>
        )}
      </Card>
      <Card>
        <Summary record={record} content={record.content} />
        <PhotoStrip record={record} atHand={atHand} />
        {signature && (
          <p className="checkin-signature">
            <FilePicture fileId={signature.fileId} name={say('signedBy')} />
          </p>
        )}
      </Card>
      {signature && <Corrections record={record} />}
    </div>
  );
}

function Corrections({ record }: { record: CheckIn }) {
  const { say } = useCheckInWords();
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const correct = useWriting(routes.correct);
  const isWhole = words.trim() !== '' && reason.trim() !== '';
  const submit = () =>
    correct.mutate(
      {
        params: { checkInId: record.id },
        body: { words: words.trim(), reason: reason.trim() },
      },
      {
        onSuccess: () => {
          setWords('');
          setReason('');
        },
      },
    );
  return (
    <Card title={say('corrections')}>
      <ul className="checkin-corrections">
        {record.corrections.map((entry) => (
          <li key={`${entry.at}${entry.words}`}>
            <b>{entry.words}</b> <span>{entry.reason}</span>{' '}
            <span className="soft">
              {entry.byName} · {fullTime(entry.at)}
            </span>
          </li>
        ))}
      </ul>
      <form
        className="checkin-correct"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) submit();
        }}
      >
        <ProblemNote problem={correct.error} onAgain={correct.again} />
        <Field label={say('correctionWords')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={1000}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </Field>
        <Field label={say('correctionReason')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={300}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Button size="large" htmlType="submit" disabled={!isWhole} loading={correct.isPending}>
          {say('correctNow')}
        </Button>
      </form>
    </Card>
  );
}
