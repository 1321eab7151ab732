import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { FiguresPage as Figures, type FiguresRow } from '#web/FiguresPage.tsx';
import { useAddress } from '#web/useAddress.ts';
import { type CheckFigure, callCheckRoutes as routes } from '../contract.ts';
import { type FigureGroup, figureGroups } from '../lifecycle.ts';
import './checks.css';
import { useSay } from './useCheckWords.ts';

const groupWords = { agent: 'byAgent', criterion: 'byCriterion', week: 'byWeek' } as const;

/** By caller, criterion or week, each with its count; a name narrows to it, a figure opens its records. */
export default function FiguresPage() {
  const say = useSay();
  const [address, setAddress] = useAddress();
  const by = figureGroups.find((one) => one === address.by) ?? 'agent';
  const { from, until, agentId, criterion } = address;
  const narrowed = { ...(agentId && { agentId }), ...(criterion && { criterion }) };
  const query = { by, ...(from && { from }), ...(until && { until }), ...narrowed };
  const asked = useQuery(reading(routes.figures, { query }, { follows: ['call-checks'] }));
  const least = asked.data?.leastForAverage ?? 5;
  const isOfMarks = by === 'criterion' || Boolean(criterion);
  return (
    <>
      <Figures
        title={say('figures')}
        formulas={[say('formulaScore'), say('formulaLeast', { count: least })]}
        groups={figureGroups.map((value) => ({ value, label: say(groupWords[value]) }))}
        by={by}
        asked={asked}
        heads={[
          say(by),
          say('drawn'),
          say(isOfMarks ? 'marksGiven' : 'checked'),
          say('average'),
          say('failed'),
          say('disputed'),
          say('overdue'),
          '',
        ]}
        rowsOf={(data) => ({
          rows: data.items.map((row) =>
            rowOf(row, { name: row.name || row.key, by, narrowed, data, say, setAddress }),
          ),
          total: rowOf(data.total, {
            name: say('total'),
            by: null,
            narrowed,
            data,
            say,
            setAddress,
          }),
        })}
        empty={say('noFigures')}
      />
      {(agentId || criterion) && (
        <Button onClick={() => setAddress({ agentId: undefined, criterion: undefined })}>
          {say('clear')}
        </Button>
      )}
    </>
  );
}

interface Around {
  name: string;
  by: FigureGroup | null;
  narrowed: { agentId?: string; criterion?: string };
  data: { from: string; until: string };
  say: ReturnType<typeof useSay>;
  setAddress: ReturnType<typeof useAddress>[1];
}
function rowOf(row: CheckFigure, around: Around): FiguresRow {
  const { name, by, narrowed, data, say, setAddress } = around;
  const own =
    by === 'week'
      ? { from: row.key, until: addDays(row.key, 6) }
      : by
        ? { [by === 'agent' ? 'agentId' : 'criterion']: row.key }
        : {};
  const search = { from: data.from, until: data.until, ...narrowed, ...own };
  const to = (more: object, figure: number) => (
    <Link to={'/call-checks' as never} search={{ ...search, ...more } as never}>
      {figure}
    </Link>
  );
  const isOfMarks = 'criterion' in search;
  const average = row.average === null ? say('tooFew') : say('scoreOf', { score: row.average });
  return {
    key: row.key || 'total',
    name,
    cells: [
      // Of one criterion the list shows those that lost points there.
      isOfMarks ? row.drawn : to({}, row.drawn),
      isOfMarks ? to({}, row.checked) : to({ only: 'checked' }, row.checked),
      row.checked === 0 ? '—' : average,
      to({ only: 'failed' }, row.failed),
      to({ only: 'disputed' }, row.disputed),
      isOfMarks ? '—' : to({ only: 'overdue' }, row.overdue),
      by && by !== 'week' ? (
        <Button
          key="narrow"
          size="small"
          onClick={() => setAddress({ ...own, by: by === 'agent' ? 'criterion' : 'week' } as never)}
        >
          {say(by === 'agent' ? 'onlyAgent' : 'onlyCriterion', { name })}
        </Button>
      ) : (
        ''
      ),
    ],
  };
}
