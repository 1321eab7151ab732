import { Button } from 'antd';
import { PlateTag } from '#web/PlateTag.tsx';
import { useWords } from '#web/useWords.ts';
import { vehiclesWords } from '../locales/words.ts';

export interface Known {
  by: 'plate' | 'phone';
  known: {
    customerId: string | null;
    customerName: string | null;
    phone: string;
    vehicles: { vehicleId: string; plate: string; model: string }[];
  }[];
}

/** Plate or phone are on file: whose they are, and one press to say whether it is him. */
export function KnownAlready(props: {
  known: Known;
  onOpen?: (vehicleId: string) => void;
  onIsHim: (customerId: string) => void;
  onIsAnother: () => void;
}) {
  const { known, onOpen, onIsHim, onIsAnother } = props;
  const say = useWords(vehiclesWords);
  const isPhone = known.by === 'phone';
  return (
    <div className="vehicle-known" role="alert">
      <strong>{say(isPhone ? 'knownPhone' : 'knownPlate')}</strong>
      <ul>
        {known.known.map(({ customerId, customerName, phone, vehicles }) => (
          <li key={customerId ?? vehicles[0]?.vehicleId}>
            <strong>{customerName}</strong> <span className="figures">{phone}</span>
            {vehicles.map(({ vehicleId, plate }) => (
              <PlateTag key={vehicleId} plate={plate} />
            ))}
            {isPhone && customerId && (
              <Button size="small" type="primary" onClick={() => onIsHim(customerId)}>
                {say('isHim')}
              </Button>
            )}
            {!isPhone && onOpen && vehicles[0] && (
              <Button size="small" type="primary" onClick={() => onOpen(vehicles[0]!.vehicleId)}>
                {say('open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isPhone && (
        <Button size="small" onClick={onIsAnother}>
          {say('isAnother')}
        </Button>
      )}
    </div>
  );
}
