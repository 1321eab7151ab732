import { Button } from 'antd';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { hookWords } from '../locales/screens.ts';

/** A secret stands on screen once, until the person says that it is kept. */
export function SecretShown(props: {
  secret: string;
  /** Where the other side sends to, if it does. */
  url?: string;
  isRotated?: boolean;
  onDone: () => void;
}) {
  const { secret, url, isRotated, onDone } = props;
  const say = useWords(hookWords);
  const tell = useTell();
  const text = url ? `${url}\n${secret}` : secret;
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(text).then(() => tell(say('copied'))));
  return (
    <div className="hook-sheet">
      <p>
        {say('secretOnce')} {isRotated && say('secretDay')}
      </p>
      {url && <code className="hook-secret">{url}</code>}
      <code className="hook-secret">{secret}</code>
      <div className="form-end">
        {copy && <Button onClick={copy}>{say('copy')}</Button>}
        <Button type="primary" onClick={onDone}>
          {say('done')}
        </Button>
      </div>
    </div>
  );
}
