import { Input } from 'antd';
import { useSession } from '#web/session.ts';
import type { FollowUp } from '../contract.ts';
import { callResults, questionKeys, questions, reasonsOf } from '../locales/vocabulary.ts';
import { Choice } from './Choice.tsx';
import { ComplaintLine } from './ComplaintLine.tsx';
import { MatterLines } from './MatterLines.tsx';
import { currentQuestion, type Talk, withResult } from './talk.ts';
import { useCodeWords, useSay } from './useFollowUpWords.ts';

interface FormProps {
  talk: Talk;
  change: (talk: Talk) => void;
}

/** The 追踪服务记录表 as a form that guides: result, reason, and in a talk the questions and what came of it. */
export function TalkForm(props: {
  followUp?: FollowUp;
  bench: FormProps;
  /** A call-in and a visit have been answered already. */
  isAnswered?: boolean;
}) {
  const { followUp, bench, isAnswered = false } = props;
  const { talk, change } = bench;
  const say = useSay();
  return (
    <div className="talk">
      {!isAnswered && (
        <Choice
          label={say('result')}
          size="large"
          hasKeys={talk.result === null}
          options={callResults.map((value) => ({ value, label: say(value) }))}
          value={talk.result}
          onChoose={(result) => change(withResult(talk, result))}
        />
      )}
      {talk.result && !isAnswered && <Reasons talk={talk} change={change} followUp={followUp} />}
      {talk.reason === 'talked' && <Answers talk={talk} change={change} />}
    </div>
  );
}

function Reasons({ talk, change, followUp }: FormProps & { followUp?: FollowUp }) {
  const say = useSay();
  const result = talk.result!;
  const most = followUp?.mostTries ?? 0;
  const count = (followUp?.tries ?? 0) + 1;
  return (
    <div className="talk-reasons">
      <Choice
        label={say('needReason')}
        hasKeys={result !== 'connected'}
        options={reasonsOf[result].map((value) => ({ value, label: say(value) }))}
        value={talk.reason}
        onChoose={(reason) => change({ ...talk, reason })}
      />
      {talk.reason === 'callLater' && (
        <label className="talk-next">
          {say('nextTryAt')}
          <input
            type="datetime-local"
            className="ant-input"
            value={talk.nextTryAt}
            onChange={({ target }) => change({ ...talk, nextTryAt: target.value })}
          />
        </label>
      )}
      {result === 'notConnected' && talk.reason && (
        <p className="soft">
          {count >= most
            ? say('endsAsUnreachable', { most })
            : say('tryAgainSoon', { count, most })}
        </p>
      )}
      {result === 'invalid' && talk.reason && <p className="soft">{say('endsHere')}</p>}
    </div>
  );
}

const marks = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

function Answers({ talk, change }: FormProps) {
  const say = useSay();
  const word = useCodeWords();
  const { permissions } = useSession();
  const asked = currentQuestion(talk);
  return (
    <>
      <dl className="talk-questions">
        {questionKeys.map((key) => (
          <div
            key={key}
            className={asked === key ? 'talk-question talk-question-now' : 'talk-question'}
          >
            <dt>{say(key)}</dt>
            <dd>
              <Choice
                label={say(key)}
                hasKeys={asked === key}
                options={questions[key].map((value) => ({ value, label: word(`${key}_${value}`) }))}
                value={talk.answers[key]}
                onChoose={(value) =>
                  change({ ...talk, answers: { ...talk.answers, [key]: value } })
                }
              />
            </dd>
          </div>
        ))}
        <div
          className={asked === 'satisfaction' ? 'talk-question talk-question-now' : 'talk-question'}
        >
          <dt title={say('satisfactionScale')}>{say('satisfaction')}</dt>
          <dd>
            <Choice
              label={say('satisfaction')}
              options={marks}
              value={talk.satisfaction}
              onChoose={(satisfaction) => change({ ...talk, satisfaction })}
            />
          </dd>
        </div>
      </dl>
      <div className="talk-points">
        <label htmlFor="talk-points">
          {say('mainPoints')} <kbd className="bench-kbd">N</kbd>
        </label>
        <Input.TextArea
          className="grows"
          id="talk-points"
          data-bench="points"
          rows={3}
          maxLength={4000}
          placeholder={say('mainPointsHint')}
          value={talk.mainPoints}
          onChange={({ target }) => change({ ...talk, mainPoints: target.value })}
        />
      </div>
      <MatterLines talk={talk} change={change} />
      {permissions.includes('followUps.call') && <ComplaintLine talk={talk} change={change} />}
    </>
  );
}
