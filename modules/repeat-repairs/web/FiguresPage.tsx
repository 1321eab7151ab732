import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { reading } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  type FigureGroup,
  figureGroups,
  type RepeatFigure,
  repeatRepairRoutes as routes,
} from '../contract.ts';
import './repeats.css';
import { useRepeatWords } from './useRepeatWords.ts';

const percent = (permille: number | null) =>
  permille === null ? '–' : `${(permille / 10).toFixed(1)} %`;
const titles = { technician: 'technician', job: 'job', month: 'month' } as const;
const groupWords = {
  technician: 'byTechnician',
  job: 'byJob',
  month: 'byMonth',
} as const satisfies Record<FigureGroup, string>;

/** Repeat rate and first-time-fix rate; each figure opens the records that it counts, each rate says its formula (WSH-10). */
export default function FiguresPage() {
  const { say } = useRepeatWords();
  const [address, setAddress] = useAddress();
  const by = figureGroups.find((one) => one === address.by) ?? 'technician';
  const { from, until } = address;
  const query = { by, ...(from && { from }), ...(until && { until }) };
  const { data, error, refetch } = useQuery(
    reading(routes.figures, { query }, { follows: ['repeat-repairs'] }),
  );
  return (
    <Page
      title={say('figures')}
      filters={
        <>
          <Radio.Group
            optionType="button"
            className="repeat-by"
            aria-label={say('figures')}
            value={by}
            options={figureGroups.map((one) => ({ value: one, label: say(groupWords[one]) }))}
            onChange={({ target }) => setAddress({ by: target.value })}
          />
          <DayField
            aria-label={say('from')}
            value={from ?? data?.from ?? ''}
            onChange={({ target }) => setAddress({ from: target.value })}
          />
          <DayField
            aria-label={say('until')}
            value={until ?? data?.until ?? ''}
            onChange={({ target }) => setAddress({ until: target.value })}
          />
        </>
      }
    >
      <p className="soft">{say('formulaRepeat')}</p>
      <p className="soft">{say('formulaFirst')}</p>
      <ProblemNote problem={error} />
      {error && <Button onClick={() => void refetch()}>{say('readAgain')}</Button>}
      {!data && !error && <Waiting />}
      {data && data.items.length === 0 && <EmptyState icon="chart" title={say('noFigures')} />}
      {data && data.items.length > 0 && (
        <div className="repeat-table-box">
          <table className="repeat-table">
            <thead>
              <tr>
                <th scope="col">{say(titles[by])}</th>
                <th scope="col">{say('orders')}</th>
                <th scope="col">{say('repeatCount')}</th>
                <th scope="col">{say('repeatRate')}</th>
                <th scope="col">{say('cameBack')}</th>
                <th scope="col">{say('firstTimeRate')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((row) => (
                <FigureRow key={row.key} row={row} by={by} period={data} />
              ))}
              <FigureRow row={{ ...data.total, name: say('total') }} by={null} period={data} />
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

interface Period {
  from: string;
  until: string;
}
const lastDayOf = (month: string) => {
  const [year, of] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, of!, 0)).toISOString().slice(0, 10);
};
/** What a row counts, as the lists behind it are asked: a month no further than the period goes. */
function searchOf(row: RepeatFigure, by: FigureGroup | null, { from, until }: Period) {
  if (by === 'technician') return { from, until, ...(row.key && { technicianId: row.key }) };
  if (by === 'job') return { from, until, ...(row.key && { job: row.key }) };
  if (by === null) return { from, until };
  const [first, last] = [`${row.key}-01`, lastDayOf(row.key)];
  return { from: first > from ? first : from, until: last < until ? last : until };
}

function FigureRow(props: { row: RepeatFigure; by: FigureGroup | null; period: Period }) {
  const { row, by, period } = props;
  const { say } = useRepeatWords();
  const search = searchOf(row, by, period);
  // Of what nobody wrote down there is no list of its own.
  const isNamed = by === null || row.key !== '';
  const to = (path: string, more: object, figure: number) =>
    isNamed ? (
      <Link to={path as never} search={{ ...search, ...more } as never}>
        {figure}
      </Link>
    ) : (
      figure
    );
  return (
    <tr className={by === null ? 'repeat-total' : undefined}>
      <th scope="row">{row.name || say('noName')}</th>
      <td>{to('/repeat-repairs/orders', {}, row.orders)}</td>
      <td>{to('/repeat-repairs', { state: 'confirmed', counted: 'decided' }, row.repeats)}</td>
      <td>{percent(row.repeatRate)}</td>
      <td>{to('/repeat-repairs', { state: 'confirmed', counted: 'delivered' }, row.cameBack)}</td>
      <td>{percent(row.firstTimeRate)}</td>
    </tr>
  );
}
