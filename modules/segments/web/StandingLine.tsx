import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { brought } from '#web/brought.ts';
import { Money } from '#web/Money.tsx';
import { Card, Facts } from '#web/Page.tsx';
import { useWords } from '#web/useWords.ts';
import { standingRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';
import './segments.css';

/** A card: where one customer stands, and by which formula and figures. Nothing while nobody has reckoned it. */
export function StandingLine({ customerId }: { customerId: string }) {
  const say = useWords(segmentWords);
  const { data } = useQuery({
    ...reading(standingRoutes.ofCustomer, { params: { customerId } }),
    ...brought,
  });
  if (!data) return null;
  return (
    <Card
      title={
        <>
          {say('standing')}{' '}
          <span className={`standing standing-${data.standing}`}>{say(data.standing)}</span>
        </>
      }
      actions={
        <span className="soft">
          {say(data.formula)} · {say('sinceOn', { on: data.sinceOn })}
        </span>
      }
    >
      <Facts
        facts={[
          [say('lastVisit'), data.lastVisitOn ?? '—'],
          [say('yearVisits'), say('times', { count: data.yearVisits })],
          [say('yearSpend'), <Money key="year" fen={data.yearSpendFen} />],
          [say('twoYearSpend'), <Money key="two" fen={data.twoYearSpendFen} />],
          [say('value'), say(data.valueClass)],
          [
            say('ownInterval'),
            data.intervalDays === null ? '—' : say('days', { count: data.intervalDays }),
          ],
        ]}
      />
    </Card>
  );
}
