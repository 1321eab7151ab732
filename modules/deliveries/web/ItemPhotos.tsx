import { Suspense, useEffect, useMemo, useState } from 'react';
import { PhotoSheet } from '#modules/check-ins/web/index.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type DeliveryPack, deliveryRoutes as routes } from '../contract.ts';
import { useDeliveryWords } from './useDeliveryWords.ts';
import type { PackAtHand } from './usePack.ts';

interface PhotosProps {
  record: DeliveryPack;
  atHand: PackAtHand;
}

/** The camera of the phone; what it takes can be drawn on, and then waits to be sent. */
export function PhotoButton({
  record,
  atHand,
  itemKey,
  name,
}: PhotosProps & { itemKey: string; name: string }) {
  const { say } = useDeliveryWords();
  const [taken, setTaken] = useState<{ file: File; at: string } | null>(null);
  return (
    <>
      <label className="delivery-camera">
        <Icon name="camera" size={18} /> {say('photo')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          aria-label={`${name} ${say('photo')}`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) setTaken({ file, at: now().toISOString() });
            target.value = '';
          }}
        />
      </label>
      {taken && (
        <Suspense fallback={null}>
          <PhotoSheet
            file={taken.file}
            takenAt={taken.at}
            plate={record.order.plate}
            onClose={() => setTaken(null)}
            onDone={async (picture) => {
              setTaken(null);
              await atHand.takePhoto(picture, { itemKey, takenAt: taken.at });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Photos of one item: what has arrived, and what waits on this device. */
export function ItemPhotos(props: PhotosProps & { itemKey: string; isOpen: boolean }) {
  const { record, atHand, itemKey, isOpen } = props;
  const { say } = useDeliveryWords();
  const remove = useWriting(routes.removePhoto);
  const arrived = record.photos.filter((photo) => photo.itemKey === itemKey);
  const waiting = atHand.photos.waiting.filter(({ more }) => more.itemKey === itemKey);
  if (arrived.length + waiting.length === 0) return null;
  const take = (deliveryPhotoId: string) =>
    remove.mutate(
      { params: { deliveryPackId: record.id, deliveryPhotoId }, version: record.version },
      { onSuccess: atHand.show },
    );
  return (
    <>
      <ProblemNote problem={remove.error} onAgain={remove.again} />
      <ul className="delivery-photos">
        {arrived.map(({ id, fileId }, at) => {
          const source = pathOf(fileRoutes.read, { fileId });
          return (
            <li key={id}>
              <a href={source} target="_blank" rel="noreferrer">
                <img src={source} alt={say('photoOf', { at: at + 1 })} loading="lazy" />
              </a>
              {isOpen && (
                <button
                  type="button"
                  aria-label={`${say('removePhoto')} ${at + 1}`}
                  onClick={() => take(id)}
                >
                  <Icon name="close" size={16} />
                </button>
              )}
            </li>
          );
        })}
        {waiting.map(({ id, blob }) => (
          <WaitingPhoto key={id} blob={blob} />
        ))}
      </ul>
    </>
  );
}

function WaitingPhoto({ blob }: { blob: Blob }) {
  const { say } = useDeliveryWords();
  const source = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(source), [source]);
  return (
    <li className="delivery-photo-waiting">
      <img src={source} alt={say('photoWaiting')} />
      <span>{say('photoWaiting')}</span>
    </li>
  );
}
