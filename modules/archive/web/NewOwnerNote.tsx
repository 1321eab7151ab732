import { Button } from 'antd';
import { customersWords } from '#modules/customers/web/index.ts';
import { Card } from '#web/Page.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

/** After a car changed hands: the new owner is asked himself, nothing of the former one is taken over (ARC-05, PIPL 14). */
export function NewOwnerNote(props: { onEdit: () => void; onConsent: () => void }) {
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  const [{ newOwnerOf }] = useAddress();
  if (!newOwnerOf) return null;
  return (
    <Card title={say('newOwnerAsk', { plate: newOwnerOf })}>
      <p>{say('newOwnerAskDetail')}</p>
      <p className="archive-new-owner">
        <Button onClick={props.onEdit}>{say('wishes')}</Button>
        <Button onClick={props.onConsent}>{words('recordConsent')}</Button>
      </p>
    </Card>
  );
}
