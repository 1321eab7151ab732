import { Radio } from 'antd';
import { EmptyState } from '#web/EmptyState.tsx';
import { percentOf } from '#web/figures.ts';
import { Page } from '#web/Page.tsx';
import { PeriodFilter } from '#web/PeriodFilter.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { dispatchRoutes, type HoursRow } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

const hours = (minutes: number) => (minutes / 60).toFixed(1);

/** Hours sold against hours worked, with how each rate is reckoned beside it (WSH-11, domain-rules §7.2). */
export default function HoursPage() {
  const { say } = useClockWords();
  const [address, setAddress] = useAddress();
  const by = address.by === 'month' ? 'month' : 'day';
  const of = address.of === 'shop' ? 'shop' : 'technician';
  const { from, until } = address;
  const query = { by, of, ...(from && { from }), ...(until && { until }) } as const;
  const list = useRows(dispatchRoutes.hours, { query });
  const figure = (key: string, title: string, show: (row: HoursRow) => string) =>
    ({
      key,
      title,
      show: (row) => <span className="figures">{show(row)}</span>,
      align: 'end',
      width: 110,
    }) satisfies Column<HoursRow>;
  const columns: Column<HoursRow>[] = [
    {
      key: 'period',
      title: say('period'),
      width: 120,
      show: ({ period }) => (by === 'month' ? period.slice(0, 7) : period),
      card: 'side',
    },
    {
      key: 'name',
      title: say(of === 'shop' ? 'unit' : 'who'),
      show: ({ name }) => name,
      card: 'title',
    },
    figure('attended', say('attended'), (row) => hours(row.attendedMinutes)),
    figure('worked', say('worked'), (row) => hours(row.workedMinutes)),
    figure('sold', say('sold'), (row) => hours(row.soldMinutes)),
    figure('utilisation', say('utilisation'), (row) => percentOf(row.utilisation)),
    figure('efficiency', say('efficiency'), (row) => percentOf(row.efficiency)),
    figure('productivity', say('productivity'), (row) => percentOf(row.productivity)),
  ];
  return (
    <Page
      title={say('hours')}
      filters={
        <>
          <Radio.Group
            optionType="button"
            aria-label={say('period')}
            value={by}
            options={[
              { value: 'day', label: say('byDay') },
              { value: 'month', label: say('byMonth') },
            ]}
            onChange={({ target }) => setAddress({ by: target.value })}
          />
          <Radio.Group
            optionType="button"
            aria-label={say('who')}
            value={of}
            options={[
              { value: 'technician', label: say('ofTechnician') },
              { value: 'shop', label: say('ofShop') },
            ]}
            onChange={({ target }) => setAddress({ of: target.value })}
          />
          <PeriodFilter />
        </>
      }
    >
      <p className="soft">{say('formulas')}</p>
      <ResourceTable
        label={say('hours')}
        columns={columns}
        list={list}
        rowKey={({ period, id }) => `${period} ${id}`}
        empty={<EmptyState icon="chart" title={say('noHours')} next={say('noHoursNext')} />}
      />
    </Page>
  );
}
