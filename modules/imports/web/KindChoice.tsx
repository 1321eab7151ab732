import { useWords } from '#web/useWords.ts';
import type { ImportKind } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';

/** What the list holds, chosen first: arrows on the keyboard, a press on the phone. */
export function KindChoice(props: {
  kinds: readonly ImportKind[];
  kind: ImportKind;
  onChoose: (kind: ImportKind) => void;
}) {
  const say = useWords(importScreenWords);
  return (
    <fieldset className="import-kinds">
      <legend>{say('kindOfList')}</legend>
      {props.kinds.map((each) => (
        <label key={each} className={each === props.kind ? 'import-kind-chosen' : undefined}>
          <input
            type="radio"
            name="kind"
            value={each}
            checked={each === props.kind}
            onChange={() => props.onChoose(each)}
          />
          <strong>{say(`kind_${each}`)}</strong>
          <span className="soft">{say(`kind_${each}_note`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
