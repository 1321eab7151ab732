import { useWords } from '#web/useWords.ts';
import { campaignWords } from '../locales/words.ts';

export const useSay = () => useWords(campaignWords);
/** What shows a campaign, its calls or its letters is read anew after every step. */
export const touches = { touches: ['campaigns', 'follow-ups', 'letters'] };
