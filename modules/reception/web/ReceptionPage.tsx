import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import type { SearchItem } from '#web/module.ts';
import { useIsPhone } from '#web/useMedia.ts';
import { CarCard } from './CarCard.tsx';
import { DeskLists } from './DeskLists.tsx';
import { PlateField } from './PlateField.tsx';
import { Pressing } from './Pressing.tsx';
import './reception.css';
import { vehicleKey } from './source.tsx';
import { UnknownPlate } from './UnknownPlate.tsx';
import { useReceptionWords } from './useReceptionWords.ts';

/** What the plate field says while something is typed: the answer pointed at, or a plate that nobody knows. */
export interface Looked {
  typed: string;
  pointed?: SearchItem;
  unknown?: string;
}

/**
 * The front desk. Left: the plate field, its answers, the cars in the shop. Right: the card of the car pointed at.
 * On a phone one of both fills the screen.
 */
export default function ReceptionPage() {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const { vehicleId } = useParams({ strict: false }) as { vehicleId?: string };
  const [looked, setLooked] = useState<Looked>({ typed: '' });
  const next = () => void navigate({ to: '/reception' });
  useHotkey(vehicleId ? { keys: 'n', label: say('nextCar'), group: 'page', run: next } : null);
  if (isPhone && vehicleId) {
    return (
      <div className="reception-single">
        <button type="button" className="plain-button reception-back" onClick={next}>
          <Icon name="down" />
          {say('back')}
        </button>
        <CarCard vehicleId={vehicleId} isChosen />
      </div>
    );
  }
  const pointedCar = looked.pointed?.key.startsWith(vehicleKey)
    ? looked.pointed.key.slice(vehicleKey.length)
    : undefined;
  const shown = looked.typed ? pointedCar : vehicleId;
  return (
    <div className="reception">
      <h1 className="visually-hidden">{say('reception')}</h1>
      <div className="reception-left">
        <PlateField key={vehicleId ?? ''} hasFocus={!vehicleId && !isPhone} onLooked={setLooked} />
        {looked.unknown && isPhone && <UnknownPlate typed={looked.unknown} />}
        {!looked.typed && <DeskLists chosen={vehicleId} />}
      </div>
      <div className="reception-right">
        <RightSide looked={looked} shown={shown} isPhone={isPhone} isChosen={!looked.typed} />
      </div>
    </div>
  );
}

function RightSide(props: {
  looked: Looked;
  shown: string | undefined;
  isPhone: boolean;
  isChosen: boolean;
}) {
  const { looked, shown, isPhone, isChosen } = props;
  if (looked.unknown) return isPhone ? null : <UnknownPlate typed={looked.unknown} />;
  if (shown) return isPhone ? null : <CarCard vehicleId={shown} isChosen={isChosen} />;
  return looked.typed ? null : <Pressing />;
}
