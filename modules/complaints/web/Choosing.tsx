import { useWords } from '#web/useWords.ts';
import { type ComplaintKind, complaintKinds } from '../lifecycle.ts';
import { complaintWords } from '../locales/words.ts';
import { Chips } from './Chips.tsx';
import './complaints.css';
import './forms.css';

export { MatchBox as default } from './MatchBox.tsx';

/** What a complaint is about, for screens of others that open one. A field of a form. */
export function KindChips(props: {
  value?: ComplaintKind;
  onChange?: (kind: ComplaintKind) => void;
}) {
  const say = useWords(complaintWords);
  return (
    <Chips
      label={say('kind')}
      options={complaintKinds.map((each) => [each, say(each)])}
      value={props.value}
      onChange={(kind) => props.onChange?.(kind as ComplaintKind)}
    />
  );
}
