import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, addMonths } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { FiguresPage as Figures, type FiguresRow } from '#web/FiguresPage.tsx';
import { percentOf } from '#web/figures.ts';
import { useAddress } from '#web/useAddress.ts';
import {
  type FigureGroup,
  figureGroups,
  type RepeatFigure,
  repeatRepairRoutes as routes,
} from '../contract.ts';
import { useRepeatWords } from './useRepeatWords.ts';

const groupWords = {
  technician: 'byTechnician',
  job: 'byJob',
  month: 'byMonth',
} as const satisfies Record<FigureGroup, string>;

/** Repeat rate and first-time-fix rate; each figure opens the records that it counts, each rate says its formula (WSH-10). */
export default function FiguresPage() {
  const { say } = useRepeatWords();
  const [address] = useAddress();
  const by = figureGroups.find((one) => one === address.by) ?? 'technician';
  const { from, until } = address;
  const query = { by, ...(from && { from }), ...(until && { until }) };
  const asked = useQuery(reading(routes.figures, { query }, { follows: ['repeat-repairs'] }));
  return (
    <Figures
      title={say('figures')}
      formulas={[say('formulaRepeat'), say('formulaFirst')]}
      groups={figureGroups.map((one) => ({ value: one, label: say(groupWords[one]) }))}
      by={by}
      asked={asked}
      heads={[
        say(by),
        say('orders'),
        say('repeatCount'),
        say('repeatRate'),
        say('cameBack'),
        say('firstTimeRate'),
      ]}
      rowsOf={(data) => ({
        // Of what nobody wrote down there is no list of its own.
        rows: data.items.map((row) =>
          rowOf(row, row.key, row.name || say('noName'), row.key ? searchOf(row, by, data) : null),
        ),
        total: rowOf(data.total, 'total', say('total'), { from: data.from, until: data.until }),
      })}
      empty={say('noFigures')}
    />
  );
}

/** What a row counts, as the lists behind it are asked: a month no further than the period goes. */
function searchOf(row: RepeatFigure, by: FigureGroup, period: { from: string; until: string }) {
  const { from, until } = period;
  if (by === 'technician') return { from, until, technicianId: row.key };
  if (by === 'job') return { from, until, job: row.key };
  const begins = `${row.key}-01`;
  const ends = addDays(addMonths(begins, 1), -1);
  return { from: begins > from ? begins : from, until: ends < until ? ends : until };
}

function rowOf(
  row: Omit<RepeatFigure, 'key' | 'name'>,
  key: string,
  name: string,
  search: object | null,
): FiguresRow {
  const to = (path: string, more: object, figure: number) =>
    search ? (
      <Link key={path} to={path as never} search={{ ...search, ...more } as never}>
        {figure}
      </Link>
    ) : (
      figure
    );
  return {
    key,
    name,
    cells: [
      to('/repeat-repairs/orders', {}, row.orders),
      to('/repeat-repairs', { state: 'confirmed', counted: 'decided' }, row.repeats),
      percentOf(row.repeatRate),
      to('/repeat-repairs', { state: 'confirmed', counted: 'delivered' }, row.cameBack),
      percentOf(row.firstTimeRate),
    ],
  };
}
