import { Button, Input } from 'antd';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import type { Report } from '../contract.ts';
import { useSay } from './said.ts';
import { type ReportAtHand, texts } from './useReport.ts';

/** What the unit says to its figures: written here until it goes, then as it stands. */
export function Words({ report, atHand }: { report: Report; atHand: ReportAtHand }) {
  const say = useSay();
  return atHand.fields ? (
    <Writing atHand={atHand} />
  ) : (
    <Card title={say('words')}>
      <dl className="upward-said">
        {texts.map((name) => (
          <div key={name}>
            <dt className="soft">{say(name)}</dt>
            <dd>{report[name] || <span className="soft">{say('none')}</span>}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Writing({ atHand }: { atHand: ReportAtHand }) {
  const say = useSay();
  const { fields, change, saving, hasUnsaved, problem, colliding, settle } = atHand;
  if (!fields) return null;
  const state = saving === 'saved' && hasUnsaved ? 'saving' : saving;
  const isTrouble = state === 'waiting' || state === 'refused';
  return (
    <Card
      title={say('words')}
      actions={
        <span className={isTrouble ? 'upward-trouble' : 'soft'} role="status">
          {say(`saving_${state}`)}
        </span>
      }
    >
      <ProblemNote problem={problem} />
      {colliding.length > 0 && (
        <p role="alert">
          {say('collision', { fields: colliding.map((name) => say(name)).join('、') })}{' '}
          <Button onClick={() => settle('mine')}>{say('keepMine')}</Button>{' '}
          <Button onClick={() => settle('theirs')}>{say('keepTheirs')}</Button>
        </p>
      )}
      <p className="soft">{say('noPersons')}</p>
      <div className="upward-texts">
        {texts.map((name) => (
          <label key={name} htmlFor={`upward-${name}`}>
            <span>{say(name)}</span>
            <Input.TextArea
              id={`upward-${name}`}
              placeholder={say(`${name}Hint`)}
              maxLength={4000}
              rows={4}
              value={fields[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          </label>
        ))}
      </div>
    </Card>
  );
}
