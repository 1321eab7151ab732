import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { grouped } from '#web/figures.ts';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { exportRoutes, type ListExport } from '../contract.ts';
import { type ListWord, listNames } from '../locales/lists.ts';
import { exportWords } from '../locales/words.ts';
import { Budgets } from './Budgets.tsx';
import './exports.css';

function useColumns(): Column<ListExport>[] {
  const say = useWords(exportWords);
  const nameOf = useWords(listNames);
  const language = useLanguage();
  const now = useNow();
  return [
    { key: 'number', title: say('number'), width: 150, show: (row) => row.number },
    {
      key: 'at',
      title: say('at'),
      width: 130,
      card: 'side',
      show: (row) => shortTime(row.createdAt, now, language),
    },
    { key: 'who', title: say('who'), width: 120, card: 'title', show: (row) => row.employeeName },
    {
      key: 'what',
      title: say('what'),
      width: 130,
      card: 'title',
      show: (row) => nameOf(row.list as ListWord),
    },
    {
      key: 'count',
      title: say('count'),
      width: 80,
      align: 'end',
      show: (row) => grouped(row.rowsWritten ?? row.rowsPlanned),
    },
    {
      key: 'filter',
      title: say('filter'),
      isLong: true,
      show: (row) => filterShown(row.filter) || <span className="soft">{say('noFilter')}</span>,
    },
    {
      key: 'phones',
      title: say('phones'),
      width: 80,
      show: (row) => say(row.isWhole ? 'phonesWhole' : 'phonesMasked'),
    },
    { key: 'reason', title: say('reason'), isLong: true, show: (row) => row.reason },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      card: 'none',
      show: (row) => say(row.state === 'done' ? 'finished' : row.state),
    },
  ];
}

const filterShown = (filter: string) =>
  [...new URLSearchParams(filter)].map(([name, value]) => `${name}=${value}`).join(' ');

/** Who took which list out of the house: for the owner, and for whoever examines the house. */
export default function ExportsPage() {
  const say = useWords(exportWords);
  const list = useRows(exportRoutes.list, {});
  return (
    <Page title={say('exports')}>
      <ResourceTable
        label={say('exports')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        tone={({ isWhole }) => (isWhole ? 'warn' : undefined)}
        empty={<EmptyState icon="download" title={say('none')} next={say('noneNext')} />}
      />
      <Budgets />
    </Page>
  );
}
