import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { now } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { RightsAct, RightsRequest } from '../contract.ts';
import { type RightsWord, rightsWords } from '../locales/words-requests.ts';
import { ActForm } from './ActForm.tsx';

/** What stands beside it on the same sheet, and is done there. */
const elsewhere: readonly string[] = ['copy', 'erase'];

/** A request with its facts, and the form of what is being done about it. */
export function RequestCard(props: { request: RightsRequest; isAtDesk?: boolean }) {
  const { request, isAtDesk = false } = props;
  const [doing, setDoing] = useState<RightsAct>();
  return (
    <div className="privacy-request">
      <Facts request={request} />
      {doing === undefined && (
        <Acts request={request} isAtDesk={isAtDesk} onDo={(act) => setDoing(act)} />
      )}
      {doing !== undefined && (
        <ActForm request={request} act={doing} onDone={() => setDoing(undefined)} />
      )}
    </div>
  );
}

function Facts({ request }: { request: RightsRequest }) {
  const say = useWords(rightsWords);
  const language = useLanguage();
  const { channel, identityBy, askedByName, receivedAt, dueAt, decidedAt, termDays } = request;
  const { state, answer, complainWay, evidenceType, extendReason } = request;
  const time = (at: string) => shortTime(at, now(), language);
  const rows: [RightsWord, React.ReactNode][] = [
    ['wish', <q key="wish">{request.wish}</q>],
    ['askedBy', `${askedByName} · ${say(channel)} · ${say(identityBy)}`],
    ['receivedAt', `${time(receivedAt)} · ${request.number}`],
    [
      'dueAt',
      <Deadline
        key="due"
        dueAt={dueAt}
        doneAt={decidedAt}
        warnAt={request.warnAt}
        spans={request.sum}
      />,
    ],
    ['owner', request.ownerName || say('nobody')],
  ];
  if (state !== 'open') rows.push(['decidedBy', `${request.decidedByName} ${time(decidedAt!)}`]);
  if (answer) rows.push([state === 'refused' ? 'refusedFor' : 'answeredWith', answer]);
  if (complainWay) rows.push(['complainWay', complainWay]);
  if (evidenceType) rows.push(['evidence', say(`evidence_${evidenceType}` as RightsWord)]);
  return (
    <>
      <dl className="privacy-facts">
        {rows.map(([word, value]) => (
          <div key={word}>
            <dt>{say(word)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {say('term', { days: termDays, source: request.termSource })}
        {extendReason && ` ${say('extendedFor', { reason: extendReason })}`}
      </p>
    </>
  );
}

function Acts(props: {
  request: RightsRequest;
  isAtDesk: boolean;
  onDo: (act: RightsAct) => void;
}) {
  const { request, isAtDesk, onDo } = props;
  const say = useWords(rightsWords);
  const steps = request.steps.filter(({ step }) => isAtDesk || !elsewhere.includes(step));
  if (steps.length === 0) return null;
  return (
    <div className="privacy-acts">
      {steps.map(({ step, allowed, reason }, at) =>
        elsewhere.includes(step) ? (
          <Link key={step} to={`/customers/${request.customerId}`}>
            <Button type="primary" title={say('inSheet')}>
              {say('openCustomer')}
            </Button>
          </Link>
        ) : (
          <Button
            key={step}
            type={at === 0 && allowed ? 'primary' : 'default'}
            disabled={!allowed}
            title={reason && say(reason as RightsWord)}
            onClick={() => onDo(step as RightsAct)}
          >
            {say(`act_${step}` as RightsWord)}
          </Button>
        ),
      )}
    </div>
  );
}
