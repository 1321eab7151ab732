import { useEffect, useRef, useSyncExternalStore } from 'react';

const keptAs = 'jingming.sound';
const listeners = new Set<() => void>();

function isStoredOn(): boolean {
  try {
    return localStorage.getItem(keptAs) !== 'off';
  } catch {
    // Storage may be switched off in a kiosk: then it sounds.
    return true;
  }
}
let isOn = isStoredOn();

/** Whether this device sounds: the desk's computer may, the tablet in the customers' room not. */
export const useIsSoundOn = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
  );

export function switchSound(on: boolean): void {
  isOn = on;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(keptAs, on ? 'on' : 'off');
  } catch {
    // As above: then it holds for this page only.
  }
}

/** What is heard: somebody waits, a scan was taken, a scan was refused. */
const sounds = { chime: [660, 880], good: [1320], refused: [220, 180] } as const;

/** A short sound, where this device sounds at all. */
export function soundOf(name: keyof typeof sounds): void {
  if (isOn) play(sounds[name]);
}

/** Short tones, made here: no file to fetch at the moment when it counts. */
function play(pitches: readonly number[]): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.connect(audio.destination);
  volume.gain.setValueAtTime(0.12, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  for (const [at, pitch] of pitches.entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(audio.currentTime + at * 0.16);
    tone.stop(audio.currentTime + at * 0.16 + 0.3);
  }
  setTimeout(() => void audio.close(), 1000);
}

interface Arriving {
  id: string;
  isRead: boolean;
  isUrgent?: boolean;
}

/** Calls when something urgent arrives while the screen is open; what waited before is told by the number at the bell. */
export function useArrivals<One extends Arriving>(
  all: readonly One[],
  isLoading: boolean,
  onArrival: (one: One) => void,
): void {
  const known = useRef<ReadonlySet<string>>(undefined);
  const hear = useRef(onArrival);
  hear.current = onArrival;
  useEffect(() => {
    if (isLoading) return;
    const before = known.current;
    known.current = new Set(all.map(({ id }) => id));
    if (!before) return;
    const fresh = all.filter(({ id, isRead, isUrgent }) => isUrgent && !isRead && !before.has(id));
    if (fresh.length > 0) soundOf('chime');
    for (const one of fresh) hear.current(one);
  }, [all, isLoading]);
}
