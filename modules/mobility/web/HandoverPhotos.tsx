import { Suspense, useEffect, useState } from 'react';
import { PhotoSheet, preparePhotoSheet } from '#modules/check-ins/web/index.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useLanguage } from '#web/useWords.ts';
import { mostPhotos } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** Photos of a car as it is handed over: each goes up as soon as it is taken, and can be left out until it is signed. */
export function HandoverPhotos(props: {
  plate: string;
  photos: readonly string[];
  onPhotos: (photos: readonly string[]) => void;
}) {
  const { plate, photos, onPhotos } = props;
  const { say } = useMobilityWords();
  const language = useLanguage();
  const [taken, setTaken] = useState<{ file: File; at: string } | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(preparePhotoSheet, []);
  const send = async (picture: Blob) => {
    setTaken(null);
    setSending(true);
    setProblem(null);
    try {
      const file = new File([picture], 'photo.jpg', { type: 'image/jpeg' });
      onPhotos([...photos, (await storeFile(file, language)).id]);
    } catch (thrown) {
      if (thrown instanceof TypeError) {
        setProblem(new ApiProblem(0, { code: 'connection_lost', title: say('notReached') }));
      } else if (thrown instanceof ApiProblem) setProblem(thrown);
      else throw thrown;
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="trip-photos">
      <ProblemNote problem={problem} />
      {isSending && <p role="status">{say('sending')}</p>}
      <ul>
        {photos.map((fileId, at) => (
          <li key={fileId}>
            <img src={pathOf(fileRoutes.read, { fileId })} alt={say('photoOf', { at: at + 1 })} />
            <button
              type="button"
              aria-label={`${say('removePhoto')} ${at + 1}`}
              onClick={() => onPhotos(photos.filter((one) => one !== fileId))}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
        {photos.length < mostPhotos && (
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
            onDone={send}
          />
        </Suspense>
      )}
    </div>
  );
}
