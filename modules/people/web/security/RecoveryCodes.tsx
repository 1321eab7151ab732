import { Button } from 'antd';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { securityWords } from '../../locales/security.ts';
import './security.css';

/** Shown once; only they and what they are for go to the printer. */
export function RecoveryCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const { codes, onDone } = props;
  const say = useWords(securityWords);
  const tell = useTell();
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(codes.join('\n')).then(() => tell(say('copied'))));
  return (
    <div className="person-codes">
      <p>{say('codesLead')}</p>
      <ol className="person-printed" aria-label={say('recovery')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="form-end">
        <Button onClick={() => window.print()}>{say('print')}</Button>
        {copy && <Button onClick={copy}>{say('copy')}</Button>}
        <Button type="primary" onClick={onDone}>
          {say('kept')}
        </Button>
      </div>
    </div>
  );
}
