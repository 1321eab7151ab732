import type { StepState } from '#shared/fields.ts';
import { useWords } from '#web/useWords.ts';
import { type PhoneCallWord, phoneCallWords } from '../locales/words.ts';

export const useSay = () => useWords(phoneCallWords);
/** What shows a call or what came of it is read anew after every step. */
export const touches = {
  touches: ['phone-calls', 'follow-up-calls', 'matters', 'complaints', 'commitments'],
};

const whys = ['no_right', 'of_another', 'withheld'] as const;
/** Why a step is not possible, as a word of this module. */
export const whyWord = ({ reason }: StepState): PhoneCallWord | undefined => {
  const found = whys.find((one) => one === reason);
  return found && `why_${found}`;
};
