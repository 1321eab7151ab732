import { useWords } from '#web/useWords.ts';
import type { MethodSum } from '../contract.ts';
import { moneyMethods } from '../contract-vocabulary.ts';
import { type CashierWord, cashierWords } from '../locales/words.ts';

/** The words of the module, and the ways to pay as choices. */
export function useCashierWords() {
  const say = useWords(cashierWords);
  const sayMethod = (method: MethodSum['method']): string =>
    say(`method_${method}` satisfies CashierWord);
  const methods = moneyMethods.map((value) => ({ value, label: sayMethod(value) }));
  return { say, sayMethod, methods };
}
