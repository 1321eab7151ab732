import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type ListedSheet, inspectionRoutes as routes } from '../contract.ts';
import './inspect.css';
import { useInspectionWords } from './useInspectionWords.ts';

/** The inspection sheets of an order, and what an inspector asks of the desk. */
export default function OrderInspections({ orderId }: { orderId: string }) {
  const { say } = useInspectionWords();
  const params = { orderId };
  const follows = ['inspection-sheets'];
  const { data, error } = useQuery(reading(routes.ofOrder, { params }, { follows }));
  const items = data?.items ?? [];
  if (!error && items.length === 0) return null;
  return (
    <Card title={say('inspections')}>
      <ProblemNote problem={error} />
      <ul className="inspect-list">
        {items.map((sheet) => (
          <ListedOne key={sheet.id} sheet={sheet} />
        ))}
      </ul>
    </Card>
  );
}

function ListedOne({ sheet }: { sheet: ListedSheet }) {
  const { say, sayOf } = useInspectionWords();
  const language = useLanguage();
  const now = useNow();
  const { id, kind, state, passed, answered, asked, reds, yellows, byName } = sheet;
  const verdict = kind === 'intake' ? 'complete' : passed ? 'passed' : 'failed';
  return (
    <li>
      <div className="inspect-listed">
        <b>{sayOf('kind', kind)}</b>
        <span className={passed === false ? 'inspect-bad' : 'soft'}>
          {state === 'open' ? say('progress', { answered, asked }) : say(verdict)}
        </span>
        {reds > 0 && <span className="inspect-bad">{say('reds', { count: reds })}</span>}
        {yellows > 0 && <span className="inspect-watch">{say('yellows', { count: yellows })}</span>}
        <span className="soft">
          {byName} · {shortTime(sheet.signedAt ?? sheet.beganAt, now, language)}
        </span>
        <Link to={`/inspection-sheets/${id}` as never}>
          {say(state === 'open' ? 'goOn' : 'look')}
        </Link>
      </div>
      {sheet.questions.map((question) => (
        <Asked key={question.id} sheetId={id} question={question} />
      ))}
    </li>
  );
}

/** What an inspector asks: it must be answered before he signs (WSH-03). */
function Asked(props: { sheetId: string; question: ListedSheet['questions'][number] }) {
  const { sheetId, question } = props;
  const { say } = useInspectionWords();
  const [answer, setAnswer] = useState('');
  const writing = useWriting(routes.answer, { touches: ['service-orders'] });
  const params = { inspectionSheetId: sheetId, inspectionQuestionId: question.id };
  const mayAnswer = mayUse(useSession(), ['serviceOrders.receive']);
  return (
    <form
      className="inspect-asked"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.trim()) writing.mutate({ params, body: { answer } });
      }}
    >
      <p>
        {say('asks', {
          by: question.askedByName,
          item: question.item,
          question: question.question,
        })}
      </p>
      <ProblemNote problem={writing.error} onAgain={writing.again} />
      {mayAnswer && (
        <div className="inspect-answer">
          <Input
            value={answer}
            maxLength={500}
            aria-label={say('answerPlace')}
            placeholder={say('answerPlace')}
            onChange={({ target }) => setAnswer(target.value)}
          />
          <Button htmlType="submit" loading={writing.isPending} disabled={!answer.trim()}>
            {say('answerIt')}
          </Button>
        </div>
      )}
    </form>
  );
}
