import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, addMonths } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { FiguresPage as Figures, type FiguresRow } from '#web/FiguresPage.tsx';
import { percentOf } from '#web/figures.ts';
import { Money } from '#web/Money.tsx';
import { useAddress } from '#web/useAddress.ts';
import {
  subletRoutes as routes,
  type SubletFigure,
  type SubletGroup,
  subletGroups,
} from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

const groupWords = {
  partner: 'byPartner',
  month: 'byMonth',
} as const satisfies Record<SubletGroup, string>;

/** What sublet work brings and costs, by firm or month; each figure opens the entries that it adds up. */
export default function FiguresPage() {
  const { say } = useSubletWords();
  const [address] = useAddress();
  const by = subletGroups.find((one) => one === address.by) ?? 'partner';
  const { from, until } = address;
  const query = { by, ...(from && { from }), ...(until && { until }) };
  const asked = useQuery(reading(routes.figures, { query }, { follows: ['sublets'] }));
  return (
    <Figures
      title={say('figures')}
      formulas={[say('formula')]}
      groups={subletGroups.map((one) => ({ value: one, label: say(groupWords[one]) }))}
      by={by}
      asked={asked}
      heads={[
        say(by),
        say('jobs'),
        say('price'),
        say('costShort'),
        say('margin'),
        say('marginRate'),
      ]}
      rowsOf={(data) => ({
        rows: data.items.map((row) => rowOf(row, row.key, row.name, searchOf(row, by, data))),
        total: rowOf(data.total, 'total', say('total'), { from: data.from, until: data.until }),
      })}
      empty={say('noFigures')}
    />
  );
}

/** What a row adds up, as the list behind it is asked: a month no further than the period goes. */
function searchOf(row: SubletFigure, by: SubletGroup, period: { from: string; until: string }) {
  const { from, until } = period;
  if (by === 'partner') return { from, until, partnerId: row.key };
  const begins = `${row.key}-01`;
  const ends = addDays(addMonths(begins, 1), -1);
  return { from: begins > from ? begins : from, until: ends < until ? ends : until };
}

const rowOf = (
  row: Omit<SubletFigure, 'key' | 'name'>,
  key: string,
  name: string,
  search: object,
): FiguresRow => ({
  key,
  name,
  cells: [
    <Link key="jobs" to={'/sublets/costs' as never} search={search as never}>
      {row.jobs}
    </Link>,
    <Money key="price" fen={row.priceFen} />,
    <Money key="cost" fen={row.costFen} />,
    <Money key="margin" fen={row.marginFen} />,
    percentOf(row.marginRate),
  ],
});
