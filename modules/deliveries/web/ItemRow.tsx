import { Input } from 'antd';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import type { Answer, Lacking, PackItem } from '../contract.ts';
import { ItemPhotos, PhotoButton } from './ItemPhotos.tsx';
import { placeOf } from './leading.ts';
import type { PartProps } from './PackPage.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';
import { fieldOf } from './usePack.ts';

type RowProps = PartProps & { item: PackItem; lacks: readonly Lacking['lack'][] };
const said = ['same', 'different'] as const;

/** One item as it was noted and as it is now: a tap, and words and a photo only where something is different. */
export function ItemRow({ record, atHand, isOpen, item, lacks }: RowProps) {
  const { say, nameOf, notedOf } = useDeliveryWords();
  const answer = atHand.answerOf(item.key);
  const { result, note } = answer;
  const group = item.kind === 'walk' ? 'walk' : 'result';
  const name = nameOf(item);
  const noted = notedOf(item);
  const byName = record.answers.find(({ key }) => key === item.key)?.byName;
  const set = (more: Partial<Answer>) =>
    atHand.change({ [fieldOf(item.key)]: { ...answer, ...more } });
  const shownLacks = lacks.filter((lack) => lack !== 'result');
  return (
    <div id={placeOf(item.key)} className={`delivery-item delivery-item-${result}`}>
      <div className="delivery-item-name">
        <p>{name}</p>
        {noted && (
          <p className="soft">
            {item.kind !== 'outside' && say('asNoted')} {noted}
          </p>
        )}
      </div>
      {isOpen ? (
        <fieldset className="delivery-choice" aria-label={name}>
          {said.map((one) => (
            <button
              key={one}
              type="button"
              className={`delivery-tile delivery-tile-${one}`}
              aria-pressed={result === one}
              onClick={() => set({ result: result === one ? 'open' : one })}
            >
              {say(`${group}_${one}`)}
            </button>
          ))}
        </fieldset>
      ) : (
        result !== 'open' && (
          <p className={`delivery-read delivery-read-${result}`}>
            {say(`${group}_${result}`)} {byName && <span className="soft">{byName}</span>}
          </p>
        )
      )}
      <EarlierPhotos record={record} item={item} />
      {isOpen && (result === 'different' || note !== '') && (
        <Input
          size="large"
          maxLength={500}
          value={note}
          aria-label={`${name} ${say(group === 'walk' ? 'questionPlace' : 'notePlace')}`}
          placeholder={say(group === 'walk' ? 'questionPlace' : 'notePlace')}
          onChange={({ target }) => set({ note: target.value })}
        />
      )}
      {!isOpen && note && <p className="delivery-said">{note}</p>}
      <ItemPhotos record={record} atHand={atHand} itemKey={item.key} isOpen={isOpen} />
      {isOpen && result === 'different' && group === 'result' && (
        <div className="delivery-tools">
          <PhotoButton record={record} atHand={atHand} itemKey={item.key} name={name} />
          {shownLacks.length > 0 && (
            <span className="delivery-watch">
              {shownLacks.map((lack) => say(`lack_${lack}`)).join('、')}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** How the damage looked when the car came in. */
function EarlierPhotos({ record, item }: Pick<RowProps, 'record' | 'item'>) {
  const { say } = useDeliveryWords();
  const { markNumber, kind } = item;
  if (kind !== 'mark' && kind !== 'outside') return null;
  const photos = record.earlierPhotos.filter((photo) => photo.markNumber === markNumber);
  if (photos.length === 0) return null;
  return (
    <ul className="delivery-photos">
      {photos.slice(0, 8).map(({ fileId }, at) => {
        const source = pathOf(fileRoutes.read, { fileId });
        return (
          <li key={fileId}>
            <a href={source} target="_blank" rel="noreferrer">
              <img src={source} alt={say('earlierPhoto', { at: at + 1 })} loading="lazy" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
