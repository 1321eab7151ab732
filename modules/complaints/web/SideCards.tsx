import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { now } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import type { ComplaintStep, GatePart } from '../lifecycle.ts';
import { channelWords, partWords, receiptInWords, wayWords } from '../locales/labels.ts';
import { complaintWords } from '../locales/words.ts';
import { LoopRing } from './LoopRing.tsx';
import { missingParts } from './stepWords.ts';

interface SideCard {
  complaint: Complaint;
  actions?: ReactNode;
}

/** The step that puts a missing part on record. */
const stepOfPart: Partial<Record<GatePart, ComplaintStep>> = {
  cause: 'investigate',
  measure: 'propose',
  told: 'reportBack',
  satisfaction: 'askSatisfaction',
  lesson: 'noteLesson',
};
/** Marks a task that is to be ended. */
export const openTask = 'complaint-task-open';

/** What is missing, each leading to where it is put on record, as far as its turn has come. */
function Missing({ complaint, onStep }: { complaint: Complaint; onStep: (step: string) => void }) {
  const say = useWords(complaintWords);
  const isOpen = (part: GatePart) =>
    complaint.steps.some(({ step, allowed }) => allowed && step === stepOfPart[part]);
  const lead = (part: GatePart) => {
    const step = stepOfPart[part];
    if (step) onStep(step);
    else document.querySelector(`.${openTask}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <ul className="complaint-missing">
      {missingParts(complaint).map((part) => (
        <li key={part}>
          {part === 'tasks' || isOpen(part) ? (
            <button type="button" className="complaint-plain-link" onClick={() => lead(part)}>
              {say(part === 'tasks' ? 'toTasks' : partWords[part])}
            </button>
          ) : (
            <span className="soft">{say(partWords[part])}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function LoopCard({
  complaint,
  actions,
  onStep,
}: SideCard & { onStep: (step: string) => void }) {
  const say = useWords(complaintWords);
  const isWhole = missingParts(complaint).length === 0;
  const isOpen = complaint.closedAt === null;
  const closing = say(isWhole ? 'gateReady' : 'gateLead');
  const note = isOpen ? closing : !isWhole && say('loopMissing');
  return (
    <Card>
      <LoopRing complaint={complaint} />
      {note && <p className="soft complaint-loop-note">{note}</p>}
      {isOpen && <Missing complaint={complaint} onStep={onStep} />}
      {actions}
    </Card>
  );
}

/** Who complained, about which car and order, who handles it. */
export function WhoCard({ complaint, actions }: SideCard) {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const { customer, vehicle, order, complainantName, complainantPhone } = complaint;
  const dialled = complainantPhone.includes('*') ? undefined : `tel:${complainantPhone}`;
  const lines: [string, ReactNode][] = [
    [
      say('complainant'),
      <>
        {complainantName}{' '}
        {complainantPhone && <a href={dialled}>{formatPhone(complainantPhone)}</a>}
        {complaint.isWalled && (
          <Link className="complaint-wall-note" to={`/complaint-levels/${complaint.id}`}>
            {say('walled')}
          </Link>
        )}
      </>,
    ],
    [say('customer'), customer && <Link to={`/customers/${customer.id}`}>{customer.name}</Link>],
    [
      say('car'),
      vehicle && (
        <Link to={`/vehicles/${vehicle.id}`}>
          <PlateTag plate={vehicle.plate} colour={vehicle.plateColour as 'blue'} /> {vehicle.model}
        </Link>
      ),
    ],
    [
      say('order'),
      order && (
        <Link to={`/service-orders/${order.id}`}>
          {order.number} · {order.advisorName}
        </Link>
      ),
    ],
    [say('aboutWhom'), complaint.aboutWhom],
    [say('referenceNumber'), complaint.referenceNumber],
    [say('referenceDueOn'), complaint.referenceDueOn],
    [
      say('receivedAt'),
      `${shortTime(complaint.receivedAt, now(), language)} · ${say(channelWords[complaint.channel])}`,
    ],
    [say('receiptWhether'), receiptInWords(complaint, say, (at) => shortTime(at, now(), language))],
    [say('replyWay'), say(wayWords[complaint.replyBy])],
    [say('severity'), [complaint.severity, complaint.urgency].map((each) => say(each)).join(' · ')],
    [say('handler'), complaint.handlerName ?? say('nobody')],
  ];
  return (
    <Card title={say('whoAndWhat')}>
      <dl className="complaint-who-lines">
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {actions}
    </Card>
  );
}

/** Earlier complaints of the same customer or car: was it this before? (CMP-10) */
export function EarlierCard({ complaint: { earlier, repeatOfId } }: { complaint: Complaint }) {
  const say = useWords(complaintWords);
  const language = useLanguage();
  if (earlier.length === 0) return null;
  return (
    <Card title={say('earlier')}>
      <ul className="complaint-earlier-list">
        {earlier.map((each) => (
          <li key={each.id}>
            <Link to={`/complaints/${each.id}`}>{each.number}</Link>{' '}
            <span className="soft">
              {shortTime(each.receivedAt, now(), language)} · {say(each.kind)} · {say(each.state)}
              {each.isSameVehicle && ` · ${say('sameCar')}`}
            </span>
            {each.id === repeatOfId && (
              <span className="complaint-again-mark">{say('figureRecurred')}</span>
            )}
            <p className="complaint-earlier-words">{each.beginning}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
