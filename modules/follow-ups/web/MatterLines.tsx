import { Button, Checkbox, Input } from 'antd';
import { Icon } from '#web/Icon.tsx';
import { matterKinds } from '../locales/vocabulary.ts';
import { Choice } from './Choice.tsx';
import { newMatter } from './newLines.ts';
import type { MatterDraft, Talk } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

/** Demands, hopes and questions from this talk: each is tracked from the moment it is saved (FUP-04). */
export function MatterLines({ talk, change }: { talk: Talk; change: (talk: Talk) => void }) {
  const say = useSay();
  const set = (key: string, part: Partial<MatterDraft>) =>
    change({
      ...talk,
      matters: talk.matters.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  const remove = (key: string) =>
    change({ ...talk, matters: talk.matters.filter((one) => one.key !== key) });
  return (
    <div className="talk-lines">
      {talk.matters.map((matter) => (
        <MatterLine
          key={matter.key}
          matter={matter}
          onChange={(part) => set(matter.key, part)}
          onRemove={() => remove(matter.key)}
        />
      ))}
      <Button
        icon={<Icon name="plus" />}
        onClick={() => change({ ...talk, matters: [...talk.matters, newMatter()] })}
      >
        {say('addMatter')} <kbd className="bench-kbd">M</kbd>
      </Button>
    </div>
  );
}

function MatterLine(props: {
  matter: MatterDraft;
  onChange: (part: Partial<MatterDraft>) => void;
  onRemove: () => void;
}) {
  const { matter, onChange, onRemove } = props;
  const say = useSay();
  return (
    <div className="talk-line">
      <header>
        <Choice
          label={say('kind')}
          options={matterKinds.map((value) => ({ value, label: say(value) }))}
          value={matter.kind}
          onChoose={(kind) => onChange({ kind })}
        />
        <button
          type="button"
          className="plain-button"
          aria-label={say('remove')}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </header>
      <Input.TextArea
        className="grows"
        data-bench={matter.key}
        rows={2}
        maxLength={4000}
        aria-label={say('matterContent')}
        placeholder={say('matterContent')}
        value={matter.content}
        onChange={({ target }) => onChange({ content: target.value })}
      />
      <Checkbox
        checked={matter.isAnswered}
        onChange={({ target }) => onChange({ isAnswered: target.checked })}
      >
        {say('answeredNow')}
      </Checkbox>
      {matter.isAnswered ? (
        <Input
          maxLength={4000}
          aria-label={say('solution')}
          placeholder={say('solution')}
          value={matter.solution}
          onChange={({ target }) => onChange({ solution: target.value })}
        />
      ) : (
        <p className="soft">{say('whoTracks')}</p>
      )}
    </div>
  );
}
