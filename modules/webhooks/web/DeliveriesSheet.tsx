import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { isProblem, pages, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StateTag } from '#web/StateTag.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Delivery, type Webhook, webhookRoutes } from '../contract.ts';
import { hookWords, kindNames, outcomeNames } from '../locales/screens.ts';
import { hookTones } from './tones.ts';

const lookAgainMs = 4000;

/** What was sent to one address, the latest first; what waits is looked at again by itself. */
export function DeliveriesSheet({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const say = useWords(hookWords);
  const params = { webhookId: webhook.id };
  const list = useInfiniteQuery({
    ...pages(webhookRoutes.deliveries, { params, query: { limit: 20 } }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((each) => each.state === 'pending'))
        ? lookAgainMs
        : false,
  });
  const problem = isProblem(list.error) ? list.error : null;
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Sheet title={`${say('deliveries')} · ${webhook.name}`} place="side" onClose={onClose}>
      <div className="hook-sheet">
        <ProblemNote problem={problem} />
        {!rows && !list.error && <Waiting />}
        {rows?.length === 0 && <EmptyState icon="message" title={say('noDeliveries')} />}
        <ul className="hook-deliveries">
          {rows?.map((row) => (
            <DeliveryRow key={row.id} webhookId={webhook.id} delivery={row} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say('more')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}

function DeliveryRow({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const say = useWords(hookWords);
  const language = useLanguage();
  const tell = useTell();
  const resend = useWriting(webhookRoutes.resend);
  const { id: deliveryId, kind, state, attempts, outcome, createdAt, nextTryAt } = delivery;
  const at = (instant: string) => shortTime(instant, now(), language);
  const send = () =>
    resend.mutate({ params: { webhookId, deliveryId } }, { onSuccess: () => tell(say('resent')) });
  const facts = [
    at(createdAt),
    outcomeNames[language][outcome],
    attempts > 1 && say('attempts', { count: attempts }),
    state === 'pending' && attempts > 0 && nextTryAt && say('nextTry', { at: at(nextTryAt) }),
  ].filter(Boolean);
  return (
    <li className="hook-delivery">
      <div>
        <p>
          <StateTag tone={hookTones[state]}>{say(state)}</StateTag>{' '}
          {kindNames[language][kind] ?? kind}
        </p>
        <p className="soft">{facts.join(' · ')}</p>
        <ProblemNote problem={resend.error} onAgain={resend.again} />
      </div>
      {state !== 'pending' && (
        <Button size="small" loading={resend.isPending} onClick={send}>
          {say('resend')}
        </Button>
      )}
    </li>
  );
}
