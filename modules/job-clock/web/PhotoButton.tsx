import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { useClockWords } from './useClockWords.ts';
import type { JobFiles } from './useJobFiles.ts';

/** The phone's camera: the photo goes to the order, now or when there is a line again. */
export function PhotoButton({ files, onKept }: { files: JobFiles; onKept?: () => void }) {
  const { say } = useClockWords();
  const take = async (taken: readonly File[]) => {
    for (const photo of taken) {
      await files.keep(photo, { takenAt: now().toISOString(), kind: 'photo', caption: '' });
      onKept?.();
    }
  };
  return (
    <label className="clock-photo">
      <Icon name="camera" size={16} />
      {say('photo')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="visually-hidden"
        onChange={({ target }) => {
          const taken = [...(target.files ?? [])];
          target.value = '';
          void take(taken);
        }}
      />
    </label>
  );
}
