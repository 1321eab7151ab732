import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { NewArrival } from '#modules/vehicles/web/index.ts';
import { normalisePlate, readPlate } from '#shared/plates.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useLanguage } from '#web/useWords.ts';
import { linkTo } from './links.ts';
import { meantBy, type PlateSearch } from './usePlateSearch.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/** Nobody knows this plate: what is wrong with it, or the short form. The form waits for a word: more may be typed. */
export function UnknownPlate({ search, typed }: { search: PlateSearch; typed: string }) {
  const { say } = useReceptionWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const mayRegister = mayUse(useSession(), ['vehicles.edit']);
  const read = readPlate(typed);
  const plate = read.kind === 'plate' ? read.plate : normalisePlate(typed);
  const meant = meantBy(typed);
  const toCar = (vehicleId: string) => {
    search.change('');
    void navigate({ to: linkTo.car(vehicleId) });
  };
  return (
    <section className="card reception-unknown-plate" aria-label={say('newCar')}>
      <header>
        {!search.isRegistering && <PlateTag plate={plate} size="large" />}
        <h2>{say(read.kind === 'plate' ? 'newCar' : 'faulty')}</h2>
      </header>
      {read.hint && <p className="reception-unknown-hint">{read.hint[language]}</p>}
      {!search.isRegistering && (
        <>
          {read.kind === 'plate' && <p className="soft">{say('newCarDetail', { plate })}</p>}
          <div className="car-buttons">
            {meant && (
              <Button type="primary" onClick={() => search.change(meant)}>
                {say('useSuggestion', { plate: meant })}
                <kbd className="for-keyboard">{say('enterKey')}</kbd>
              </Button>
            )}
            <Button
              type={meant ? 'default' : 'primary'}
              disabled={!mayRegister}
              onClick={search.register}
            >
              {say(read.kind === 'plate' ? 'registerCar' : 'anyway')}
              {!meant && <kbd className="for-keyboard">{say('enterKey')}</kbd>}
            </Button>
          </div>
          {!mayRegister && <p className="soft">{say('mayNot')}</p>}
        </>
      )}
      {search.isRegistering && mayRegister && (
        <NewArrival
          plate={plate}
          onArrived={({ vehicleId }) => toCar(vehicleId)}
          onOpen={toCar}
          onCancel={() => search.change('')}
        />
      )}
    </section>
  );
}
