import { useNavigate, useParams } from '@tanstack/react-router';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { useIsPhone } from '#web/useMedia.ts';
import { CarCard } from './CarCard.tsx';
import { DeskLists } from './DeskLists.tsx';
import { PlateField } from './PlateField.tsx';
import { Pressing } from './Pressing.tsx';
import './reception.css';
import { UnknownPlate } from './UnknownPlate.tsx';
import { usePlateSearch } from './usePlateSearch.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/**
 * The front desk. Left: the plate field, its answers, the cars in the shop. Right: the card of the car pointed at,
 * or the form for one that nobody knows. On a phone one of both fills the screen.
 */
export default function ReceptionPage() {
  const { say } = useReceptionWords();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const { vehicleId } = useParams({ strict: false }) as { vehicleId?: string };
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
  return <DeskPage vehicleId={vehicleId} isPhone={isPhone} />;
}

function DeskPage({ vehicleId, isPhone }: { vehicleId: string | undefined; isPhone: boolean }) {
  const { say } = useReceptionWords();
  const search = usePlateSearch();
  const { typed, unknown, pointedCar } = search;
  return (
    <div className="reception">
      <h1 className="visually-hidden">{say('reception')}</h1>
      <div className="reception-left">
        <PlateField search={search} hasFocus={!vehicleId && !isPhone} />
        {isPhone && unknown && <UnknownPlate key={unknown} search={search} typed={unknown} />}
        {!typed && <DeskLists chosen={vehicleId} />}
      </div>
      <div className="reception-right">
        {!isPhone && unknown && <UnknownPlate key={unknown} search={search} typed={unknown} />}
        {!isPhone && pointedCar && <CarCard vehicleId={pointedCar} isChosen={false} />}
        {!typed && (vehicleId ? <CarCard vehicleId={vehicleId} isChosen /> : <Pressing />)}
      </div>
    </div>
  );
}
