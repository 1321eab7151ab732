import { useEffect, useMemo, useState } from 'react';
import type { WaitingPhoto } from '#modules/files/web/index.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type CheckIn, checkInRoutes as routes } from '../contract.ts';
import { FilePicture } from './FilePicture.tsx';
import { PhotoSheet } from './PhotoSheet.tsx';
import type { CheckInAtHand } from './useCheckIn.ts';
import { useCheckInWords } from './useCheckInWords.ts';

interface PhotosProps {
  record: CheckIn;
  atHand: CheckInAtHand;
}

/** The camera of the tablet or phone; what it takes can be drawn on, and then waits to be sent. */
export function PhotoButton(props: PhotosProps & { label: string; markNumber?: number }) {
  const { record, atHand, label, markNumber } = props;
  const [taken, setTaken] = useState<{ file: File; at: string } | null>(null);
  return (
    <>
      <label className="checkin-tile checkin-camera">
        <Icon name="camera" size={20} />
        <span>{label}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          aria-label={markNumber === undefined ? label : `${label} ${markNumber}`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) setTaken({ file, at: now().toISOString() });
            target.value = '';
          }}
        />
      </label>
      {taken && (
        <PhotoSheet
          file={taken.file}
          takenAt={taken.at}
          plate={record.vehicle.plate}
          onClose={() => setTaken(null)}
          onDone={async (picture) => {
            setTaken(null);
            await atHand.takePhoto(picture, {
              takenAt: taken.at,
              ...(markNumber !== undefined && { markNumber }),
            });
          }}
        />
      )}
    </>
  );
}

/** All that was taken: what has arrived, and what waits on this device. */
export function PhotoStrip({ record, atHand }: PhotosProps) {
  const { say } = useCheckInWords();
  const { show, photos } = atHand;
  const remove = useWriting(routes.removePhoto);
  if (record.photos.length + photos.waiting.length === 0) return null;
  return (
    <>
      <ProblemNote problem={remove.error} onAgain={remove.again} />
      <ul className="checkin-photos" aria-label={say('photos')}>
        {record.photos.map(({ id: photoId, fileId, markNumber, caption }, at) => (
          <li key={photoId}>
            <FilePicture fileId={fileId} name={caption || say('photo', { at: at + 1 })} />
            {markNumber !== null && <b className="checkin-photo-mark">{markNumber}</b>}
            {record.state === 'open' && (
              <button
                type="button"
                className="checkin-photo-remove"
                aria-label={`${say('removePhoto')} ${at + 1}`}
                onClick={() =>
                  remove.mutate(
                    { params: { checkInId: record.id, photoId }, version: record.version },
                    { onSuccess: show },
                  )
                }
              >
                <Icon name="close" size={16} />
              </button>
            )}
          </li>
        ))}
        {photos.waiting.map((photo) => (
          <Waiting key={photo.id} photo={photo} />
        ))}
      </ul>
    </>
  );
}

function Waiting({ photo }: { photo: WaitingPhoto }) {
  const { say } = useCheckInWords();
  const source = useMemo(() => URL.createObjectURL(photo.blob), [photo.blob]);
  useEffect(() => () => URL.revokeObjectURL(source), [source]);
  return (
    <li className="checkin-photo-waiting">
      <img src={source} alt={say('photoWaiting')} />
      <span>{say('photoWaiting')}</span>
    </li>
  );
}
