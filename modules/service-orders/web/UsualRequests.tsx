import { Button } from 'antd';
import { useHotkey } from '#web/hotkeys.ts';
import type { orderKinds } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** What most people come for: by one key, in words that may be changed. */
const usual = [
  { word: 'usual_service', kind: 'maintenance' },
  { word: 'usual_fault', kind: 'repair' },
  { word: 'usual_inspection', kind: 'inspection' },
  { word: 'usual_accident', kind: 'bodyPaint' },
] as const satisfies readonly { word: string; kind: (typeof orderKinds)[number] }[];
export type UsualRequest = { words: string; kind: (typeof usual)[number]['kind'] };

export function UsualRequests({ onUsual }: { onUsual: (request: UsualRequest) => void }) {
  const { say } = useOrderWords();
  return (
    <div className="order-usual">
      {usual.map(({ word, kind }, at) => (
        <Usual
          key={word}
          keys={`alt+${at + 1}`}
          words={say(word)}
          onPress={() => onUsual({ words: say(word), kind })}
        />
      ))}
    </div>
  );
}

function Usual(props: { keys: string; words: string; onPress: () => void }) {
  const { keys, words, onPress } = props;
  useHotkey({ keys, label: words, group: 'page', run: onPress });
  return (
    <Button size="small" onClick={onPress}>
      {words}
      <kbd className="for-keyboard">{keys.replace('alt', 'Alt')}</kbd>
    </Button>
  );
}
