import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Icon } from './Icon.tsx';
import './toasts.css';

interface Toast {
  id: number;
  words: string;
  tone: 'good' | 'late';
  /** One way back or on: "撤销", "打开". */
  action?: { label: string; run: () => void };
}

type Tell = (words: string, options?: Pick<Toast, 'action'> & { tone?: Toast['tone'] }) => void;

const TellContext = createContext<Tell>(() => undefined);

/** Says briefly that something was done: `tell('已保存')`. What needs an answer belongs into the page. */
export const useTell = (): Tell => useContext(TellContext);

const shownMs = 4000;
const withActionMs = 8000;

export function ToastsProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const tell = useMemo(() => {
    let last = 0;
    return ((words, { action, tone = 'good' } = {}) => {
      last += 1;
      const toast: Toast = { id: last, words, tone, action };
      setToasts((shown) => [...shown.slice(-2), toast]);
      setTimeout(() => drop(toast.id), action ? withActionMs : shownMs);
    }) satisfies Tell;
  }, [drop]);
  return (
    <TellContext value={tell}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, words, tone, action }) => (
          <p key={id} className={`toast toast-${tone}`}>
            <Icon name={tone === 'good' ? 'check' : 'alert'} />
            {words}
            {action && (
              <button
                type="button"
                onClick={() => {
                  drop(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
          </p>
        ))}
      </div>
    </TellContext>
  );
}
