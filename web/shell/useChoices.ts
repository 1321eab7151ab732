import { type KeyboardEvent, useState } from 'react';

/** Up, down and Enter over a list under an input; the focus stays in the input. */
export function useChoices<Item>(items: readonly Item[], choose: (item: Item) => void) {
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, items.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the composing of a Chinese word is not a choice.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) {
      event.preventDefault();
      setWanted((index + step + items.length) % items.length);
    }
    const item = items[index];
    if (event.key === 'Enter' && item !== undefined) {
      event.preventDefault();
      choose(item);
    }
  };
  return { index, setIndex: setWanted, onKeyDown };
}
