import { ConfigProvider } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import './sheet.css';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** A list that opens over a dialog belongs into it: what lies outside is under its veil. */
const besideItsField = (field?: HTMLElement) => field?.parentElement ?? document.body;

/**
 * A dialog of the browser's own: it holds the focus, closes with Esc and gives the focus back. `side` comes from
 * the right (notifications), `top` stands where the eye looks for an input (palette), `whole` takes the room that there is (a
 * file that is read); on a phone all come from below.
 */
export function Sheet(props: {
  title: string;
  place?: 'centre' | 'side' | 'top' | 'whole';
  /** The title only for screen readers, when the content shows what it is. */
  bare?: boolean;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, place = 'centre', bare = false, actions, onClose, children } = props;
  const say = useWords(shellWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    // Where nothing is to be typed the focus rests on the whole, not on the button that closes it.
    (dialog.current?.querySelector('input') ?? body.current)?.focus();
    return () => giveBack(opener.current);
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog already; the click is on the veil
    <dialog
      ref={dialog}
      className={`sheet sheet-${place}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div ref={body} className="sheet-body" tabIndex={-1}>
        {!bare && (
          <header className="sheet-head">
            <h2>{title}</h2>
            {actions}
            <button
              type="button"
              className="plain-button"
              aria-label={say('close')}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </header>
        )}
        <ConfigProvider getPopupContainer={besideItsField}>{children}</ConfigProvider>
      </div>
    </dialog>
  );
}

/**
 * Closed by the browser, the focus is back already. Taken away because the work is done, it would be nowhere: it goes
 * to what opened the dialog, or, where that is gone, to the page.
 */
function giveBack(opener: Element | null): void {
  requestAnimationFrame(() => {
    const held = document.activeElement;
    if (held && held !== document.body) return;
    const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
    const to = isThere ? opener : document.getElementById('page-content');
    to?.focus({ preventScroll: true });
  });
}
