import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import './floating.css';

const edge = 8;

/** Puts the box under its anchor, or above where there is no room, and keeps it within the window. */
function place(box: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const wanted = align === 'start' ? at.left : at.right - width;
  const left = Math.max(
    edge,
    Math.min(wanted, document.documentElement.clientWidth - width - edge),
  );
  const fitsBelow = at.bottom + 6 + height <= window.innerHeight - edge;
  const top = fitsBelow ? at.bottom + 6 : Math.max(edge, at.top - height - 6);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/**
 * A box beside its anchor. It goes along when the page is scrolled and closes with Esc or a click elsewhere. Where
 * the browser has the top layer (popover) nothing can cover it; elsewhere it is fixed above the page.
 */
export function Floating(props: {
  anchor: RefObject<HTMLElement | null>;
  label?: string;
  role?: 'dialog' | 'tooltip' | 'menu';
  id?: string;
  align?: 'start' | 'end';
  onClose: () => void;
  children: ReactNode;
}) {
  const { anchor, label, role = 'dialog', id, align = 'start', onClose, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !anchor.current) return;
    if ('showPopover' in own && !own.matches(':popover-open')) own.showPopover();
    place(own, anchor.current, align);
  });
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      const isInside = [box.current, anchor.current].some((part) => part?.contains(target as Node));
      if (!isInside) close.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close.current();
    };
    const onScroll = ({ target }: Event) => {
      const own = box.current;
      if (own && anchor.current && !own.contains(target as Node)) place(own, anchor.current, align);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    window.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
      window.removeEventListener('scroll', onScroll, true);
    };
  }, [anchor, align]);
  return (
    <div
      ref={box}
      popover="manual"
      id={id}
      className={`floating floating-${role}`}
      role={role}
      {...(label && { 'aria-label': label })}
    >
      {children}
    </div>
  );
}
