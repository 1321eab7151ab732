import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { preparePhotoSheet } from '#modules/check-ins/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type DeliveryPack, deliveryRoutes as routes } from '../contract.ts';
import { Mind } from './Mind.tsx';
import { CheckSection, WalkSection } from './Sections.tsx';
import { SignCard } from './SignCard.tsx';
import { TellCard } from './TellCard.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';
import { keyIn, type PackAtHand, usePack } from './usePack.ts';
import './delivery.css';

/** One car handed over at the car, thumb by thumb; or how it was. */
export default function PackPage() {
  const { deliveryPackId = '' } = useParams({ strict: false }) as { deliveryPackId?: string };
  return <OnePack key={deliveryPackId} deliveryPackId={deliveryPackId} />;
}

function OnePack({ deliveryPackId }: { deliveryPackId: string }) {
  const { say } = useDeliveryWords();
  const atHand = usePack(deliveryPackId);
  // Where the camera is used there may be no connection.
  useEffect(preparePhotoSheet, []);
  const mayWrite = mayUse(useSession(), ['serviceOrders.receive']);
  const paper = pathOf(routes.sheet, { deliveryPackId });
  const print = () => void window.open(paper, '_blank', 'noopener');
  useHotkey({ keys: 'p', label: say('print'), group: 'page', run: print });
  const { record, error } = atHand;
  if (!record) {
    return (
      <Page title={say('sheet')}>{error ? <ProblemNote problem={error} /> : <Waiting />}</Page>
    );
  }
  const { order, state, signature } = record;
  const isOpen = state !== 'signed' && mayWrite;
  const shown = { record, atHand, isOpen };
  return (
    <Page
      title={
        <span className="delivery-title">
          <PlateTag plate={order.plate} colour={order.plateColour} size="large" />
          {say('sheet')}
        </span>
      }
      note={
        <span className="delivery-title">
          {order.model}{' '}
          <Link to={`/service-orders/${order.id}` as never} className="figures">
            {order.number}
          </Link>
        </span>
      }
      actions={
        <>
          {isOpen && <SavingNote atHand={atHand} />}
          <Button href={paper} target="_blank" rel="noopener" icon={<Icon name="print" />}>
            {say('print')}
          </Button>
        </>
      }
    >
      <div className="delivery">
        <ProblemNote problem={atHand.problem} />
        <Collision atHand={atHand} record={record} />
        {signature && (
          <Card>
            <p className="delivery-good">
              <Icon name="check" size={18} /> {say('signedNote', { by: signature.signedBy })}{' '}
              <span className="soft">
                {signature.byName} · {fullTime(signature.at)}
              </span>
            </p>
          </Card>
        )}
        <CheckSection {...shown} />
        <TellCard {...shown} />
        <WalkSection {...shown} />
        <Mind {...shown} />
        <SignCard {...shown} />
      </div>
    </Page>
  );
}

/** What every part of the page is given. */
export interface PartProps {
  record: DeliveryPack;
  atHand: PackAtHand;
  isOpen: boolean;
}

function SavingNote({ atHand }: { atHand: PackAtHand }) {
  const { say } = useDeliveryWords();
  const { saving, hasUnsaved, photos } = atHand;
  const isCut = saving === 'waiting';
  return (
    <span className={isCut ? 'delivery-saving delivery-watch' : 'delivery-saving'} role="status">
      {isCut && <Icon name="offline" size={16} />}{' '}
      {say(isCut ? 'waiting' : hasUnsaved ? 'saving' : 'saved')}
      {photos.waiting.length > 0 && ` · ${say('photosWaiting', { count: photos.waiting.length })}`}
    </span>
  );
}

function Collision({ atHand, record }: { atHand: PackAtHand; record: DeliveryPack }) {
  const { say, nameOf } = useDeliveryWords();
  const { colliding, settle } = atHand;
  if (colliding.length === 0) return null;
  const names: Readonly<Record<string, string>> = {
    precautions: say('precautions'),
    oldParts: say('oldParts'),
    mileageKm: say('mileageOut'),
    note: say('note'),
  };
  const said = (field: string) => {
    const item = record.items.find(({ key }) => key === keyIn(field));
    return item ? nameOf(item) : (names[field] ?? field);
  };
  return (
    <div className="delivery-collision" role="alert">
      <p>{say('collision', { items: colliding.map(said).join('、') })}</p>
      <Button size="large" onClick={() => settle('mine')}>
        {say('keepMine')}
      </Button>
      <Button size="large" onClick={() => settle('theirs')}>
        {say('keepTheirs')}
      </Button>
    </div>
  );
}
