import { Link } from '@tanstack/react-router';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { StateFilter } from '#web/StateFilter.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { issueKinds, type ListedIssue, partIssueRoutes as routes } from '../contract.ts';
import { quantityText } from '../contract-quantity.ts';
import { IssueFacts } from './IssueList.tsx';
import { Said } from './MyPartsPage.tsx';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

const follows = { meta: { follows: ['service-orders'] } };

/** Every movement of parts, what technicians asked above the rest. */
export default function IssuesPage() {
  const { say, sayOf } = usePartWords();
  const session = useSession();
  const mayIssue = mayUse(session, ['parts.issue']);
  const [address, setAddress] = useAddress();
  const kind = issueKinds.find((one) => one === address.kind);
  const list = useRows(routes.list, { query: { ...(kind && { kind }) } }, follows);
  const columns: Column<ListedIssue>[] = [
    { key: 'at', title: say('at'), width: 150, show: (row) => fullTime(row.at) },
    plateColumn(say('plate')),
    {
      key: 'kind',
      title: say('kind'),
      width: 80,
      card: 'side',
      show: (row) => sayOf('kind', row.kind),
    },
    {
      key: 'part',
      title: say('part'),
      isLong: true,
      show: (row) => [row.number, row.name].filter(Boolean).join(' '),
    },
    {
      key: 'quantity',
      title: say('quantity'),
      width: 90,
      align: 'end',
      show: (row) => quantityText(row.quantityThousandths, row.unit),
    },
    { key: 'to', title: say('technician'), width: 110, show: (row) => row.technicianName },
    { key: 'by', title: say('by'), width: 110, show: (row) => row.byName },
    {
      key: 'tag',
      title: say('oldPart'),
      width: 140,
      show: (row) => (row.oldPart === 'handedIn' ? row.oldPartTag : sayOf('old', row.oldPart)),
    },
    {
      key: 'said',
      title: say('said'),
      width: 90,
      show: (row) => (row.kind === 'issued' ? sayOf('said', row.said) : '—'),
    },
  ];
  return (
    <Page
      title={say('register')}
      actions={
        mayIssue && (
          <>
            <Link to={'/part-counter' as never}>{say('counter')}</Link>
            <Link to={'/part-barcodes' as never}>{say('barcodes')}</Link>
            {mayUse(session, ['parts.decide']) && (
              <Link to={'/part-charges' as never}>{say('charges')}</Link>
            )}
          </>
        )
      }
      filters={
        <StateFilter
          states={issueKinds}
          value={kind}
          say={(one) => (one === 'all' ? say('all') : sayOf('kind', one))}
          onPick={(next) => setAddress({ kind: next })}
        />
      }
    >
      {mayIssue && <Questions />}
      <ResourceTable
        label={say('register')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ orderId }) => `/service-orders/${orderId}`}
        tone={({ said }) => (said === 'asked' ? 'warn' : undefined)}
        empty={<EmptyState icon="parts" title={say('noIssues')} next={say('noIssuesHint')} />}
      />
    </Page>
  );
}

/** What technicians asked and nobody has answered. */
function Questions() {
  const { say } = usePartWords();
  const { rows } = useRows(routes.list, { query: { isAsked: true, limit: 20 } }, follows);
  if (rows.length === 0) return null;
  return (
    <Card title={say('onlyAsked')}>
      <ol className="part-issues">
        {rows.map((issue) => (
          <li key={issue.id}>
            <span className="part-head">
              <PlateTag plate={issue.plate} />
            </span>
            <IssueFacts issue={issue} />
            <Said issue={issue} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
