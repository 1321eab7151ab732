import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { normalisePlate, readPlate } from '#shared/plates.ts';
import type { SearchItem } from '#web/module.ts';
import { mayUse, useSession } from '#web/session.ts';
import { useChoices } from '#web/shell/useChoices.ts';
import { useFound } from '#web/shell/useFound.ts';
import { receptionSearch, vehicleKey } from './source.tsx';

const sources = [receptionSearch];
/** Province, letter and five more: what is shorter is the end of a plate. */
const wholePlate = 7;

/** Whether the text is meant as a whole plate, faulty ones included: `京A1234O`. */
const isWholePlate = (typed: string) =>
  readPlate(typed).kind === 'plate' ||
  (/^\p{Script=Han}[A-Z]/u.test(normalisePlate(typed)) &&
    normalisePlate(typed).length >= wholePlate);

/** The plate that was probably meant by a faulty one. */
export function meantBy(typed: string): string | undefined {
  const read = readPlate(typed);
  return read.kind === 'faulty' ? read.suggestion : undefined;
}

export type PlateSearch = ReturnType<typeof usePlateSearch>;

/**
 * What the plate field finds while somebody types. Whoever types faster than the answer comes may press Enter at
 * once: it is kept until then; with Ctrl it leads past the card, to the car's order. On a plate that nobody knows, Enter mends it or begins to register it.
 */
export function usePlateSearch() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const mayReceive = mayUse(useSession(), ['serviceOrders.receive']);
  const [entered, setEntered] = useState<'' | 'open' | 'beyond'>('');
  const [isRegistering, setIsRegistering] = useState(false);
  const typed = text.trim();
  const found = useFound(sources, typed);
  const items = found.groups.flatMap((group) => group.items);
  const isDone = found.state === 'done';
  const change = (next: string) => {
    setText(next);
    setIndex(0);
    setEntered('');
    setIsRegistering(false);
  };
  const open = (item: SearchItem) => {
    change('');
    void navigate({ to: item.to });
  };
  /** Past the card, to the order that is open or a new one. */
  const openBeyond = (item: SearchItem) => {
    if (!item.beyond || !mayReceive) return open(item);
    change('');
    void navigate(item.beyond as never);
  };
  const { index, setIndex, onKeyDown } = useChoices(items, open);
  const pointed = items[index];
  const hasCar = items.some(({ key }) => key.startsWith(vehicleKey));
  const unknown = isDone && !hasCar && isWholePlate(typed) ? typed : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer's coming is what it waits for
  useEffect(() => {
    if (entered === '' || !isDone) return;
    setEntered('');
    const meant = unknown && meantBy(unknown);
    if (meant) change(meant);
    else if (unknown) setIsRegistering(true);
    else if (pointed) (entered === 'beyond' ? openBeyond : open)(pointed);
  }, [entered, isDone]);
  return {
    text,
    typed,
    change,
    found,
    items,
    index,
    setIndex,
    open,
    unknown,
    isRegistering,
    register: () => setIsRegistering(true),
    pointedCar: pointed?.key.startsWith(vehicleKey)
      ? pointed.key.slice(vehicleKey.length)
      : undefined,
    onKeyDown: (event: Parameters<typeof onKeyDown>[0]) => {
      const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
      const isBeyond = isEnter && (event.ctrlKey || event.metaKey);
      if (event.key === 'Escape') change('');
      else if (isEnter && typed && (!isDone || unknown)) setEntered(isBeyond ? 'beyond' : 'open');
      else if (isBeyond && pointed) openBeyond(pointed);
      else onKeyDown(event);
    },
  };
}
