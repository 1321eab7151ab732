import { Button, Input } from 'antd';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import type { TrainingCase, TrainingCaseMark } from '../contract.ts';
import { caseParts } from '../lifecycle.ts';
import { useSay } from './said.ts';
import type { CaseAtHand } from './useCase.ts';

const fieldId = (part: string) => `training-${part}`;

/** Puts the cursor on what is marked, so that it is typed over. */
function goTo({ part, words }: TrainingCaseMark): void {
  const field = document.getElementById(fieldId(part));
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  const at = field.value.indexOf(words);
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + words.length);
}

/** The parts of a case: written here while it is a draft, then as they stand. */
export function Texts({ record, atHand }: { record: TrainingCase; atHand: CaseAtHand }) {
  const say = useSay();
  const { fields } = atHand;
  if (fields) return <Written record={record} atHand={atHand} fields={fields} />;
  return (
    <div className="training-parts">
      {caseParts.slice(1).map((part) => (
        <Card key={part} title={say(part)}>
          <p className="training-words">
            {record[part] || <span className="soft">{say('empty')}</span>}
          </p>
        </Card>
      ))}
    </div>
  );
}

function Written(props: {
  record: TrainingCase;
  atHand: CaseAtHand;
  fields: NonNullable<CaseAtHand['fields']>;
}) {
  const { record, atHand, fields } = props;
  const say = useSay();
  const { change, saving, hasUnsaved, problem } = atHand;
  const state = saving === 'saved' && hasUnsaved ? 'saving' : saving;
  const isTrouble = state === 'waiting' || state === 'refused';
  return (
    <Card
      title={say('edit')}
      actions={
        <span className={isTrouble ? 'training-trouble' : 'soft'} role="status">
          {say(`saving_${state}`)}
        </span>
      }
    >
      <ProblemNote problem={problem} />
      <Collision atHand={atHand} />
      <Marks marks={record.marks} />
      <div className="training-fields">
        {caseParts.map((part) => (
          <label key={part} htmlFor={fieldId(part)}>
            <span>{say(part)}</span>
            {part === 'title' ? (
              <Input
                id={fieldId(part)}
                maxLength={200}
                value={fields.title}
                onChange={({ target }) => change({ title: target.value })}
              />
            ) : (
              <Input.TextArea
                id={fieldId(part)}
                placeholder={part === 'questions' ? say('questionsHint') : undefined}
                maxLength={8000}
                className="training-text"
                rows={2}
                value={fields[part]}
                onChange={({ target }) => change({ [part]: target.value })}
              />
            )}
          </label>
        ))}
      </div>
    </Card>
  );
}

/** What looks personal, each leading to its place. */
function Marks({ marks }: { marks: readonly TrainingCaseMark[] }) {
  const say = useSay();
  if (marks.length === 0)
    return (
      <p className="training-clean">
        {say('marksNone')} <span className="soft">{say('marksOff')}</span>
      </p>
    );
  return (
    <section className="training-marks" aria-label={say('marksTitle')}>
      <h3>{say('marksTitle')}</h3>
      <ul>
        {marks.map((mark) => (
          <li key={`${mark.part}.${mark.at}`}>
            <span className="soft">
              {say(mark.part)} · {say(`mark_${mark.kind}`)}
            </span>
            <Button size="small" onClick={() => goTo(mark)}>
              {say('toMark', { words: mark.words })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="soft">{say('marksOff')}</p>
    </section>
  );
}

function Collision({ atHand }: { atHand: CaseAtHand }) {
  const say = useSay();
  const { colliding, settle } = atHand;
  if (colliding.length === 0) return null;
  return (
    <div className="training-collision" role="alert">
      <p>{say('collision', { fields: colliding.map((name) => say(name)).join('、') })}</p>
      <Button onClick={() => settle('mine')}>{say('keepMine')}</Button>
      <Button onClick={() => settle('theirs')}>{say('keepTheirs')}</Button>
    </div>
  );
}
