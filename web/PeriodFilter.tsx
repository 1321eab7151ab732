import { DayField } from './DayField.tsx';
import { useAddress } from './useAddress.ts';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** From and until in the page's address; `period` is what the server takes while the address names none. */
export function PeriodFilter({ period }: { period?: { from: string; until: string } | undefined }) {
  const say = useWords(shellWords);
  const [address, setAddress] = useAddress();
  return (
    <>
      <DayField
        aria-label={say('periodFrom')}
        value={address.from ?? period?.from ?? ''}
        onChange={({ target }) => setAddress({ from: target.value })}
      />
      <DayField
        aria-label={say('periodUntil')}
        value={address.until ?? period?.until ?? ''}
        onChange={({ target }) => setAddress({ until: target.value })}
      />
    </>
  );
}
