import { useMemo } from 'react';
import { useWords } from '#web/useWords.ts';
import { sayersOf } from '../locales/saying.ts';
import { deliveryWords } from '../locales/words.ts';

/** The module's words, and how items, limits and dates are said with them. */
export function useDeliveryWords() {
  const say = useWords(deliveryWords);
  return useMemo(() => ({ say, ...sayersOf(say) }), [say]);
}
