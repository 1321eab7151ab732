import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { dayOf } from '#web/shopClock.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedReport, type Overview, reportRoutes } from '../contract.ts';
import { figureSaid } from '../locales/said-figures.ts';
import { periodName, useSay } from './said.ts';
import { Units } from './Units.tsx';
import './upward.css';

function useColumns(): Column<ListedReport>[] {
  const say = useSay();
  const figure = (row: ListedReport, key: string) => {
    const found = row.figures.find((each) => each.key === key);
    return found && figureSaid(found);
  };
  return [
    { key: 'period', title: say('period'), width: 110, card: 'title', show: periodName },
    { key: 'unit', title: say('unit'), isLong: true, show: (row) => row.unitName },
    { key: 'to', title: say('to'), width: 130, show: (row) => row.toUnitName },
    {
      key: 'state',
      title: say('state'),
      width: 120,
      card: 'side',
      show: ({ state, isLate, edition }) => (
        <>
          <span className={`upward-${state}`}>{say(`state_${state}`)}</span>
          {isLate && <span className="upward-missing"> {say('late')}</span>}
          {edition > 1 && <span className="soft"> {say('edition', { edition })}</span>}
        </>
      ),
    },
    {
      key: 'received',
      title: say('figure_received'),
      width: 84,
      show: (row) => figure(row, 'received'),
    },
    { key: 'closed', title: say('closed'), width: 84, show: (row) => row.closed },
    {
      key: 'answered',
      title: say('figure_answeredInTime'),
      width: 84,
      show: (row) => figure(row, 'answeredInTime'),
    },
    { key: 'overdue', title: say('overdue'), width: 84, show: (row) => row.overdue },
    { key: 'due', title: say('dueAt'), width: 104, show: ({ dueAt }) => dayOf(dueAt) },
    {
      key: 'sent',
      title: say('sentAt'),
      width: 104,
      show: ({ sentAt }) => sentAt && dayOf(sentAt),
    },
  ];
}

/** Of a period: who has reported to this unit, who is late, what has come adds up to. */
function Below({ overview }: { overview: Overview }) {
  const say = useSay();
  const [, set] = useAddress();
  const { units, nextOn, previousOn, ownReportId } = overview;
  const come = units.filter(({ counted }) => counted !== null).length;
  const missing = units.filter(({ standing }) => standing === 'missing');
  return (
    <Card
      title={`${say('overviewTitle')} · ${overview.unitName} ${periodName(overview)}`}
      actions={
        <span className="upward-turn">
          <Button onClick={() => set({ on: previousOn })}>{say('previous')}</Button>
          <Button disabled={nextOn === null} onClick={() => set({ on: nextOn ?? undefined })}>
            {say('next')}
          </Button>
        </span>
      }
    >
      {units.length === 0 ? (
        <p className="soft">{say('overviewNone')}</p>
      ) : (
        <>
          <p>{say('come', { come, all: units.length })}</p>
          {missing.length > 0 && (
            <p className="upward-missing" role="note">
              {say('missingNames', { units: missing.map(({ unitName }) => unitName).join('、') })}
            </p>
          )}
          <Units
            label={say('overviewTitle')}
            units={units.map((unit) => ({
              ...unit,
              note: unit.sentAt ? dayOf(unit.sentAt) : say('dueLead', { due: dayOf(unit.dueAt) }),
            }))}
            total={overview.sum}
            totalName={say('sum')}
          />
        </>
      )}
      {ownReportId && (
        <p>
          <Link
            to="/complaint-reports/$complaintReportId"
            params={{ complaintReportId: ownReportId } as never}
          >
            {say('ownReport')}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** Reports upward: those of the units below by period, and all of them, the latest first (CMP-14). */
export default function ReportsPage() {
  const say = useSay();
  const [{ on, unit, mine }, set] = useAddress();
  const query = { ...(on && { on }), ...(unit && { orgUnitId: unit }) };
  const { data, error } = useQuery(reading(reportRoutes.overview, { query }));
  const list = useRows(reportRoutes.list, { query: mine ? { mine: true } : {} });
  const hasBelow = data !== undefined && (data.units.length > 0 || on !== undefined);
  return (
    <Page
      title={say('reports')}
      note={say('reportsNote')}
      filters={
        hasBelow && (
          <Checkbox
            checked={mine === '1'}
            onChange={({ target }) => set({ mine: target.checked ? '1' : undefined })}
          >
            {say('onlyMine')}
          </Checkbox>
        )
      }
    >
      <ProblemNote problem={error} />
      {hasBelow && <Below overview={data} />}
      <ResourceTable
        label={say('register')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/complaint-reports/${id}`}
        empty={<EmptyState icon="chart" title={say('noReports')} next={say('noReportsNext')} />}
      />
    </Page>
  );
}
