import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type Question, portalRoutes as routes } from '../contract.ts';
import { portalWords } from '../locales/words.ts';

/** What the customer asked, and the answer that he reads on his telephone. */
export function ReplyRow({ orderId, question }: { orderId: string; question: Question }) {
  const say = useWords(portalWords);
  const language = useLanguage();
  const reply = useWriting(routes.reply);
  const [answer, setAnswer] = useState('');
  const send = () =>
    reply.mutate({ params: { orderId, questionId: question.id }, body: { answer: answer.trim() } });
  const about = question.about ? say('about', { line: question.about }) : '';
  const at = shortTime(question.askedAt, now(), language);
  return (
    <div className="portal-reply">
      <p className="soft">{[about, at].filter(Boolean).join(' · ')}</p>
      <p>{question.question}</p>
      {question.answeredAt === null ? (
        <>
          <ProblemNote problem={reply.error} onAgain={reply.again} />
          <div className="portal-answering">
            <Input.TextArea
              aria-label={say('answer')}
              placeholder={say('answerHint')}
              rows={2}
              maxLength={500}
              value={answer}
              onChange={({ target }) => setAnswer(target.value)}
            />
            <Button
              type="primary"
              loading={reply.isPending}
              disabled={answer.trim() === ''}
              onClick={send}
            >
              {say('send')}
            </Button>
          </div>
        </>
      ) : (
        <p className="portal-answered">
          {question.answer}{' '}
          <span className="soft">{say('answeredBy', { name: question.answeredByName })}</span>
        </p>
      )}
    </div>
  );
}
