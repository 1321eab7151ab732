import { Button, Input } from 'antd';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import type { Brief } from '../contract.ts';
import { useSay } from './said.ts';
import { type BriefAtHand, texts } from './useBrief.ts';

/** The three texts: written here until the brief is signed, then as they stand. */
export function Texts({ brief, atHand }: { brief: Brief; atHand: BriefAtHand }) {
  const say = useSay();
  const { fields, change, saving, hasUnsaved, problem } = atHand;
  if (!fields) {
    return texts.map((name) => (
      <Card key={name} title={say(name)}>
        <p className="brief-words">{brief[name] || <span className="soft">{say('none')}</span>}</p>
      </Card>
    ));
  }
  const state = saving === 'saved' && hasUnsaved ? 'saving' : saving;
  return (
    <Card
      title={say(`brief_${brief.grain}`)}
      actions={
        <span
          className={state === 'waiting' || state === 'refused' ? 'brief-trouble' : 'soft'}
          role="status"
        >
          {say(`saving_${state}`)}
        </span>
      }
    >
      <ProblemNote problem={problem} />
      <Collision atHand={atHand} />
      <div className="brief-texts">
        {texts.map((name) => (
          <label key={name} htmlFor={`brief-${name}`}>
            <span>{say(name)}</span>
            <Input.TextArea
              id={`brief-${name}`}
              placeholder={say(`${name}Hint`)}
              maxLength={8000}
              rows={7}
              value={fields[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          </label>
        ))}
      </div>
    </Card>
  );
}

function Collision({ atHand }: { atHand: BriefAtHand }) {
  const say = useSay();
  const { colliding, settle } = atHand;
  if (colliding.length === 0) return null;
  return (
    <div className="brief-collision" role="alert">
      <p>{say('collision', { fields: colliding.map((name) => say(name)).join('、') })}</p>
      <Button onClick={() => settle('mine')}>{say('keepMine')}</Button>
      <Button onClick={() => settle('theirs')}>{say('keepTheirs')}</Button>
    </div>
  );
}
