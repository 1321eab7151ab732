import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { brought } from '#web/brought.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type MessageShown, messageRoutes, threadAsked } from '../contract.ts';
import { messageWords } from '../locales/words.ts';
import './messages.css';
import { WriteSheet } from './WriteSheet.tsx';

/** What went to a customer and came from him, the latest first, with its state and why it waits. */
export function Thread(props: { customer: { id: string; name: string; phone: string } }) {
  const { customer } = props;
  const say = useWords(messageWords);
  const session = useSession();
  const [isWriting, setIsWriting] = useState(false);
  if (!mayUse(session, ['messages.see'])) return null;
  const write = mayUse(session, ['messages.send']) && (
    <Button size="small" onClick={() => setIsWriting(true)}>
      {say('write')}
    </Button>
  );
  return (
    <Card title={say('messages')} actions={write}>
      <Messages customerId={customer.id} />
      {isWriting && <WriteSheet customer={customer} onClose={() => setIsWriting(false)} />}
    </Card>
  );
}

/** Whether a message left or a reply came is seen without a reload. */
const follows = { ...brought, meta: { follows: ['messages'] } };

function Messages({ customerId }: { customerId: string }) {
  const say = useWords(messageWords);
  const asked = { params: { customerId }, query: threadAsked };
  const list = useRows(messageRoutes.thread, asked, follows);
  return (
    <>
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {!list.isLoading && list.rows.length === 0 && <p className="soft">{say('none')}</p>}
      <ul className="message-thread">
        {list.rows.map((row) => (
          <MessageLine key={row.id} row={row} />
        ))}
      </ul>
      {list.more && (
        <Button size="small" loading={list.more.isLoading} onClick={list.more.load}>
          {say('more')}
        </Button>
      )}
    </>
  );
}

function MessageLine({ row }: { row: MessageShown }) {
  const say = useWords(messageWords);
  const language = useLanguage();
  const now = useNow();
  const maySend = mayUse(useSession(), ['messages.send']);
  const retry = useWriting(messageRoutes.retry, { touches: ['customers'] });
  const isLate = ['failed', 'held', 'unknown'].includes(row.state) || row.delivery === 'lost';
  const how = [say(row.channel), row.template, row.address, row.createdByName]
    .filter(Boolean)
    .join(' · ');
  const when = shortTime(row.sentAt ?? row.createdAt, now, language);
  return (
    <li className={row.direction === 'in' ? 'message-in' : undefined}>
      <p className="message-head">
        <span className="soft">
          {when} · {how}
        </span>
        <strong className={isLate ? 'message-held' : ''}>
          {[
            say(row.state),
            row.waitingFor && say(row.waitingFor),
            row.delivery && say(row.delivery),
          ]
            .filter(Boolean)
            .join('：')}
          {row.costLi ? ` · ${say('cost', { yuan: (row.costLi / 1000).toFixed(3) })}` : ''}
        </strong>
      </p>
      {row.subject && <strong>{row.subject}</strong>}
      <p className="message-body">{row.body}</p>
      {(row.state === 'failed' || row.state === 'unknown') && maySend && (
        <StepButtons
          steps={row.steps}
          words={messageWords}
          main=""
          busy={retry.isPending ? 'retry' : null}
          onStep={() => retry.mutate({ params: { messageId: row.id } })}
        />
      )}
      <ProblemNote problem={retry.error} />
    </li>
  );
}
