import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { AbandonSheet } from './AbandonSheet.tsx';
import { CheckInSteps } from './CheckInSteps.tsx';
import { ClosedCheckIn } from './ClosedCheckIn.tsx';
import { type CheckInAtHand, useCheckIn } from './useCheckIn.ts';
import { useCheckInWords } from './useCheckInWords.ts';
import './check-in.css';
import './check-in-steps.css';

/** One car being received, or how it was. */
export default function CheckInPage() {
  const { checkInId = '' } = useParams({ strict: false }) as { checkInId?: string };
  return <OneCheckIn key={checkInId} checkInId={checkInId} />;
}

function OneCheckIn({ checkInId }: { checkInId: string }) {
  const { say, sayOf } = useCheckInWords();
  const atHand = useCheckIn(checkInId);
  const { record, content, error } = atHand;
  const [isLeaving, setLeaving] = useState(false);
  if (!record || !content) {
    return (
      <Page title={say('checkIns')}>{error ? <ProblemNote problem={error} /> : <Waiting />}</Page>
    );
  }
  const { vehicle, customer, state, arrival } = record;
  const isOpen = state === 'open';
  return (
    <Page
      title={<PlateTag plate={vehicle.plate} colour={vehicle.plateColour} size="large" />}
      note={
        <span className="checkin-who">
          <b>{customer.name}</b> {vehicle.model} {customer.phone}
        </span>
      }
      actions={
        isOpen ? (
          <>
            <SavingNote atHand={atHand} />
            <Button onClick={() => setLeaving(true)}>{say('abandon')}</Button>
          </>
        ) : (
          <span className="soft">{sayOf('state', state)}</span>
        )
      }
    >
      <div className="checkin">
        {arrival?.openOrder && (
          <p className="checkin-lacking">
            <Icon name="alert" size={16} /> {say('openOrder')} {arrival.openOrder.number}
          </p>
        )}
        <ProblemNote problem={atHand.problem} />
        <Collision atHand={atHand} />
        {isOpen ? (
          <CheckInSteps record={record} content={content} change={atHand.change} atHand={atHand} />
        ) : (
          <ClosedCheckIn record={record} atHand={atHand} />
        )}
        {isLeaving && (
          <AbandonSheet
            checkInId={record.id}
            version={record.version}
            onClose={() => setLeaving(false)}
          />
        )}
      </div>
    </Page>
  );
}

function SavingNote({ atHand }: { atHand: CheckInAtHand }) {
  const { say } = useCheckInWords();
  const { saving, hasUnsavedText, photos } = atHand;
  const text = saving === 'waiting' ? say('waiting') : say(hasUnsavedText ? 'saving' : 'saved');
  return (
    <span
      className={saving === 'waiting' ? 'checkin-saving checkin-saving-waits' : 'checkin-saving'}
      role="status"
    >
      {saving === 'waiting' && <Icon name="offline" size={16} />} {text}
      {photos.waiting.length > 0 && ` · ${say('photosWaiting', { count: photos.waiting.length })}`}
    </span>
  );
}

function Collision({ atHand }: { atHand: CheckInAtHand }) {
  const { say } = useCheckInWords();
  const { colliding, settle } = atHand;
  if (colliding.length === 0) return null;
  const words: Partial<Record<string, string>> = {
    customerWords: say('words'),
    mileageKm: say('mileage'),
    mileageReason: say('mileageReason'),
    fuelEighths: say('fuel'),
    promisedAt: say('promisedAt'),
    marks: say('step_walkRound'),
    isWalkedRound: say('step_walkRound'),
    senderName: say('sender'),
    lamps: say('lamps'),
    valuables: say('valuables'),
    services: say('services'),
    accessories: say('accessories'),
  };
  return (
    <div className="checkin-collision" role="alert">
      <p>
        {say('collision', {
          fields: colliding.map((name) => words[name] ?? say('more')).join('、'),
        })}
      </p>
      <Button size="large" onClick={() => settle('mine')}>
        {say('keepMine')}
      </Button>
      <Button size="large" onClick={() => settle('theirs')}>
        {say('keepTheirs')}
      </Button>
    </div>
  );
}
