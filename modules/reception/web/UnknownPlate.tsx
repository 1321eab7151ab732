import { Button } from 'antd';
import { normalisePlate, readPlate } from '#shared/plates.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useLanguage } from '#web/useWords.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/** Nobody knows this plate: register the car, or see what is wrong with what was typed. */
export function UnknownPlate({ typed }: { typed: string }) {
  const { say } = useReceptionWords();
  const language = useLanguage();
  const mayRegister = mayUse(useSession(), ['vehicles.edit']);
  const read = readPlate(typed);
  const plate = read.kind === 'plate' ? read.plate : normalisePlate(typed);
  return (
    <section className="card unknown-plate" aria-label={say('newCar')}>
      <header>
        <PlateTag plate={plate} size="large" />
        <h2>{read.kind === 'plate' ? say('newCar') : say('faulty')}</h2>
      </header>
      {read.hint && <p className="soft">{read.hint[language]}</p>}
      {read.kind === 'plate' && <p className="soft">{say('newCarDetail', { plate })}</p>}
      {mayRegister ? <Button type="primary">{say('registerCar')}</Button> : <p>{say('mayNot')}</p>}
    </section>
  );
}
