import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useWords } from '#web/useWords.ts';
import { type Question, type QuestionKind, questionKinds } from '../contract.ts';
import { surveySettingWords } from '../locales/words-settings.ts';
import { linesOf, withLines } from './editing.ts';

/** One question: its words in both languages, how it is answered, and what follows a low answer. */
export function QuestionEditor(props: {
  question: Question;
  number: number;
  isLast: boolean;
  onChange: (change: Partial<Question>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { question, number, isLast, onChange, onMove, onRemove } = props;
  const say = useWords(surveySettingWords);
  const { kind, text, options } = question;
  const isScale = kind === 'scale5' || kind === 'scale10';
  return (
    <li>
      <div className="survey-edit-head">
        <strong>{say('question', { number })}</strong>
        <Select<QuestionKind>
          aria-label={say('kind')}
          value={kind}
          options={questionKinds.map((value) => ({ value, label: say(value) }))}
          onChange={(next) => onChange({ kind: next })}
          popupMatchSelectWidth={false}
        />
        <Button size="small" disabled={number === 1} onClick={() => onMove(-1)}>
          {say('up')}
        </Button>
        <Button size="small" disabled={isLast} onClick={() => onMove(1)}>
          {say('down')}
        </Button>
        <Button size="small" onClick={onRemove}>
          {say('remove')}
        </Button>
      </div>
      <div className="form-pair">
        {(['zh', 'en'] as const).map((tongue) => (
          <Input
            key={tongue}
            maxLength={200}
            aria-label={say(tongue === 'zh' ? 'textZh' : 'textEn')}
            placeholder={say(tongue === 'zh' ? 'textZh' : 'textEn')}
            value={text[tongue]}
            onChange={({ target }) => onChange({ text: { ...text, [tongue]: target.value } })}
          />
        ))}
      </div>
      {kind === 'choice' && (
        <div className="form-pair">
          {(['zh', 'en'] as const).map((tongue) => (
            <Input.TextArea
              key={tongue}
              rows={4}
              aria-label={say(tongue === 'zh' ? 'optionsZh' : 'optionsEn')}
              placeholder={say(tongue === 'zh' ? 'optionsZh' : 'optionsEn')}
              value={linesOf(options, tongue)}
              onChange={({ target }) =>
                onChange({ options: withLines(options, tongue, target.value) })
              }
            />
          ))}
        </div>
      )}
      <div className="survey-edit-head">
        <Checkbox
          checked={question.isRequired}
          onChange={({ target }) => onChange({ isRequired: target.checked })}
        >
          {say('isRequired')}
        </Checkbox>
        {isScale && (
          <Checkbox
            checked={question.isOverall}
            onChange={({ target }) => onChange({ isOverall: target.checked })}
          >
            {say('isOverall')}
          </Checkbox>
        )}
        {(isScale || kind === 'nps') && (
          <span className="survey-edit-low">
            {say('lowAtMost')}
            <InputNumber
              min={0}
              max={kind === 'scale5' ? 4 : 9}
              precision={0}
              aria-label={say('lowAtMost')}
              value={question.lowAtMost}
              onChange={(lowAtMost) => onChange({ lowAtMost })}
            />
            <span className="soft">{say('lowHint')}</span>
          </span>
        )}
      </div>
    </li>
  );
}
