import { Suspense, useEffect, useState } from 'react';
import { PhotoSheet, preparePhotoSheet } from '#modules/check-ins/web/index.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mostPhotos } from '../contract.ts';
import type { HandoverPhotoQueue } from './useHandoverPhotos.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** Photos of a car as it is handed over: each waits on the device until it is up, and can be left out until it is signed. */
export function HandoverPhotos({ plate, queue }: { plate: string; queue: HandoverPhotoQueue }) {
  const { say } = useMobilityWords();
  const [taken, setTaken] = useState<{ file: File; at: string } | null>(null);
  useEffect(preparePhotoSheet, []);
  const { arrived, waiting, problem } = queue;
  return (
    <div className="trip-photos">
      <ProblemNote problem={problem} />
      {waiting.length > 0 && <p role="status">{say('photosWaiting', { count: waiting.length })}</p>}
      <ul>
        {arrived.map((fileId, at) => (
          <li key={fileId}>
            <img src={pathOf(fileRoutes.read, { fileId })} alt={say('photoOf', { at: at + 1 })} />
            <button
              type="button"
              aria-label={`${say('removePhoto')} ${at + 1}`}
              onClick={() => queue.leaveOut(fileId)}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
        {arrived.length + waiting.length < mostPhotos && (
          <li>
            <label className="trip-camera">
              <Icon name="camera" size={20} /> {say('photo')}
              <input
                type="file"
                accept="image/*"
                capture="environment"
                className="visually-hidden"
                aria-label={say('photo')}
                onChange={({ target }) => {
                  const [file] = target.files ?? [];
                  if (file) setTaken({ file, at: now().toISOString() });
                  target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {taken && (
        <Suspense fallback={null}>
          <PhotoSheet
            file={taken.file}
            takenAt={taken.at}
            plate={plate}
            onClose={() => setTaken(null)}
            onDone={async (picture) => {
              setTaken(null);
              await queue.take(picture, taken.at);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
