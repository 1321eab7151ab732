import { useState } from 'react';
import { readTime } from './readTime.ts';

/** A time in twenty-four hours. The browser's own field follows the machine's language and may say AM. */
export function TimeField(props: { label: string; time: string; onTime?: (time: string) => void }) {
  const { label, time, onTime } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    const read = typed === null ? undefined : readTime(typed);
    setTyped(null);
    if (read !== undefined && read !== time) onTime?.(read);
  };
  return (
    <input
      className="calendar-time-field figures"
      inputMode="numeric"
      maxLength={5}
      aria-label={label}
      value={typed ?? time}
      disabled={!onTime}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Enter' && leave()}
    />
  );
}
