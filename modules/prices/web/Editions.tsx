import { Button } from 'antd';
import { formatFen } from '#shared/money.ts';
import { useNow } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type PriceEdition, type PriceLine, priceRoutes } from '../contract.ts';
import { hoursText } from '../locales/values.ts';
import type { At } from './PriceTable.tsx';
import { usePriceWords } from './usePriceWords.ts';

const standingWord = {
  offered: 'offered',
  notOffered: 'notOffered',
  asAbove: 'standingAbove',
} as const;

/** Who said what from which day on, the latest day first. */
export function Editions({ at: { orgUnitId }, line }: { at: At; line: PriceLine }) {
  const { say, language } = usePriceWords();
  const present = useNow();
  const list = useRows(priceRoutes.history, {
    params: { priceItemId: line.id },
    query: { ...(orgUnitId && { orgUnitId }) },
  });
  const what = ({ standing, standardHours, priceFen }: PriceEdition) =>
    [
      standing !== 'offered' && say(standingWord[standing]),
      standardHours ? say('hours', { hours: hoursText(standardHours) }) : '',
      priceFen !== null && `¥${formatFen(priceFen)}`,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section className="price-desk-editions">
      <h3>{say('history')}</h3>
      {list.isLoading && <Waiting />}
      <ProblemNote problem={list.problem} />
      <ul>
        {list.rows.map((row) => (
          <li key={row.id}>
            <span>{say('historyOf', { day: row.validFrom, unit: row.orgUnitName })}</span>
            <strong>{what(row)}</strong>
            <span className="soft">
              {[row.isImported && say('byImport'), row.createdByName]
                .filter(Boolean)
                .concat(shortTime(row.createdAt, present, language))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {list.more && (
        <Button size="small" loading={list.more.isLoading} onClick={list.more.load}>
          …
        </Button>
      )}
    </section>
  );
}
