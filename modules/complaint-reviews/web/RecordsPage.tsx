import { Link } from '@tanstack/react-router';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { analysisRoutes, type BehindFigure } from '../contract.ts';
import './reviews.css';
import { nameOf, useSay } from './said.ts';

function useColumns(): Column<BehindFigure>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    { key: 'number', title: say('number'), width: 170, card: 'title', show: (row) => row.number },
    { key: 'content', title: say('content'), isLong: true, show: (row) => row.beginning },
    {
      key: 'plate',
      title: say('car'),
      width: 120,
      show: ({ plate }) => plate && <PlateTag plate={plate} />,
    },
    { key: 'kind', title: say('kind'), width: 100, show: ({ kind }) => say(`kind_${kind}`) },
    {
      key: 'cause',
      title: say('cause'),
      width: 100,
      show: ({ causeKind }) => nameOf(say, 'cause', causeKind ?? '', ''),
    },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      card: 'side',
      show: ({ state }) => say(`state_${state}`),
    },
    { key: 'shop', title: say('shop'), width: 150, isLong: true, show: (row) => row.unitName },
    {
      key: 'receivedAt',
      title: say('receivedAt'),
      width: 130,
      show: ({ receivedAt }) => shortTime(receivedAt, now(), language),
    },
  ];
}

/** The complaints behind a figure, a bar or a point: as many as it says. */
export default function RecordsPage() {
  const say = useSay();
  const [address] = useAddress();
  const { fromOn = '', untilOn = '', by, key = '', figure, orgUnitId } = address;
  const query = { ...address, fromOn, untilOn };
  const list = useRows(analysisRoutes.listRecords, { query: query as never });
  const what = by
    ? `${say(`by_${by}`)}${by === 'kind' || by === 'cause' || key === '' ? `：${nameOf(say, by, key, '')}` : ''}`
    : say(`record_${figure ?? 'received'}`);
  return (
    <Page
      title={say('records')}
      note={`${what} · ${say('recordsLead', { from: fromOn, until: untilOn })}`}
      actions={
        <Link to="/complaint-analysis" search={{ on: fromOn, orgUnitId } as never}>
          {say('backToAnalysis')}
        </Link>
      }
    >
      <ResourceTable
        label={say('records')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/complaints/${id}`}
        empty={<EmptyState icon="complaint" title={say('noRecords')} next={say('noRecordsNext')} />}
      />
    </Page>
  );
}
