import { Button, Input } from 'antd';
import { useRef } from 'react';
import { DayField } from '#web/DayField.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type CallCheck, type ShownMark, scoreOf } from '../contract.ts';
import { givenMarks } from './judging.ts';
import { useSay } from './useCheckWords.ts';
import { type Judging, useJudging } from './useJudging.ts';

/** The form beside the talk: number keys give the points, and the next criterion asks by itself. */
export function JudgeForm({ check }: { check: CallCheck }) {
  const say = useSay();
  const judging = useJudging(check);
  const isSecond = check.state === 'disputed';
  return (
    <Card title={<FormTitle check={check} />} actions={<Score check={check} judging={judging} />}>
      {isSecond && (
        <div className="callcheck-said">
          <p>
            <strong>{say('answer')}</strong> {check.answer}
          </p>
          <p className="soft">{say('decideNote')}</p>
        </div>
      )}
      <Keys judging={judging} />
      <ol className="callcheck-criteria">
        {check.marks.map((mark) => (
          <CriterionLine key={mark.key} mark={mark} judging={judging} />
        ))}
      </ol>
      <Words judging={judging} isSecond={isSecond} />
      <ProblemNote problem={judging.problem} onAgain={judging.again} />
      <footer className="callcheck-save">
        <span className="callcheck-warn" role="status">
          {judging.lacks}
        </span>
        <Button
          type="primary"
          size="large"
          loading={judging.isSaving}
          aria-keyshortcuts="Control+Enter"
          onClick={judging.save}
        >
          {say(check.nextId && !isSecond ? 'saveAndNext' : 'save')}{' '}
          <kbd className="for-keyboard">Ctrl Enter</kbd>
        </Button>
      </footer>
    </Card>
  );
}

export function FormTitle({ check }: { check: CallCheck }) {
  const say = useSay();
  const { formEdition, passPercent } = check;
  return (
    <>
      {say('form')}{' '}
      <span className="soft callcheck-edition">
        {formEdition === 0 ? say('formShipped') : say('formEdition', { edition: formEdition })} ·{' '}
        {say('passAt', { percent: passPercent })}
      </span>
    </>
  );
}

/** What it comes to so far; what counts is reckoned by the server. */
function Score({ check, judging }: { check: CallCheck; judging: Judging }) {
  const say = useSay();
  const { score, isFailed } = scoreOf(givenMarks(check.marks, judging.judged));
  const isWeak = isFailed || (score !== null && score < check.passPercent);
  return (
    <strong className={isWeak ? 'figures callcheck-warn' : 'figures'} aria-live="polite">
      {isFailed ? say('failed') : score === null ? '—' : say('scoreOf', { score })}
    </strong>
  );
}

function CriterionLine({ mark, judging }: { mark: ShownMark; judging: Judging }) {
  const say = useSay();
  const { key, name, hint, most, isCritical } = mark;
  const isNow = judging.asked?.key === key;
  const given = judging.judged.points[key];
  const numbers = Array.from({ length: most + 1 }, (_, at) => at);
  const button = (value: number | null, label: string) => (
    <button
      key={label}
      type="button"
      aria-pressed={given === value}
      onClick={() => judging.give(key, value)}
    >
      {label}
    </button>
  );
  return (
    <li className={isNow ? 'callcheck-now' : undefined} aria-current={isNow ? 'step' : undefined}>
      <div className="callcheck-criterion">
        <strong>{name}</strong>{' '}
        {isCritical && <span className="callcheck-critical">{say('critical')}</span>}
        <p className="soft">{hint}</p>
      </div>
      <fieldset className="callcheck-points" aria-label={name}>
        {numbers.map((value) => button(value, String(value)))}
        {button(null, say('notApplicable'))}
      </fieldset>
    </li>
  );
}

function Words({ judging, isSecond }: { judging: Judging; isSecond: boolean }) {
  const say = useSay();
  const { judged, change } = judging;
  return (
    <div className="callcheck-coaching">
      <label htmlFor="callcheck-coaching">
        {say(isSecond ? 'decideWhy' : 'coaching')} <kbd className="for-keyboard">N</kbd>
      </label>
      <Input.TextArea
        id="callcheck-coaching"
        className="grows"
        rows={3}
        maxLength={isSecond ? 1000 : 4000}
        placeholder={say('coachingHint')}
        value={judged.coaching}
        onChange={({ target }) => change({ ...judged, coaching: target.value })}
      />
      {!isSecond && (
        <div className="callcheck-agreed">
          <label htmlFor="callcheck-agreed">{say('agreed')}</label>
          <Input
            id="callcheck-agreed"
            maxLength={1000}
            placeholder={say('agreedHint')}
            value={judged.agreed}
            onChange={({ target }) => change({ ...judged, agreed: target.value })}
          />
          <label htmlFor="callcheck-agreed-on">{say('agreedOn')}</label>
          <DayField
            id="callcheck-agreed-on"
            value={judged.agreedOn}
            onChange={({ target }) => change({ ...judged, agreedOn: target.value })}
          />
        </div>
      )}
    </div>
  );
}

/** All of it without the mouse. */
function Keys({ judging }: { judging: Judging }) {
  const say = useSay();
  const run = useRef(judging);
  run.current = judging;
  const number = (points: number) => () => run.current.giveAsked(points);
  const page = (keys: string, label: string, act: () => void, hidden = false) => ({
    ...{ keys, label, group: 'page' as const, run: act, hidden },
  });
  useHotkey(page('0', say('keyPoints'), number(0)));
  useHotkey(page('1', say('keyPoints'), number(1), true));
  useHotkey(page('2', say('keyPoints'), number(2), true));
  useHotkey(page('3', say('keyPoints'), number(3), true));
  useHotkey(page('4', say('keyPoints'), number(4), true));
  useHotkey(page('5', say('keyPoints'), number(5), true));
  useHotkey(page('6', say('keyPoints'), number(6), true));
  useHotkey(page('7', say('keyPoints'), number(7), true));
  useHotkey(page('8', say('keyPoints'), number(8), true));
  useHotkey(page('9', say('keyPoints'), number(9), true));
  useHotkey(page('-', say('keyNone'), () => run.current.giveAsked(null)));
  useHotkey(page('Backspace', say('keyBack'), () => run.current.back()));
  useHotkey(
    page('n', say('keyCoaching'), () => document.getElementById('callcheck-coaching')?.focus()),
  );
  useHotkey(page('mod+Enter', say('keySave'), () => run.current.save()));
  return null;
}
