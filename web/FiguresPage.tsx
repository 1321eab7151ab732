import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { EmptyState } from './EmptyState.tsx';
import './figures-page.css';
import { Page } from './Page.tsx';
import { PeriodFilter } from './PeriodFilter.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { useAddress } from './useAddress.ts';
import { useWords } from './useWords.ts';
import { Waiting } from './Waiting.tsx';
import { shellWords } from './words.ts';

/** One line of figures; `cells` in the order of the heads. */
export interface FiguresRow {
  key: string;
  name: string;
  cells: readonly ReactNode[];
}
interface Asked {
  from: string;
  until: string;
}
interface FiguresPageProps<By extends string, Data extends Asked> {
  title: string;
  /** How each rate is reckoned, in plain words above the table. */
  formulas: readonly string[];
  /** What the figures may be grouped by; which one stands in the address as `by`. */
  groups: readonly { value: By; label: string }[];
  by: By;
  asked: UseQueryResult<Data, ApiProblem>;
  /** The head of the names, then of each figure. */
  heads: readonly string[];
  rowsOf: (data: Data) => { rows: readonly FiguresRow[]; total: FiguresRow };
  /** Said where the period holds nothing. */
  empty: string;
}

/** Figures of a period by group, with their sum; period and group stand in the address. */
export function FiguresPage<By extends string, Data extends Asked>(
  props: FiguresPageProps<By, Data>,
) {
  const { title, formulas, groups, by, asked, heads, rowsOf, empty } = props;
  const { data, error, refetch } = asked;
  const say = useWords(shellWords);
  const [, setAddress] = useAddress();
  const table = data && rowsOf(data);
  return (
    <Page
      title={title}
      filters={
        <>
          <Radio.Group
            optionType="button"
            className="figures-by"
            aria-label={title}
            value={by}
            options={[...groups]}
            onChange={({ target }) => setAddress({ by: target.value })}
          />
          <PeriodFilter period={data} />
        </>
      }
    >
      {formulas.map((formula) => (
        <p key={formula} className="soft">
          {formula}
        </p>
      ))}
      <ProblemNote problem={error} />
      {error && <Button onClick={() => void refetch()}>{say('readAgain')}</Button>}
      {!table && !error && <Waiting />}
      {table?.rows.length === 0 && <EmptyState icon="chart" title={empty} />}
      {table && table.rows.length > 0 && <FiguresTable heads={heads} {...table} />}
    </Page>
  );
}

function FiguresTable(props: {
  heads: readonly string[];
  rows: readonly FiguresRow[];
  total: FiguresRow;
}) {
  const { heads, rows, total } = props;
  const row = ({ key, name, cells }: FiguresRow, className?: string) => (
    <tr key={key} className={className}>
      <th scope="row">{name}</th>
      {cells.map((cell, place) => (
        <td key={heads[place + 1]}>{cell}</td>
      ))}
    </tr>
  );
  return (
    <div className="figures-table-box">
      <table className="figures-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => row(one))}
          {row(total, 'figures-total')}
        </tbody>
      </table>
    </div>
  );
}
