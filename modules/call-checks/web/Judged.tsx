import { Card } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import type { CallCheck } from '../contract.ts';
import { FormTitle } from './JudgeForm.tsx';
import { ScoreTag } from './ScoreTag.tsx';
import { useSay } from './useCheckWords.ts';

/** What was judged, and what both sides said. */
export function Judged({ check }: { check: CallCheck }) {
  const say = useSay();
  return (
    <Card title={<FormTitle check={check} />} actions={<ScoreTag of={check} />}>
      <ol className="callcheck-criteria">
        {check.marks.map(({ key, name, most, points, isCritical }) => (
          <li key={key}>
            <div className="callcheck-criterion">
              <strong>{name}</strong>{' '}
              {isCritical && <span className="callcheck-critical">{say('critical')}</span>}
            </div>
            <span className={points !== null && points < most ? 'callcheck-warn' : undefined}>
              {points === null ? say('notApplicable') : `${points} / ${most}`}
            </span>
          </li>
        ))}
      </ol>
      <Said
        title={say('coaching')}
        words={check.coaching}
        note={
          check.checkedAt
            ? `${check.checkedByName} · ${fullTime(check.checkedAt)}`
            : check.checkedByName
        }
      />
      <Said title={say('agreed')} words={check.agreed} note={agreement(check, say)} />
      <Said
        title={say('answer')}
        words={check.answer}
        note={check.answeredAt ? fullTime(check.answeredAt) : ''}
      />
      <Said
        title={say('decision')}
        words={check.decision}
        note={[
          say('decidedBy', { name: check.decidedByName }),
          check.firstScore !== null && say('firstScore', { score: check.firstScore }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
    </Card>
  );
}

function agreement(check: CallCheck, say: ReturnType<typeof useSay>): string {
  const { agreedOn, wasKept, lookedWords } = check;
  const looked = wasKept === null ? '' : say(wasKept ? 'kept' : 'notKept');
  return [agreedOn, looked, lookedWords].filter(Boolean).join(' · ');
}

function Said({ title, words, note }: { title: string; words: string; note: string }) {
  if (words === '') return null;
  return (
    <div className="callcheck-said">
      <h3>{title}</h3>
      <p className="callcheck-words">{words}</p>
      <p className="soft">{note}</p>
    </div>
  );
}
