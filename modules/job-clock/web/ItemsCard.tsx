import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { spanOfTime } from '#web/times.ts';
import { dispatchRoutes } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** Additional items of an order: who has each now, since when, and the way it went (WSH-05). */
export default function ItemsCard({ orderId }: { orderId: string }) {
  const { say, sayOf, spoken, language } = useClockWords();
  const now = useNow();
  const { data } = useQuery(
    reading(dispatchRoutes.items, { params: { orderId } }, { follows: ['service-orders'] }),
  );
  if (!data || data.items.length === 0) return null;
  const minutes = (from: string) =>
    Math.max(0, Math.floor((now.getTime() - Date.parse(from)) / 60_000));
  return (
    <Card title={say('items')}>
      {data.items.map((item) => (
        <div key={item.lineId}>
          <p>
            <strong>{item.description}</strong>{' '}
            {item.holder === 'done'
              ? sayOf('holder', 'done')
              : say('since', {
                  holder: sayOf('holder', item.holder),
                  time: spoken(minutes(item.since)),
                })}
          </p>
          <p className="soft">
            {item.steps
              .filter(({ until }) => until !== null)
              .map(
                ({ holder, from, until }) =>
                  `${sayOf('holder', holder)} ${spanOfTime(from, until ?? from, now, language)}`,
              )
              .join(' → ')}
          </p>
        </div>
      ))}
    </Card>
  );
}
