import { dateIn, daysBetween } from '#shared/dates.ts';
import { now } from '#web/clock.ts';
import { useWords } from '#web/useWords.ts';
import type { Certificate } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';

/** How a paper stands today, in words. */
export function useStanding() {
  const say = useWords(staffingWords);
  const today = dateIn('Asia/Shanghai', now());
  return ({
    expiresOn,
    isWithdrawn,
    renewalId,
  }: Pick<Certificate, 'expiresOn' | 'isWithdrawn' | 'renewalId'>): string => {
    if (renewalId !== null) return say('renewed');
    if (isWithdrawn) return say('withdrawn');
    if (expiresOn === null) return say('valid');
    const days = daysBetween(today, expiresOn);
    if (days <= 0) return say('expired');
    return days <= 30 ? say('expiresSoon', { days }) : say('valid');
  };
}
