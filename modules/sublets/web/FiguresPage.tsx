import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { addDays, addMonths } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  subletRoutes as routes,
  type SubletFigure,
  type SubletGroup,
  subletGroups,
} from '../contract.ts';
import './sublets.css';
import { useSubletWords } from './useSubletWords.ts';

const groupWords = {
  partner: 'byPartner',
  month: 'byMonth',
} as const satisfies Record<SubletGroup, string>;
const percent = (permille: number | null) =>
  permille === null ? '–' : `${(permille / 10).toFixed(1)} %`;

/** What sublet work brings and costs, by firm or month; each figure opens the entries that it adds up. */
export default function FiguresPage() {
  const { say } = useSubletWords();
  const [address, setAddress] = useAddress();
  const by = subletGroups.find((one) => one === address.by) ?? 'partner';
  const { from, until } = address;
  const query = { by, ...(from && { from }), ...(until && { until }) };
  const { data, error, refetch } = useQuery(
    reading(routes.figures, { query }, { follows: ['sublets'] }),
  );
  return (
    <Page
      title={say('figures')}
      filters={
        <>
          <Radio.Group
            optionType="button"
            className="sublet-by"
            aria-label={say('figures')}
            value={by}
            options={subletGroups.map((one) => ({ value: one, label: say(groupWords[one]) }))}
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
      <p className="soft">{say('formula')}</p>
      <ProblemNote problem={error} />
      {error && <Button onClick={() => void refetch()}>{say('readAgain')}</Button>}
      {!data && !error && <Waiting />}
      {data && data.items.length === 0 && <EmptyState icon="chart" title={say('noFigures')} />}
      {data && data.items.length > 0 && (
        <div className="sublet-table-box">
          <table className="sublet-table">
            <thead>
              <tr>
                <th scope="col">{say(by)}</th>
                <th scope="col">{say('jobs')}</th>
                <th scope="col">{say('price')}</th>
                <th scope="col">{say('costShort')}</th>
                <th scope="col">{say('margin')}</th>
                <th scope="col">{say('marginRate')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((row) => (
                <FigureRow key={row.key} row={row} search={searchOf(row, by, data)} />
              ))}
              <FigureRow
                row={{ ...data.total, key: '', name: say('total') }}
                search={{ from: data.from, until: data.until }}
                isTotal
              />
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

/** What a row adds up, as the list behind it is asked: a month no further than the period goes. */
function searchOf(row: SubletFigure, by: SubletGroup, { from, until }: Record<string, unknown>) {
  const [first, last] = [String(from), String(until)];
  if (by === 'partner') return { from: first, until: last, partnerId: row.key };
  const begins = `${row.key}-01`;
  const ends = addDays(addMonths(begins, 1), -1);
  return { from: begins > first ? begins : first, until: ends < last ? ends : last };
}

function FigureRow(props: { row: SubletFigure; search: object; isTotal?: boolean }) {
  const { row, search, isTotal = false } = props;
  return (
    <tr className={isTotal ? 'sublet-total' : undefined}>
      <th scope="row">{row.name}</th>
      <td>
        <Link to={'/sublets/costs' as never} search={search as never}>
          {row.jobs}
        </Link>
      </td>
      <td>
        <Money fen={row.priceFen} />
      </td>
      <td>
        <Money fen={row.costFen} />
      </td>
      <td>
        <Money fen={row.marginFen} />
      </td>
      <td>{percent(row.marginRate)}</td>
    </tr>
  );
}
