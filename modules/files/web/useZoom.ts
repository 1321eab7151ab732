import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** One is the width of the frame. */
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export type Zooming = ReturnType<typeof useZoom>;

/** How large a file is shown; what stood in the middle stays there. */
export function useZoom(scroller: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(1);
  const middle = useRef({ across: 0.5, down: 0 });
  const to = (next: number | undefined) => {
    const frame = scroller.current;
    if (!frame || next === undefined) return;
    middle.current = {
      across: (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
      down: (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
    };
    setZoom(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new size is there when the zoom has changed
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (!frame || middle.current.down === 0) return;
    frame.scrollLeft = middle.current.across * frame.scrollWidth - frame.clientWidth / 2;
    frame.scrollTop = middle.current.down * frame.scrollHeight - frame.clientHeight / 2;
  }, [zoom]);
  const larger = () => to(steps.find((step) => step > zoom));
  const smaller = () => to(steps.findLast((step) => step < zoom));
  const fit = () => to(1);
  const keys: Record<string, () => void> = {
    '+': larger,
    '=': larger,
    '-': smaller,
    _: smaller,
    0: fit,
  };
  return {
    zoom,
    larger,
    smaller,
    fit,
    isLargest: zoom === steps.at(-1),
    isSmallest: zoom === steps[0],
    onKeyDown: (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (!step || isTyping) return;
      event.preventDefault();
      step();
    },
  };
}
