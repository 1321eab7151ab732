import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type Segment, segmentRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';

/** Saved questions about customers: one's own, and those that colleagues share. */
export default function SegmentsPage() {
  const say = useWords(segmentWords);
  const list = useRows(segmentRoutes.list, {});
  return (
    <Page
      title={say('saved')}
      actions={
        <Link to="/segments/new">
          <Button type="primary" icon={<Icon name="plus" />}>
            {say('newSegment')}
          </Button>
        </Link>
      }
    >
      <ResourceTable
        label={say('saved')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/segments/${id}`}
        empty={<EmptyState icon="filter" title={say('noSegments')} next={say('noSegmentsNext')} />}
      />
    </Page>
  );
}

function useColumns(): Column<Segment>[] {
  const say = useWords(segmentWords);
  return [
    { key: 'name', title: say('name'), isLong: true, card: 'title', show: (row) => row.name },
    { key: 'owner', title: say('owner'), width: 140, show: (row) => row.ownerName || '—' },
    {
      key: 'shared',
      title: say('shared'),
      width: 110,
      card: 'side',
      show: (row) => say(row.isShared ? 'shared' : 'mine'),
    },
    {
      key: 'plans',
      title: say('plans'),
      width: 110,
      show: (row) => say('times', { count: row.plans }),
    },
  ];
}
