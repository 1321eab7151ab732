import { useEffect, useRef, useState } from 'react';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { canHear, listen, type Speaking } from './recordVoice.ts';
import { useClockWords } from './useClockWords.ts';
import type { JobFiles } from './useJobFiles.ts';

/** Longer is no note any more, and 2 MB. */
const mostSeconds = 60;

/** What he found, said instead of typed: his hands are dirty. Pressed once it listens, pressed again it keeps what it heard. */
export function VoiceButton({ files, onKept }: { files: JobFiles; onKept?: () => void }) {
  const { say } = useClockWords();
  const speaking = useRef<Speaking>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isOn = seconds !== null;
  const begin = async () => {
    setRefused(false);
    try {
      speaking.current = await listen();
      setSeconds(0);
    } catch {
      // Whatever the browser calls it: nobody lets it listen, or there is nothing to listen with.
      setRefused(true);
    }
  };
  const end = async () => {
    const heard = speaking.current;
    speaking.current = null;
    if (!heard) return;
    const caption = say('voiceNote', { seconds: Math.max(seconds ?? 0, 1) });
    setSeconds(null);
    const voice = await heard.end();
    await files.keep(voice, { takenAt: now().toISOString(), kind: 'document', caption });
    onKept?.();
  };
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setSeconds((before) => (before ?? 0) + 1), 1000);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => {
    if (seconds === mostSeconds) void end();
  });
  // Who leaves the page is not listened to any longer.
  useEffect(() => () => void speaking.current?.end(), []);
  if (!canHear()) return null;
  return (
    <>
      <button
        type="button"
        className={isOn ? 'clock-photo clock-listening' : 'clock-photo'}
        aria-pressed={isOn}
        onClick={() => void (isOn ? end() : begin())}
      >
        <Icon name="microphone" size={16} />
        {isOn ? say('voiceStop', { seconds }) : say('voice')}
      </button>
      {isRefused && (
        <p role="alert" className="clock-refused">
          {say('voiceRefused')}
        </p>
      )}
    </>
  );
}
