import { strengthOf } from '#web/passwordStrength.ts';
import { useWords } from '#web/useWords.ts';
import { peopleWords } from '../locales/words.ts';

/** The judgement that the server makes again: long enough, and not to be guessed. */
export function usePasswordRule(ownNames: readonly string[]) {
  const say = useWords(peopleWords);
  return {
    validator: async (_rule: unknown, typed: string | undefined) => {
      if (!typed) throw new Error(say('needPassword'));
      if ([...typed].length < 8) throw new Error(say('passwordShort'));
      if (strengthOf(typed, ownNames) === 'weak') throw new Error(say('passwordTooWeak'));
    },
  };
}
